import Dates
import Foundation
import GRDB

extension Broadcast {
    /// A firm from which the notice was withdrawn.
    package struct Withdrawn: StoredRow {
        package let firmId: Int64
        package let name: String
        package let personName: String
        package let at: Date
    }

    /// Returns how many firms of the scope have the notice and do not know of it yet.
    package func withdrawableCount(_ db: Database, in scope: FirmScope) throws -> Int {
        try SQLRequest<Int>("SELECT count(*) FROM conversation WHERE \(isUnknown(in: scope))").fetchOne(db) ?? 0
    }

    /// Withdraws the notice, with its reminders, from the firms of the scope in which nobody has read it, taken a file
    /// of it or answered it.
    /// - Returns: the number of firms.
    package func withdraw(_ db: Database, by person: Int64, in scope: FirmScope, at now: Date) throws -> Int {
        let firms = try SQLRequest<Int64>("SELECT firmId FROM conversation WHERE \(isUnknown(in: scope))").fetchAll(db)
        guard !firms.isEmpty else { return 0 }
        try Withdrawal(person: person, at: now).withdraw(
            db,
            """
            message.conversationId IN
                (SELECT id FROM conversation WHERE broadcastId = \(id) AND firmId IN \(SQL.list(firms)))
            """)
        try LiveChanges.record(
            db, about: [topic, "questions", "firms"], people: "SELECT personId FROM staff")
        let list = firms.sorted().map { "firm/\($0)" }.joined(separator: " ")
        try AuditEvent.write(
            db, .withdrawn, by: person, subject: topic,
            ["firms": "\(firms.count)"].merging(PostedFiles.fact("from", list)) { $1 }, at: now)
        return firms.count
    }

    /// Returns the firms of the scope from which it was withdrawn, by name, after one of them: one more than a page
    /// when there are more.
    package func withdrawn(
        _ db: Database, after: Int64? = nil, in scope: FirmScope, limit: Int = BroadcastReport.pageSize + 1
    ) throws -> [Withdrawn] {
        let request: SQLRequest<Withdrawn> = """
            SELECT firm.id AS firmId, firm.name, person.name AS personName, message.withdrawnAt AS at
            FROM everyConversation AS conversation JOIN firm ON firm.id = conversation.firmId
            JOIN everyMessage AS message ON message.id =
                (SELECT min(id) FROM everyMessage WHERE conversationId = conversation.id)
            JOIN person ON person.id = message.withdrawnBy
            WHERE broadcastId = \(id) AND \(scope.contains("conversation.firmId")) AND \(DraftRecipients.follows(after))
            ORDER BY firm.nameKey, firm.id LIMIT \(limit)
            """
        return try request.fetchAll(db)
    }

    /// A condition over a row of `conversation`: it is of this notice, and nobody of the firm knows of any message of it.
    private func isUnknown(in scope: FirmScope) -> SQL {
        """
        conversation.broadcastId = \(id) AND \(scope.contains("conversation.firmId")) AND NOT EXISTS
            (SELECT 1 FROM message WHERE message.conversationId = conversation.id AND NOT \(Withdrawal.isUnknown))
        """
    }
}
