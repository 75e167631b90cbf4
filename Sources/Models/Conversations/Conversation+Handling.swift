import Dates
import Foundation
import GRDB

/// "Handled": an employee of the office has settled a question without a written answer.
package struct Handling: StoredRow {
    package let personName: String
    package let handledAt: Date
}

extension Conversation {
    /// Marks the question as handled, so that it no longer waits for an answer. A repeated call keeps the first mark.
    package func handle(_ db: Database, by person: Int64, on day: Day, at now: Date) throws {
        try db.execute(
            sql: "INSERT OR IGNORE INTO handling (conversationId, personId, handledAt) VALUES (?, ?, ?)",
            arguments: [id, person, now.milliseconds]
        )
        guard db.changesCount == 1 else { return }
        try db.execute(sql: "UPDATE everyConversation SET waitingSince = NULL WHERE id = ?", arguments: [id])
        try db.execute(sql: "DELETE FROM unread WHERE conversationId = ? AND side = 'client'", arguments: [id])
        try AuditEvent.write(db, .handled, by: person, firm: firmId, subject: topic, at: now)
        try announce(db, on: day)
    }

    /// Reopens the question: it waits since the client's last message.
    package func reopen(_ db: Database, by person: Int64, on day: Day, at now: Date) throws {
        try db.execute(sql: "DELETE FROM handling WHERE conversationId = ?", arguments: [id])
        guard db.changesCount == 1 else { return }
        try db.execute(
            sql: """
                UPDATE everyConversation SET waitingSince = (SELECT sentAt FROM message WHERE conversationId = ?1
                    AND side = 'client' ORDER BY message.id DESC LIMIT 1) WHERE id = ?1
                """,
            arguments: [id]
        )
        try AuditEvent.write(db, .reopened, by: person, firm: firmId, subject: topic, at: now)
        try announce(db, on: day)
    }

    package func handling(_ db: Database) throws -> Handling? {
        try Handling.fetchOne(
            db,
            sql: """
                SELECT person.name AS personName, handledAt FROM handling JOIN person ON person.id = handling.personId
                WHERE conversationId = ?
                """,
            arguments: [id]
        )
    }
}
