import Dates
import Foundation
import GRDB

/// The form of a firm's settings on its card, as typed.
package struct FirmSettings: Sendable {
    package var name: String
    package var country: Country
    package var taxIdentifier: String
    package var vat: VATPeriod?
    package var approvalRequired: Bool
    package var tags: [String]

    package init(
        name: String, country: Country, taxIdentifier: String, vat: VATPeriod?, approvalRequired: Bool, tags: [String]
    ) {
        self.name = TypedText.line(name)
        self.country = country
        self.taxIdentifier = taxIdentifier
        self.vat = vat
        self.approvalRequired = approvalRequired
        self.tags = tags.map(TypedText.line).filter { !$0.isEmpty }
    }
}

extension Firm {
    /// Changes the firm's settings. The journal records the old and the new value of each field.
    /// - Throws: `Invalid` naming `name`, `identifier` (also when another firm has it) or `tags`.
    package func change(_ db: Database, to new: FirmSettings, by head: Int64, at now: Date) throws {
        let identifier = try checked(db, new)
        let oldTags = try FirmTags.of(db, firm: id)
        try db.execute(
            sql: """
                UPDATE firm SET name = ?, nameKey = ?, country = ?, taxIdentifier = ?, currency = ?, vat = ?,
                    approvalRequired = ? WHERE id = ?
                """,
            arguments: [
                new.name, SearchFolding.fold(new.name), new.country, identifier, new.country.currency, new.vat,
                new.approvalRequired, id,
            ]
        )
        try FirmTags.replace(db, of: id, with: new.tags)
        let changes = [
            "name": (name, new.name), "country": (country.rawValue, new.country.rawValue),
            "identifier": (taxIdentifier, identifier), "vat": (vat?.rawValue ?? "", new.vat?.rawValue ?? ""),
            "approvalRequired": ("\(approvalRequired)", "\(new.approvalRequired)"),
            "tags": (oldTags.joined(separator: ", "), try FirmTags.of(db, firm: id).joined(separator: ", ")),
        ].filter { $0.value.0 != $0.value.1 }
        guard !changes.isEmpty else { return }
        try Firm.refreshSearchText(db, id)
        if ["name", "country", "identifier"].contains(where: { changes[$0] != nil }) {
            // Printouts that are made and not sent yet would name the firm as it was. Those that were sent stay as they are.
            try Printout.discardFiles(
                db,
                of: """
                    SELECT printout.id FROM taxImport JOIN printout ON importId = taxImport.id WHERE firmId = \(id)
                        AND NOT EXISTS (SELECT 1 FROM messagePrintout WHERE messagePrintout.printoutId = printout.id)
                    """)
        }
        try AuditEvent.write(
            db, .firmChanged, by: head, firm: id, changes.mapValues { "\($0.0) → \($0.1)" }, at: now
        )
    }

    /// Returns the identifier's digits, after checking all fields.
    private func checked(_ db: Database, _ new: FirmSettings) throws -> String {
        var invalid = Invalid()
        if new.name.isEmpty { invalid.add("name", "errors.nameMissing") }
        invalid.limit("name", new.name, to: 160)
        FirmTags.check(new.tags, into: &invalid)
        let identifier = new.country.identifier(new.taxIdentifier)
        if identifier == nil { invalid.add("identifier", new.country.identifierError) }
        if let other = try String.fetchOne(
            db, sql: "SELECT name FROM firm WHERE country = ? AND taxIdentifier = ? AND id <> ?",
            arguments: [new.country, identifier, id]
        ) {
            invalid.add("identifier", "errors.firmKnown", ["name": other])
        }
        try invalid.check()
        return identifier ?? ""
    }

    /// Sets the firm's supervisor from a day on; the previous one stays until the day before.
    /// - Throws: `Invalid` naming `supervisor` when the person does not work for the office, or `supervisorFrom` for a
    ///   past day.
    package func supervise(
        _ db: Database, by supervisor: Int64, from day: Day, head: Int64, on today: Day, at now: Date
    ) throws {
        var invalid = Invalid()
        let colleagues = try Staff.colleagues(db)
        if !colleagues.contains(where: { $0.id == supervisor }) {
            invalid.add("supervisor", "errors.supervisorMissing")
        }
        if day < today { invalid.add("supervisorFrom", "errors.dayPassed") }
        try invalid.check()
        try Assignment.assign(db, firm: id, to: supervisor, duty: .supervisor, from: day, by: head, at: now)
    }

    /// Returns the firm's supervisors from a day on: the current one first, then the later ones.
    package func supervisors(_ db: Database, from day: Day) throws -> [Supervision] {
        try Supervision.fetchAll(
            db,
            sql: """
                SELECT personId, person.name AS personName, fromOn FROM assignment JOIN person ON person.id = personId
                WHERE firmId = ? AND duty = 'supervisor' AND (untilOn IS NULL OR untilOn >= ?) ORDER BY fromOn
                """,
            arguments: [id, day]
        )
    }

    package struct Supervision: StoredRow {
        package let personId: Int64
        package let personName: String
        package let fromOn: Day
    }
}
