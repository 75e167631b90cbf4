import Foundation
import GRDB

/// The conversations of one firm, newest first, for its card.
package enum FirmConversations {
    package struct Row: StoredRow {
        package let id: Int64
        package let subject: String
        package let lastMessageAt: Date
        package let lastSide: Message.Side
        package let waitingSince: Date?
        package let reader: String?
        package let readAt: Date?
    }

    package static func newest(_ db: Database, of firm: Firm, limit: Int = 20) throws -> [Row] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT conversation.id, subject, lastMessageAt, message.side AS lastSide, waitingSince,
                    (SELECT person.name FROM readReceipt JOIN person ON person.id = readReceipt.personId
                        WHERE readReceipt.messageId = message.id ORDER BY readAt LIMIT 1) AS reader,
                    (SELECT min(readAt) FROM readReceipt WHERE readReceipt.messageId = message.id) AS readAt
                FROM conversation JOIN message ON message.id = lastMessageId
                WHERE conversation.firmId = ? ORDER BY lastMessageAt DESC, conversation.id DESC LIMIT ?
                """,
            arguments: [firm.id, limit]
        )
    }
}
