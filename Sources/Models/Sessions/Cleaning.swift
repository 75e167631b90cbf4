import Foundation
import GRDB

/// Deletes sessions, links and their mails 90 days after they ended: the journal keeps who signed in and who got a
/// link, and nothing else needs them.
package enum Cleaning {
    /// The time for which they are kept, in seconds.
    package static let after: TimeInterval = 90 * 24 * 3600
    /// How many of each are deleted in one transaction, so that other writes come in between.
    package static let batch = 500

    /// Deletes some, the oldest first.
    /// - Returns: whether there may be more.
    package static func clean(_ db: Database, at now: Date) throws -> Bool {
        let before = now.addingTimeInterval(-after).milliseconds
        try db.execute(
            literal: """
                DELETE FROM session WHERE id IN (
                    SELECT id FROM session WHERE ifnull(endedAt, expiresAt) < \(before)
                    ORDER BY ifnull(endedAt, expiresAt) LIMIT \(batch))
                """)
        let sessions = db.changesCount
        let links = try SQLRequest<Int64>(
            """
            SELECT id FROM personalLink WHERE ifnull(endedAt, expiresAt) < \(before)
            ORDER BY ifnull(endedAt, expiresAt) LIMIT \(batch)
            """
        ).fetchAll(db)
        try db.execute(literal: "DELETE FROM outgoingMail WHERE linkId IN \(links)")
        try db.execute(literal: "DELETE FROM personalLink WHERE id IN \(links)")
        return max(sessions, links.count) == batch
    }
}
