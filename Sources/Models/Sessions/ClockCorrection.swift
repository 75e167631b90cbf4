import Foundation
import GRDB

/// Sets stored times back when the office's time is set back, so that no session, link or lock-out lasts longer than it
/// should.
package enum ClockCorrection {
    /// - Parameters:
    ///   - seconds: how far the time was set back.
    ///   - after: only times after this one, written by the wrong clock; `nil` for all.
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
    /// Confirms the machine's time for the head: the office uses it from now on.
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
