import Foundation
import GRDB

/// The figures by which monitoring notices what does not happen: backups, outgoing mail.
package struct WatchFigures: StoredRow {
    /// The time of the last complete backup; without one, the time when the office was created.
    package let lastBackup: Date?
    /// The number of mails in the outbox that are still useful.
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
