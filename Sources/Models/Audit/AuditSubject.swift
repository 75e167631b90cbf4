import GRDB

/// The subject of a journal entry: its name, and the page that shows it.
package struct AuditSubject: Sendable, Equatable {
    package enum Place: Sendable, Equatable { case conversation(Int64), broadcast(Int64) }

    package let name: String
    /// `nil` for a subject without a page of its own.
    package let place: Place?

    /// Reads `broadcast/3`. Returns `nil` for a record that is deleted or has no name.
    static func find(_ db: Database, _ subject: String?) throws -> AuditSubject? {
        let parts = (subject ?? "").split(separator: "/")
        guard parts.count == 2, let id = Int64(parts[1]) else { return nil }
        switch parts[0] {
        case "broadcast":
            return try named(db, "SELECT id, subject FROM broadcast WHERE id = ?", id) { .broadcast($0) }
        case "conversation":
            return try named(db, "SELECT id, subject FROM everyConversation WHERE id = ?", id) { .conversation($0) }
        case "message":
            return try named(
                db,
                """
                SELECT conversation.id, subject FROM everyMessage AS message
                JOIN everyConversation AS conversation ON conversation.id = conversationId WHERE message.id = ?
                """, id
            ) { .conversation($0) }
        case "attachment":
            return try named(
                db,
                "SELECT fileId, name FROM attachment JOIN storedFile ON storedFile.id = fileId WHERE attachment.id = ?",
                id)
        case "file": return try named(db, "SELECT id, name FROM storedFile WHERE id = ?", id)
        case "import":
            return try named(
                db,
                "SELECT fileId, name FROM taxImport JOIN storedFile ON storedFile.id = fileId WHERE taxImport.id = ?",
                id)
        case "printout":
            return try named(
                db,
                """
                SELECT fileId, name FROM printoutFile JOIN storedFile ON storedFile.id = fileId
                WHERE printoutId = ? ORDER BY madeAt DESC LIMIT 1
                """, id)
        case "person": return try named(db, "SELECT id, name FROM person WHERE id = ?", id)
        default: return nil
        }
    }

    private static func named(
        _ db: Database, _ sql: String, _ id: Int64, place: (Int64) -> Place? = { _ in nil }
    ) throws -> AuditSubject? {
        guard let row = try Row.fetchOne(try db.cachedStatement(sql: sql), arguments: [id]) else { return nil }
        return AuditSubject(name: row[1], place: place(row[0]))
    }
}
