import Foundation
import GRDB

/// What whoever watches the server must be told when it does not happen: backups, mails that go out.
package struct WatchFigures: StoredRow {
    /// When the last whole backup was made; when the office was, where there was none.
    package let lastBackup: Date?
    /// Mails that wait in the outbox and would still be of use.
    package let waitingMails: Int

    package static func fetch(_ db: Database, at now: Date) throws -> WatchFigures {
        let request: SQLRequest<WatchFigures> = """
            SELECT
                (SELECT ifnull(max(at), (SELECT at FROM auditEvent WHERE id = 1))
                    FROM auditEvent WHERE action = \(AuditEvent.Action.backedUp)) AS lastBackup,
                (SELECT count(*) FROM outgoingMail JOIN person ON person.id = outgoingMail.personId
                    LEFT JOIN personalLink ON personalLink.id = linkId
                    WHERE handedAt IS NULL AND usedAt IS NULL AND endedAt IS NULL AND disabledAt IS NULL
                    AND ifnull(expiresAt, \(Int64.max)) > \(now.milliseconds)) AS waitingMails
            """
        guard let figures = try request.fetchOne(db) else { throw NotFound() }
        return figures
    }
}
