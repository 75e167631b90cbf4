import Foundation
import GRDB

/// Sums of an office for whoever watches the server: how much there is, and what waits.
/// No name, subject or address is among them.
package struct OfficeFigures: StoredRow {
    /// Firms that are not archived.
    package let firms: Int
    /// People who have signed in once and are not disabled.
    package let people: Int
    package let sessions: Int
    package let messages: Int
    /// Rows of person and message that a client has not read.
    package let unread: Int
    /// Questions that wait for an answer, and since when the oldest of them does.
    package let waiting: Int
    package let waitingSince: Date?
    /// Wrong passwords of the last hour.
    package let failedSignIns: Int
    package let files: Int
    package let fileBytes: Int64
    package let databaseBytes: Int64

    /// By indices of few rows, by sums that are kept, and by the newest message, for none is ever removed: watching costs
    /// no more in an old office.
    package static func fetch(_ db: Database, at now: Date) throws -> OfficeFigures {
        let request = SQLRequest<OfficeFigures>(literal: query(at: now))
        guard let figures = try request.fetchOne(db) else { throw NotFound() }
        return figures
    }

    static func query(at now: Date) -> SQL {
        """
        SELECT
            (SELECT count(*) FROM firm WHERE archivedAt IS NULL) AS firms,
            (SELECT count(*) FROM person WHERE activatedAt IS NOT NULL AND disabledAt IS NULL) AS people,
            (SELECT count(*) FROM session WHERE endedAt IS NULL AND expiresAt > \(now.milliseconds)) AS sessions,
            (SELECT ifnull(max(id), 0) FROM message) AS messages,
            (SELECT unread FROM officeSums) AS unread,
            (SELECT count(*) FROM conversation WHERE waitingSince IS NOT NULL) AS waiting,
            (SELECT min(waitingSince) FROM conversation WHERE waitingSince IS NOT NULL) AS waitingSince,
            (SELECT count(*) FROM signInAttempt WHERE NOT succeeded AND at > \(now.milliseconds - 3_600_000))
                AS failedSignIns,
            (SELECT files FROM officeSums) AS files,
            (SELECT fileBytes FROM officeSums) AS fileBytes,
            (SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()) AS databaseBytes
        """
    }
}
