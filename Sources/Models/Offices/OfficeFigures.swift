import Foundation
import GRDB

/// The figures of an office for monitoring: how much there is, and how much waits. They contain no name, subject or
/// address.
package struct OfficeFigures: StoredRow {
    /// The number of active firms.
    package let firms: Int
    /// The number of people who have signed in and are not disabled.
    package let people: Int
    package let sessions: Int
    package let messages: Int
    /// The number of rows of `unread` for clients.
    package let unread: Int
    /// The number of questions that wait for an answer, and since when the oldest does.
    package let waiting: Int
    package let waitingSince: Date?
    /// The number of wrong passwords within the last hour.
    package let failedSignIns: Int
    package let files: Int
    package let fileBytes: Int64
    package let databaseBytes: Int64

    /// Reads small indexes, sums kept by triggers, and the newest message's id, since no message is ever deleted:
    /// monitoring costs no more in an old office.
    package static func fetch(_ db: Database, at now: Date) throws -> OfficeFigures {
        let request = SQLRequest<OfficeFigures>(literal: query(at: now))
        guard let figures = try request.fetchOne(db) else { throw NotFound() }
        return figures
    }

    static func query(at now: Date) -> SQL {
        """
        SELECT
            (SELECT count(*) FROM firm WHERE closedAt IS NULL) AS firms,
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
