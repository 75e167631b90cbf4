import Dates
import Foundation
import GRDB

/// "Please read": another message in the threads of a notice that nobody of the firm has read.
package struct Reminder: StoredRow {
    package let id: Int64
    package let broadcastId: Int64
    package let personName: String
    package let sentAt: Date
    package let firmCount: Int

    /// The firms that would be reminded now.
    package struct Audience: Sendable, Equatable {
        package let count: Int
        /// A fingerprint of the set of firms: another set of the same size has another.
        package let fingerprint: String

        package init(count: Int, fingerprint: String) {
            self.count = count
            self.fingerprint = fingerprint
        }
    }

    static let source: SQL = """
        SELECT reminder.id, broadcastId, person.name AS personName, sentAt, firmCount
        FROM reminder JOIN person ON person.id = personId
        """
}

extension Broadcast {
    /// Returns the reminders of this notice, newest first.
    package func reminders(_ db: Database) throws -> [Reminder] {
        let request: SQLRequest<Reminder> = "\(Reminder.source) WHERE broadcastId = \(id) ORDER BY reminder.id DESC"
        return try request.fetchAll(db)
    }

    /// Returns the firms of the scope in which nobody who may read the notice has read it.
    package func unreached(_ db: Database, in scope: FirmScope) throws -> Reminder.Audience {
        let firms = try SQLRequest<Int64>("SELECT conversation.firmId \(unreachedThreads(scope))").fetchSet(db)
        return Reminder.Audience(count: firms.count, fingerprint: DraftCheck.fingerprint(of: firms))
    }

    /// Reminds those firms, all or nothing, in the threads of this notice. Looks up the firms now, so that one that has
    /// read meanwhile is not reminded. A repeated submission with the same key returns the first reminder.
    /// - Parameter expected: the firms that the page showed.
    /// - Throws: `NoticeExpired`; `AudienceChanged` when other firms would be reminded now; `Invalid` naming `body`.
    package func remind(
        _ db: Database, _ content: NewContent, key: String, expecting expected: Reminder.Audience, by person: Int64,
        in scope: FirmScope, on day: Day, at now: Date
    ) throws -> Reminder {
        if let sent = try reminder(db, key: key) { return sent }
        try content.problems().check()
        if isExpired(on: day) { throw NoticeExpired() }
        let audience = try unreached(db, in: scope)
        guard audience == expected, audience.count > 0 else { throw AudienceChanged() }
        let contentId = try content.insert(db, by: person, to: nil)
        try db.execute(
            literal: """
                INSERT INTO reminder (broadcastId, contentId, personId, idempotencyKey, sentAt, firmCount)
                VALUES (\(id), \(contentId), \(person), \(key), \(now.milliseconds), \(audience.count))
                """
        )
        try Posting(kind: .reminder, side: .office, author: person, at: now).post(
            db, into: "SELECT conversation.id, \(contentId) \(unreachedThreads(scope))", on: day)
        try LiveChanges.record(db, about: [topic], people: "SELECT personId FROM staff")
        try AuditEvent.write(db, .reminded, by: person, subject: topic, ["firms": "\(audience.count)"], at: now)
        guard let sent = try reminder(db, key: key) else { throw NotFound() }
        return sent
    }

    private func reminder(_ db: Database, key: String) throws -> Reminder? {
        let request: SQLRequest<Reminder> = """
            \(Reminder.source) WHERE broadcastId = \(id) AND idempotencyKey = \(key)
            """
        return try request.fetchOne(db)
    }

    private func unreachedThreads(_ scope: FirmScope) -> SQL {
        let readers = FirmScope.readers(of: "conversation.firmId", payroll: "conversation.isPayroll")
        return """
            FROM conversation JOIN firm ON firm.id = conversation.firmId AND firm.closedAt IS NULL
            WHERE broadcastId = \(id) AND \(scope.contains("conversation.firmId")) AND EXISTS (\(readers))
                AND NOT EXISTS (SELECT 1 FROM readReceipt WHERE personId IN (\(readers)) AND messageId =
                    (SELECT min(message.id) FROM message WHERE message.conversationId = conversation.id))
            """
    }
}
