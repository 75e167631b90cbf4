import Dates
import Foundation
import GRDB

/// A part of an imported file, which is superseded and printed separately.
package struct TaxImportPart: StoredRow {
    package let importId: Int64
    /// A `FilePart`.
    package let part: String
    package let fromOn: Day
    package let untilOn: Day
    /// The number of rows of a register or ledger, or of fields of a declaration.
    package let rowCount: Int
    /// Whether no other version of this part supersedes it.
    package let isCurrent: Bool
}

extension TaxImportPart {
    /// Returns the parts of imports, by their ids.
    package static func find(_ db: Database, of imports: [Int64]) throws -> [Int64: [TaxImportPart]] {
        let request: SQLRequest<TaxImportPart> = """
            SELECT part.*, \(isCurrent) AS isCurrent FROM taxImportPart AS part
            JOIN taxImport AS version ON version.id = part.importId
            WHERE part.importId IN \(SQL.list(imports))
            """
        return Dictionary(grouping: try request.fetchAll(db), by: \.importId)
    }

    /// Returns the parts in force of a firm in the scope, latest periods first.
    package static func current(_ db: Database, of firm: Int64, in scope: FirmScope) throws -> [TaxImportPart] {
        let request: SQLRequest<TaxImportPart> = """
            SELECT part.*, TRUE AS isCurrent FROM taxImport AS version
            JOIN taxImportPart AS part ON part.importId = version.id
            WHERE version.firmId = \(firm) AND \(scope.contains("version.firmId")) AND \(isCurrent)
            ORDER BY part.untilOn DESC, part.fromOn DESC, version.structure, part.part
            """
        return try request.fetchAll(db)
    }
}
