import Foundation
import GRDB

extension SignInAttempt {
    /// Writes wrong passwords into the journal as sums: one entry for each complete hour, however many there were, so
    /// that guesses cannot fill a journal from which nothing may be deleted. Hours missed while the program was not
    /// running are summed at the next start.
    package static func sum(_ db: Database, at now: Date) throws {
        // A claimed attempt counts as wrong until it is settled, which takes less than a minute.
        let hour: Int64 = 3_600_000
        let end = (now.milliseconds - 60_000) / hour * hour
        let hours = try Row.fetchAll(
            db,
            sql: """
                SELECT at / \(hour) * \(hour) AS start, count(*) AS tries, count(DISTINCT address) AS addresses,
                    count(DISTINCT account) AS accounts
                FROM signInAttempt WHERE NOT succeeded AND summedAt IS NULL AND kind <> 'reset' AND at < ?
                GROUP BY start ORDER BY start
                """, arguments: [end])
        for row in hours {
            let start: Int64 = row["start"]
            let from = try String.fetchOne(
                db,
                sql: """
                    SELECT address FROM signInAttempt
                    WHERE NOT succeeded AND summedAt IS NULL AND kind <> 'reset' AND at >= ? AND at < ?
                    GROUP BY address ORDER BY count(*) DESC, address LIMIT 1
                    """, arguments: [start, start + hour])
            let facts = [
                "count": "\(row["tries"] as Int)", "addresses": "\(row["addresses"] as Int)",
                "accounts": "\(row["accounts"] as Int)", "address": from ?? "",
                "hour": Date(milliseconds: start).formatted(.iso8601),
            ]
            try AuditEvent.write(db, .signInFailed, by: nil, facts, at: now)
        }
        try db.execute(
            sql: "UPDATE signInAttempt SET summedAt = ? WHERE NOT succeeded AND summedAt IS NULL AND at < ?",
            arguments: [now.milliseconds, end])
    }

    /// Deletes attempts older than a day, once they are in the journal.
    package static func sweep(_ db: Database, at now: Date) throws {
        try sum(db, at: now)
        try db.execute(
            sql: "DELETE FROM signInAttempt WHERE at < ?",
            arguments: [now.addingTimeInterval(-24 * 3600).milliseconds]
        )
    }
}
