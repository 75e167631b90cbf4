import Dates
import Foundation
import GRDB

/// Records who read which message of the office, and when. Written only when the message was on the screen of a
/// signed-in client, or when the client confirmed it.
package enum ReadReceipt {
    /// Inserts the receipt; reading again changes nothing.
    /// - Throws: `NotFound` when the message is not one of the office's in this conversation.
    package static func write(
        _ db: Database, message: Int64, of conversation: Conversation, by person: Int64, on day: Day, at now: Date
    ) throws {
        let isOffice = try Bool.fetchOne(
            db.cachedStatement(sql: "SELECT side = 'office' FROM message WHERE id = ? AND conversationId = ?"),
            arguments: [message, conversation.id]
        )
        guard isOffice == true else { throw NotFound() }
        try db.cachedStatement(
            sql: "INSERT OR IGNORE INTO readReceipt (messageId, personId, readAt) VALUES (?, ?, ?)"
        ).execute(arguments: [message, person, now.milliseconds])
        guard db.changesCount == 1 else { return }
        try db.cachedStatement(sql: "DELETE FROM unread WHERE personId = ? AND messageId = ?")
            .execute(arguments: [person, message])
        try AuditEvent.write(
            db, .messageRead, by: person, firm: conversation.firmId, subject: "message/\(message)", at: now
        )
        try conversation.announce(db, on: day)
    }
}
