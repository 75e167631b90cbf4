import Foundation
import GRDB

/// What the office's time going back means for what lives until a time: it goes back too, so that no session and no link
/// becomes longer, and no lock-out.
package enum ClockCorrection {
    /// - Parameters:
    ///   - seconds: how far the time has gone back.
    ///   - after: what was written by the clock that was wrong, by its time; nothing for all that lives.
    package static func pullBack(_ db: Database, by seconds: TimeInterval, after: Date?) throws {
        let (span, since) = (Int64(seconds * 1000), after?.milliseconds ?? 0)
        guard span > 0 else { return }
        try db.execute(
            literal: """
                UPDATE session SET createdAt = createdAt - \(span), lastSeenAt = lastSeenAt - \(span),
                    expiresAt = expiresAt - \(span)
                WHERE endedAt IS NULL AND lastSeenAt > \(since)
                """)
        try db.execute(
            literal: """
                UPDATE personalLink SET createdAt = createdAt - \(span), expiresAt = expiresAt - \(span)
                WHERE endedAt IS NULL AND createdAt > \(since)
                """)
        try db.execute(literal: "UPDATE signInAttempt SET at = at - \(span) WHERE at > \(since)")
    }
}

extension ClockWatch {
    /// The head says that the machine's time is right: from here on the office goes by it.
    package func confirm(_ database: OfficeDatabase, by head: Int64) async throws {
        let (before, after) = (now, machineTime)
        try await database.write { db in
            try ClockCorrection.pullBack(db, by: before.timeIntervalSince(after), after: nil)
            try AuditEvent.write(
                db, .clockConfirmed, by: head,
                ["from": before.formatted(.iso8601), "to": after.formatted(.iso8601)], at: after)
        }
        _ = confirm()
    }
}
