import Foundation
import GRDB

/// A firm that is no longer a client. It leaves the lists and the sends; everything is kept. Its people
/// still sign in and read what was sent to them, as they must keep it for years, but write no more.
extension Firm {
    package var isArchived: Bool { archivedAt != nil }

    /// Puts the firm away. Done twice, the first time stays.
    package func archive(_ db: Database, by person: Int64, at now: Date) throws {
        try db.execute(
            sql: "UPDATE firm SET archivedAt = ?, archivedBy = ? WHERE id = ? AND archivedAt IS NULL",
            arguments: [now.milliseconds, person, id]
        )
        guard db.changesCount == 1 else { return }
        try AuditEvent.write(db, .firmArchived, by: person, firm: id, at: now)
    }

    /// Takes the firm back among the clients.
    package func bringBack(_ db: Database, by person: Int64, at now: Date) throws {
        try db.execute(
            sql: "UPDATE firm SET archivedAt = NULL, archivedBy = NULL WHERE id = ? AND archivedAt IS NOT NULL",
            arguments: [id]
        )
        guard db.changesCount == 1 else { return }
        try AuditEvent.write(db, .firmBroughtBack, by: person, firm: id, at: now)
    }
}
