import Dates
import Foundation
import GRDB

/// A notice may have a last day of validity. When that day is over in the office's time zone, the notice is no longer
/// counted as unread; the notice itself stays.
extension Broadcast {
    /// Whether the last day of the notice is over.
    package func isExpired(on day: Day) -> Bool { expiresOn.map { $0 < day } ?? false }

    /// Whether `expire` has anything to do: a query over an index of few rows.
    package static func mustExpire(_ db: Database, on day: Day) throws -> Bool {
        try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM broadcast WHERE expiresOn < ? AND expiredAt IS NULL)",
            arguments: [day]
        ) ?? false
    }

    /// Ends every notice whose last day is over, with its reminders. Other messages in their threads stay unread. Each
    /// notice is ended once, however late.
    package static func expire(_ db: Database, on day: Day, at now: Date) throws {
        let ids = try Int64.fetchAll(
            db, sql: "SELECT id FROM broadcast WHERE expiresOn < ? AND expiredAt IS NULL", arguments: [day]
        )
        for id in ids {
            let marks: SQL = """
                unread WHERE conversationId IN (SELECT id FROM conversation WHERE broadcastId = \(id))
                    AND messageId IN (SELECT message.id FROM message
                        WHERE message.conversationId = unread.conversationId AND kind IN ('notice', 'reminder'))
                """
            try LiveChanges.record(db, about: ["inbox"], people: "SELECT personId FROM \(marks)")
            try db.execute(literal: "DELETE FROM \(marks)")
            try db.execute(literal: "UPDATE broadcast SET expiredAt = \(now.milliseconds) WHERE id = \(id)")
            try LiveChanges.record(db, about: ["broadcast/\(id)"], people: "SELECT personId FROM staff")
            try AuditEvent.write(db, .noticeExpired, by: nil, subject: "broadcast/\(id)", at: now)
        }
        if !ids.isEmpty { try LiveChanges.record(db, about: ["firms"], people: "SELECT personId FROM staff") }
    }
}

/// Thrown when the notice's last day is over.
package struct NoticeExpired: Error {}

extension Conversation {
    /// Returns the last day of the notice that the conversation began with, if it has one.
    package func lastDay(_ db: Database) throws -> Day? {
        guard let broadcastId else { return nil }
        return try Day.fetchOne(
            db, sql: "SELECT expiresOn FROM broadcast WHERE id = ? AND expiresOn IS NOT NULL", arguments: [broadcastId]
        )
    }
}
