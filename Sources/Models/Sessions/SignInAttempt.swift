import Foundation
import GRDB

/// Tries to sign in, counted per account and per network address. An account that does not exist
/// is counted like any other, so that the answer tells nobody which addresses are known.
package enum SignInAttempt {
    /// Wrong passwords for one account from one address before each next one must wait.
    package static let freeTries = 5
    /// The longest wait, and how far back tries count.
    package static let longestWait: TimeInterval = 15 * 60
    /// Wrong passwords from one address, whatever the accounts.
    package static let addressLimit = 60
    /// Wrong passwords in a row for one account from anywhere (NIST 800-63B: at most 100).
    package static let accountLimit = 100

    /// How long this address must wait before it may try this account; zero when it may.
    package static func wait(_ db: Database, email: EmailAddress, address: String, at now: Date) throws -> TimeInterval
    {
        let since = now.addingTimeInterval(-longestWait).milliseconds
        let account = email.digest
        let own = try failures(
            db, "account = ? AND address = ? AND at > ?", [account, address, since], account: account, address: address
        )
        let fromAddress = try Int64.fetchAll(
            db.cachedStatement(
                sql: "SELECT at FROM signInAttempt WHERE address = ? AND at > ? AND NOT succeeded ORDER BY at"),
            arguments: [address, since]
        )
        let day = now.addingTimeInterval(-24 * 3600).milliseconds
        let fromAnywhere = try failures(db, "account = ? AND at > ?", [account, day], account: account, address: nil)
        // Tries of a time that has not come were written by a clock that was wrong: they would lock for longer than the
        // longest wait.
        let past = [own, fromAddress, fromAnywhere].map { $0.filter { $0 <= now.milliseconds } }
        let pauses = [
            past[0].count < freeTries ? 0 : min(longestWait, pow(2, Double(past[0].count - freeTries)) * 5),
            past[1].count < addressLimit ? 0 : longestWait, past[2].count < accountLimit ? 0 : longestWait,
        ]
        return zip(pauses, past).map { pause, times in
            times.last.map { max(0, pause - now.timeIntervalSince(Date(milliseconds: $0))) } ?? 0
        }.max() ?? 0
    }

    /// Leave to try one password: counted as a wrong one until it is settled, so that guesses sent all
    /// at once do not all find the counter where it was.
    package enum Claim: Sendable { case wait(TimeInterval), granted(Int64) }

    package static func claim(_ db: Database, email: EmailAddress, address: String, at now: Date) throws -> Claim {
        let wait = try wait(db, email: email, address: address, at: now)
        if wait > 0 { return .wait(wait) }
        try insert(db, email, address, succeeded: false, at: now)
        return .granted(db.lastInsertedRowID)
    }

    /// Says how the claimed try ended.
    package static func settle(
        _ db: Database, _ claim: Int64, email: EmailAddress, address: String, succeeded: Bool, at now: Date
    ) throws {
        try release(db, claim)
        try record(db, email: email, address: address, succeeded: succeeded, at: now)
    }

    /// Gives a claim back: the password could not be looked at.
    package static func release(_ db: Database, _ claim: Int64) throws {
        try db.cachedStatement(sql: "DELETE FROM signInAttempt WHERE id = ?").execute(arguments: [claim])
    }

    package static func record(_ db: Database, email: EmailAddress, address: String, succeeded: Bool, at now: Date)
        throws
    {
        try insert(db, email, address, succeeded: succeeded, at: now)
        if !succeeded { try AuditEvent.write(db, .signInFailed, by: nil, ["address": address], at: now) }
    }

    private static func insert(
        _ db: Database, _ email: EmailAddress, _ address: String, succeeded: Bool, at now: Date
    ) throws {
        try db.cachedStatement(sql: "INSERT INTO signInAttempt (account, address, at, succeeded) VALUES (?, ?, ?, ?)")
            .execute(arguments: [email.digest, address, now.milliseconds, succeeded])
    }

    /// Forgets tries older than a day.
    package static func sweep(_ db: Database, at now: Date) throws {
        try db.execute(
            sql: "DELETE FROM signInAttempt WHERE at < ?",
            arguments: [now.addingTimeInterval(-24 * 3600).milliseconds]
        )
    }

    /// The times of failures since the last success of the account (from the address, when given).
    private static func failures(
        _ db: Database, _ condition: String, _ arguments: StatementArguments, account: Data, address: String?
    ) throws -> [Int64] {
        let lastSuccess =
            try Int64.fetchOne(
                db.cachedStatement(
                    sql: """
                        SELECT max(at) FROM signInAttempt WHERE account = ? AND succeeded AND (? IS NULL OR address = ?)
                        """),
                arguments: [account, address, address]
            ) ?? 0
        return try Int64.fetchAll(
            db.cachedStatement(
                sql:
                    "SELECT at FROM signInAttempt WHERE \(condition) AND NOT succeeded AND at > ? ORDER BY at LIMIT 200"
            ),
            arguments: arguments + [lastSuccess]
        )
    }
}
