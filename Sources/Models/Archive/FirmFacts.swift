import Dates
import Foundation
import GRDB

/// The head of a firm's card: the firm with its facts on a day, its people, and what is open between it and the office.
package struct FirmFacts: Sendable {
    package let firm: Firm
    package let form: TaxationForm?
    package let vat: VATPeriod?
    package let supervisorId: Int64?
    package let supervisor: String?
    package let tags: [String]
    /// The disk space that it uses, in bytes.
    package let use: Int64
    /// Everyone with access to it, by name.
    package let members: [Membership.Member]
    /// The number of conversations in which it waits for an answer, and since when the oldest does.
    package let questions: Int
    package let waitingSince: Date?
    /// The number of files that the office sent and nobody of the firm has downloaded.
    package let untakenFiles: Int

    private struct OfDay: StoredRow {
        let form: TaxationForm?
        let vat: VATPeriod?
        let supervisorId: Int64?
        let supervisor: String?
        let questions: Int
        let waitingSince: Date?
    }

    /// Finds the facts of a firm of the scope, closed or not.
    /// - Throws: `NotFound` when there is none, and likewise when it is outside the scope.
    package static func find(
        _ db: Database, _ id: Int64, in scope: FirmScope, on day: Day, at now: Date
    ) throws -> FirmFacts {
        let firm = try Firm.find(db, id, in: scope)
        let request = SQLRequest<OfDay>(
            literal: """
                SELECT \(FirmColumns.form("firm", on: day)) AS form, vat,
                    \(FirmColumns.supervisorId("firm", on: day)) AS supervisorId,
                    \(FirmColumns.supervisor("firm", on: day)) AS supervisor,
                    \(FirmColumns.questions("firm")) AS questions,
                    (SELECT min(waitingSince) FROM conversation
                        WHERE waitingSince IS NOT NULL AND firmId = firm.id) AS waitingSince
                FROM firm WHERE id = \(id)
                """, cached: true)
        guard let facts = try request.fetchOne(db) else { throw NotFound() }
        return FirmFacts(
            firm: firm, form: facts.form, vat: facts.vat, supervisorId: facts.supervisorId,
            supervisor: facts.supervisor, tags: try FirmTags.of(db, firm: id), use: try FirmUse.bytes(db, of: id),
            members: try Membership.members(db, of: firm, at: now), questions: facts.questions,
            waitingSince: facts.waitingSince, untakenFiles: try UntakenFiles.count(db, of: firm, at: now)
        )
    }
}
