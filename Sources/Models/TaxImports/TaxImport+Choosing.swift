import Dates
import Foundation
import GRDB

extension TaxImport {
    /// Declares this one in force among the originals of the same days. The choice may be changed.
    /// - Throws: `Invalid` naming `version` when no other original differs from it.
    package func choose(_ db: Database, by person: Int64, at now: Date) throws {
        let differs: SQLRequest<Bool> = """
            SELECT EXISTS (SELECT 1 FROM taxImport AS own JOIN \(TaxImportPart.rivals(of: "own")) AND own.id = \(id))
            """
        guard try differs.fetchOne(db) == true else { throw Invalid("version", "errors.importVersion") }
        try db.execute(
            literal: """
                UPDATE taxImport SET chosenOver = NULL, chosenBy = NULL, chosenAt = NULL
                WHERE firmId = \(firmId) AND form = \(form) AND kind = \(kind) AND fromOn = \(fromOn)
                    AND untilOn = \(untilOn) AND chosenOver IS NOT NULL
                """)
        try db.execute(
            literal: """
                UPDATE taxImport SET chosenOver = (SELECT max(id) FROM taxImport), chosenBy = \(person),
                    chosenAt = \(now.milliseconds) WHERE id = \(id)
                """)
        try Self.ask(db, asOf: self)
        try AuditEvent.write(db, .taxFileChosen, by: person, firm: firmId, subject: "import/\(id)", at: now)
    }

    /// Updates `isAsked` of an import, and of those of the same firm, form and year.
    static func ask(_ db: Database, about id: Int64) throws {
        try ask(db, asOf: find(db, id, in: .office))
    }

    static func ask(_ db: Database, asOf found: TaxImport) throws {
        guard let firm = found.firmId, let until = found.untilOn, let year = Period(year: until.year) else { return }
        try db.execute(
            literal: """
                UPDATE taxImport SET isAsked = \(TaxImportPart.isAsked)
                WHERE firmId = \(firm) AND form = \(found.form) AND kind = \(found.kind)
                    AND untilOn BETWEEN \(year.from) AND \(year.until)
                """)
    }
}
