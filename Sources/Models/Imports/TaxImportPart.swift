import Foundation
import GRDB

/// A part of an imported file, which is kept, superseded and printed on its own.
package struct TaxImportPart: StoredRow {
    package let importId: Int64
    /// A `FilePart`.
    package let part: String
    package let fromOn: Day
    package let untilOn: Day
    /// Rows of a register or ledger; fields of a declaration.
    package let rowCount: Int
    /// Whether no later version of this part has come.
    package let isCurrent: Bool
}

extension TaxImportPart {
    /// The parts of imports, in the order of their ids.
    package static func find(_ db: Database, of imports: [Int64]) throws -> [Int64: [TaxImportPart]] {
        let request: SQLRequest<TaxImportPart> = """
            SELECT part.*, \(isCurrent) AS isCurrent FROM taxImportPart AS part
            JOIN taxImport AS version ON version.id = part.importId
            WHERE part.importId IN \(SQL.list(imports))
            """
        return Dictionary(grouping: try request.fetchAll(db), by: \.importId)
    }

    /// The parts in force of a firm that is in the scope, newest periods first.
    package static func current(_ db: Database, of firm: Int64, in scope: FirmScope) throws -> [TaxImportPart] {
        let request: SQLRequest<TaxImportPart> = """
            SELECT part.*, TRUE AS isCurrent FROM taxImport AS version
            JOIN taxImportPart AS part ON part.importId = version.id
            WHERE version.firmId = \(firm) AND \(scope.contains("version.firmId")) AND \(isCurrent)
            ORDER BY part.untilOn DESC, part.fromOn DESC, version.structure, part.part
            """
        return try request.fetchAll(db)
    }

    /// A condition over `part` and its `version`: of the same firm, structure, period and part there is none that was
    /// made later. Where the files do not tell when they were made, a correction is later than what it corrects, and
    /// then the one that came later. A file without a firm supersedes nothing, nor does one with the number of another
    /// firm, nor a form about one person that about another.
    static let isCurrent: SQL = """
        (\(isPersonal("version")) OR NOT EXISTS (SELECT 1 FROM taxImport AS later JOIN taxImportPart AS same
            ON same.importId = later.id AND same.part = part.part
                AND same.fromOn = part.fromOn AND same.untilOn = part.untilOn
            WHERE later.firmId = version.firmId AND later.form = version.form AND later.kind = version.kind
                AND later.untilOn BETWEEN \(firstEnd) AND \(lastEnd)
                AND (later.nip IS version.nip OR later.nip IS NULL OR version.nip IS NULL)
                AND \(order("later")) > \(order("version"))))
        """

    /// A condition over a row of `taxImport`: there is an earlier version of a part of it.
    static let supersedes: SQL = """
        EXISTS (SELECT 1 FROM taxImportPart AS part JOIN taxImport AS earlier
            ON earlier.firmId = taxImport.firmId AND earlier.form = taxImport.form AND earlier.kind = taxImport.kind
            JOIN taxImportPart AS same ON same.importId = earlier.id AND same.part = part.part
                AND same.fromOn = part.fromOn AND same.untilOn = part.untilOn
            WHERE part.importId = taxImport.id AND earlier.untilOn BETWEEN \(firstEnd) AND \(lastEnd) AND NOT \(isPersonal("taxImport"))
                AND \(order("earlier")) < \(order("taxImport")))
        """

    /// The days on which a file may end that has the same part: that of the part. Only the declaration of a quarter may
    /// come with any month of its year. With them there is an index to look in, however many periods there are.
    private static let firstEnd: SQL = """
        CASE part.part WHEN 'declaration' THEN substr(part.untilOn, 1, 4) || '-01-01' ELSE part.untilOn END
        """
    private static let lastEnd: SQL = """
        CASE part.part WHEN 'declaration' THEN substr(part.untilOn, 1, 4) || '-12-31' ELSE part.untilOn END
        """

    /// A condition over a row of `taxImport`, here by its name in the query: it is a form about one person.
    static func isPersonal(_ name: String) -> SQL {
        "(\(sql: name).kind = 'declaration' AND \(TaxForm.isPersonal("\(sql: name).form")))"
    }

    private static func order(_ name: String) -> SQL {
        let name: SQL = "\(sql: name)"
        return """
            (ifnull(\(name).madeAt, 0), \(name).purpose = 'correction', \(name).importedAt, \(name).id)
            """
    }
}
