import Dates
import Foundation
import GRDB

/// An internal note about a conversation, for the people of the office alone. It is not a message: no query for a
/// client reads it, and nobody of the firm is notified of it.
package struct Note: StoredRow {
    package let id: Int64
    package let personId: Int64
    package let personName: String
    /// The digest of the author's photo.
    package let photo: String?
    package let body: String
    package let writtenAt: Date

    /// The limit of a note, in code points.
    package static let bodyLimit = 5_000
}

extension Conversation {
    /// Adds a note for the colleagues who see this firm.
    /// - Throws: `Invalid` naming `note`.
    package func write(_ db: Database, note: TypedBlock, by person: Int64, on day: Day, at now: Date) throws {
        let body = note.text
        var invalid = Invalid()
        if body.isEmpty { invalid.add("note", "errors.noteMissing") }
        invalid.limit("note", body, to: Note.bodyLimit)
        try invalid.check()
        try db.execute(
            sql: "INSERT INTO note (conversationId, personId, body, writtenAt) VALUES (?, ?, ?, ?)",
            arguments: [id, person, body, now.milliseconds]
        )
        try AuditEvent.write(db, .noteWritten, by: person, firm: firmId, subject: topic, at: now)
        try announceInside(db, on: day)
    }

    /// Tells only the office's open pages that the conversation has changed.
    func announceInside(_ db: Database, on day: Day) throws {
        let staff = FirmScope.staff(of: "\(firmId)", on: day)
        try LiveChanges.record(db, about: [topic, "questions"], people: staff)
    }
}

/// The office's internal notes and hand-overs, to be shown among the messages of one page of a thread.
package struct InsideEvents: Sendable {
    package let notes: [Note]
    package let handOvers: [HandOver]

    /// The most notes, and the most hand-overs, on one page of a thread.
    private static let limit = 200

    /// - Parameter before: the message before which the page of the thread ends; `nil` for the newest page.
    package static func fetch(
        _ db: Database, _ conversation: Conversation, beside thread: MessageThread, before: Int64?
    ) throws -> InsideEvents {
        let from = thread.hasOlder ? thread.entries.first?.sentAt.milliseconds ?? 0 : 0
        let end = try before.flatMap { message in
            try Int64.fetchOne(
                db, sql: "SELECT sentAt FROM message WHERE id = ? AND conversationId = ?",
                arguments: [message, conversation.id]
            )
        }
        let notes: SQLRequest<Note> = """
            SELECT note.id, note.personId, person.name AS personName, photo, body, writtenAt
            FROM note JOIN person ON person.id = note.personId JOIN staff ON staff.personId = note.personId
            WHERE conversationId = \(conversation.id)
                AND writtenAt >= \(from) AND writtenAt < \(end ?? .max)
            ORDER BY writtenAt DESC, note.id DESC LIMIT \(limit)
            """
        let handOvers: SQLRequest<HandOver> = """
            \(HandOver.source) WHERE conversationId = \(conversation.id)
                AND handedAt >= \(from) AND handedAt < \(end ?? .max)
            ORDER BY handedAt DESC, handOver.id DESC LIMIT \(limit)
            """
        return InsideEvents(
            notes: try notes.fetchAll(db).reversed(), handOvers: try handOvers.fetchAll(db).reversed()
        )
    }
}
