import Dates
import Foundation
import GRDB

/// The heading of a firm's card: the firm, and its facts on a day.
package struct FirmFacts: Sendable {
    package let firm: Firm
    package let form: TaxationForm?
    package let supervisor: String?
    package let tags: [String]
    /// The disk space that it uses, in bytes.
    package let use: Int64

    private struct OfDay: StoredRow {
        let form: TaxationForm?
        let supervisor: String?
    }

    /// Finds the facts of a firm of the scope, closed or not.
    /// - Throws: `NotFound` when there is none, and likewise when it is outside the scope.
    package static func find(_ db: Database, _ id: Int64, in scope: FirmScope, on day: Day) throws -> FirmFacts {
        let firm = try Firm.find(db, id, in: scope)
        let request: SQLRequest<OfDay> = """
            SELECT \(FirmColumns.form("firm", on: day)) AS form, \(FirmColumns.supervisor("firm", on: day)) AS supervisor
            FROM firm WHERE id = \(id)
            """
        let facts = try request.fetchOne(db)
        return FirmFacts(
            firm: firm, form: facts?.form, supervisor: facts?.supervisor, tags: try FirmTags.of(db, firm: id),
            use: try FirmUse.bytes(db, of: id)
        )
    }
}
