import Foundation
import GRDB

/// An archived firm is no longer a client. It is left out of lists and sends; all its data stays. Its people can still
/// sign in and read what was sent to them, which they must keep for years, but cannot write.
extension Firm {
    package var isArchived: Bool { archivedAt != nil }

    /// Archives the firm. A repeated call changes nothing.
    package func archive(_ db: Database, by person: Int64, at now: Date) throws {
        try db.execute(
            sql: "UPDATE firm SET archivedAt = ?, archivedBy = ? WHERE id = ? AND archivedAt IS NULL",
            arguments: [now.milliseconds, person, id]
        )
        guard db.changesCount == 1 else { return }
        try AuditEvent.write(db, .firmArchived, by: person, firm: id, at: now)
    }

    /// Returns the firm to the active clients.
    package func bringBack(_ db: Database, by person: Int64, at now: Date) throws {
        try db.execute(
            sql: "UPDATE firm SET archivedAt = NULL, archivedBy = NULL WHERE id = ? AND archivedAt IS NOT NULL",
            arguments: [id]
        )
        guard db.changesCount == 1 else { return }
        try AuditEvent.write(db, .firmBroughtBack, by: person, firm: id, at: now)
    }
}
