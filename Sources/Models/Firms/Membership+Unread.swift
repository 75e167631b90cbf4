import Foundation
import GRDB

/// Marks messages unread for a person who may see more from now on.
extension Membership {
    /// Marks, after a right was given, what nobody of the firm has read. After a right was given back, marks also what
    /// others have read but the person has not, of all messages since the person first had access.
    static func markGiven(_ db: Database, _ person: Int64, _ firm: Int64, _ part: SQL = "TRUE") throws {
        let nobody: SQL = "NOT EXISTS (SELECT 1 FROM readReceipt WHERE readReceipt.messageId = message.id)"
        let read = since(person, firm, "readEndedAt IS NOT NULL OR endedAt IS NOT NULL AND canRead")
        let payroll = since(
            person, firm, "payrollEndedAt IS NOT NULL OR endedAt IS NOT NULL AND canRead AND canPayroll")
        let isBack: SQL = "message.sentAt >= iif(conversation.isPayroll, \(payroll), \(read))"
        try markUnread(db, of: person, in: firm, where: "\(part) AND (\(nobody) OR \(isBack))")
    }

    /// Marks the messages since a person was disabled, when the person is enabled again.
    static func markMissed(_ db: Database, by person: Int64, since: Date) throws {
        let firms = try Int64.fetchAll(
            db, sql: "SELECT firmId FROM membership WHERE personId = ? AND endedAt IS NULL", arguments: [person])
        for firm in firms {
            try markUnread(db, of: person, in: firm, where: "message.sentAt >= \(since.milliseconds)")
        }
    }

    /// Returns a subquery: when the person first had access to the firm, if a condition over the membership holds; else
    /// NULL.
    private static func since(_ person: Int64, _ firm: Int64, _ condition: SQL) -> SQL {
        """
        (SELECT min(createdAt) FROM membership WHERE personId = \(person) AND firmId = \(firm) AND (\(condition)))
        """
    }

    /// Marks the office's messages that the person may see and has no receipt for; not those of expired notices.
    private static func markUnread(_ db: Database, of person: Int64, in firm: Int64, where part: SQL) throws {
        try db.execute(
            literal: """
                INSERT OR IGNORE INTO unread (personId, messageId, conversationId, firmId, side)
                SELECT \(person), message.id, conversation.id, \(firm), 'office'
                FROM message JOIN conversation ON conversation.id = conversationId
                WHERE message.firmId = \(firm) AND message.side = 'office' AND \(part)
                    AND \(FirmScope.member(person).containsConversation("conversation"))
                    AND NOT EXISTS (SELECT 1 FROM readReceipt
                        WHERE readReceipt.messageId = message.id AND readReceipt.personId = \(person))
                    AND NOT (message.kind IN ('notice', 'reminder') AND EXISTS (SELECT 1 FROM broadcast
                        WHERE broadcast.id = conversation.broadcastId AND expiredAt IS NOT NULL))
                """
        )
    }
}
