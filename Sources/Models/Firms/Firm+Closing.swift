import Foundation
import GRDB

/// A closed firm is no longer a client. It is left out of lists and sends; all its data stays. Its people can still
/// sign in and read what was sent to them, which they must keep for years, but cannot write.
extension Firm {
    package var isClosed: Bool { closedAt != nil }

    /// Archives the firm. A repeated call changes nothing.
    package func close(_ db: Database, by person: Int64, at now: Date) throws {
        try db.execute(
            sql: "UPDATE firm SET closedAt = ?, closedBy = ? WHERE id = ? AND closedAt IS NULL",
            arguments: [now.milliseconds, person, id]
        )
        guard db.changesCount == 1 else { return }
        try AuditEvent.write(db, .firmClosed, by: person, firm: id, at: now)
    }

    /// Returns the firm to the active clients.
    package func bringBack(_ db: Database, by person: Int64, at now: Date) throws {
        try db.execute(
            sql: "UPDATE firm SET closedAt = NULL, closedBy = NULL WHERE id = ? AND closedAt IS NOT NULL",
            arguments: [id]
        )
        guard db.changesCount == 1 else { return }
        try AuditEvent.write(db, .firmBroughtBack, by: person, firm: id, at: now)
    }
}
