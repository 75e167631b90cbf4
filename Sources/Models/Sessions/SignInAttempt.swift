import Foundation
import GRDB
import Secrets

/// Sign-in attempts, counted to prevent guessing without letting anybody lock others out: unknown browsers by account
/// and by address, a known browser and an open session each separately, requests for a new password separately. An
/// account that does not exist is counted like any other, so that the response does not reveal which exist.
package enum SignInAttempt {
    /// The wrong passwords for one account from one address after which each next attempt must wait.
    package static let freeTries = 5
    /// The longest wait, and the time for which attempts count, in seconds.
    package static let longestWait: TimeInterval = 15 * 60
    /// The wrong passwords from one address, whatever the accounts.
    package static let addressLimit = 60
    /// The wrong passwords from all addresses of one /48, whatever the accounts.
    package static let networkLimit = 240
    /// The consecutive wrong passwords for one account from anywhere (NIST 800-63B: at most 100).
    package static let accountLimit = 100
    /// The requests for a new password of one account, from anywhere, that have an effect within a day.
    package static let resetLimit = 10

    /// A counter of attempts.
    package enum Counter: Sendable {
        /// An unknown browser.
        case stranger(account: Data, AddressGroup)
        /// A browser that has signed in as this person before: attempts from unknown browsers do not count against it.
        case browser(Int64, AddressGroup)
        /// A signed-in person who is asked for the password again.
        case session(Int64, AddressGroup)
        /// A request for a new password.
        case reset(account: Data, AddressGroup)
    }

    /// Returns the counter of a sign-in: the browser's, if it is known as this person's, else that of unknown browsers.
    /// - Parameter browser: the token of the browser's cookie, if any.
    package static func counter(
        _ db: Database, of email: EmailAddress, browser: Token?, from group: AddressGroup, at now: Date
    ) throws -> Counter {
        if let browser, let known = try KnownBrowser.find(db, browser, email: email.text, at: now) {
            return .browser(known.id, group)
        }
        return .stranger(account: email.digest, group)
    }

    /// Returns how long the next attempt must wait, in seconds; zero when it need not.
    package static func wait(_ db: Database, _ counter: Counter, at now: Date) throws -> TimeInterval {
        let (account, group) = (counter.account, counter.group)
        let quarter = now.addingTimeInterval(-longestWait).milliseconds
        let day = now.addingTimeInterval(-24 * 3600).milliseconds
        let ofAccount: SQL = "kind = \(counter.kind) AND account = \(account)"
        let own: SQL = counter.isOfStrangers ? "\(ofAccount) AND address = \(group.text)" : ofAccount
        let mine = try failures(db, own, since: quarter, until: now, afterSuccess: true)
        var waits = [
            mine.wait(mine.count < freeTries ? 0 : min(longestWait, pow(2, Double(mine.count - freeTries)) * 5))
        ]
        if case .reset = counter {
        } else {
            let anywhere = try failures(db, ofAccount, since: day, until: now, afterSuccess: true)
            waits.append(anywhere.wait(anywhere.count < accountLimit ? 0 : longestWait))
        }
        if counter.isOfStrangers {
            let address = try failures(
                db, "address = \(group.text) AND kind = \(counter.kind)", since: quarter, until: now)
            waits.append(address.wait(address.count < addressLimit ? 0 : longestWait))
            if let wide = group.network {
                let network = try failures(
                    db, "network = \(wide) AND kind = \(counter.kind)", since: quarter, until: now)
                waits.append(network.wait(network.count < networkLimit ? 0 : longestWait))
            }
        }
        return waits.map { $0(now) }.max() ?? 0
    }

    /// Permission to try one password: counted as a wrong one until it is settled, so that simultaneous guesses do not
    /// all find the same count.
    package enum Claim: Sendable { case wait(TimeInterval), granted(Int64) }

    package static func claim(_ db: Database, _ counter: Counter, at now: Date) throws -> Claim {
        let wait = try wait(db, counter, at: now)
        if wait > 0 { return .wait(wait) }
        return .granted(try record(db, counter, succeeded: false, at: now))
    }

    /// Records that the claimed attempt had the right password.
    package static func succeed(_ db: Database, _ claim: Int64) throws {
        try db.cachedStatement(sql: "UPDATE signInAttempt SET succeeded = 1 WHERE id = ?").execute(arguments: [claim])
    }

    /// Deletes a claim whose password could not be checked.
    package static func release(_ db: Database, _ claim: Int64) throws {
        try db.cachedStatement(sql: "DELETE FROM signInAttempt WHERE id = ?").execute(arguments: [claim])
    }

    /// Whether so many new passwords were requested for the account today that another request has no effect. It is not
    /// a wait, because others must not be able to keep the owner of the account from asking.
    package static func isResetSpent(_ db: Database, account: Data, at now: Date) throws -> Bool {
        let day = now.addingTimeInterval(-24 * 3600).milliseconds
        return try failures(db, "kind = 'reset' AND account = \(account)", since: day, until: now).count > resetLimit
    }

    @discardableResult
    package static func record(_ db: Database, _ counter: Counter, succeeded: Bool, at now: Date) throws -> Int64 {
        try db.executeCached(
            """
            INSERT INTO signInAttempt (kind, account, address, network, at, succeeded)
            VALUES (\(counter.kind), \(counter.account), \(counter.group.text), \(counter.group.network),
                \(now.milliseconds), \(succeeded))
            """)
        return db.lastInsertedRowID
    }

    /// The failures of a counter: their number, and the time of the last one.
    private struct Failures {
        let count: Int
        let last: Int64?

        /// Returns the rest of a pause that began with the last failure.
        func wait(_ pause: TimeInterval) -> (Date) -> TimeInterval {
            { now in last.map { max(0, pause - now.timeIntervalSince(Date(milliseconds: $0))) } ?? 0 }
        }
    }

    /// Counts failures. Attempts in the future were written by a wrong clock and do not count: they would lock for
    /// longer than the longest wait.
    /// - Parameter afterSuccess: whether to count only those after the counter's last success.
    private static func failures(
        _ db: Database, _ condition: SQL, since: Int64, until now: Date, afterSuccess: Bool = false
    ) throws -> Failures {
        let start: SQL =
            afterSuccess
            ? "max(\(since), ifnull((SELECT max(at) FROM signInAttempt WHERE \(condition) AND succeeded), 0))"
            : "\(since)"
        let request: SQLRequest<Row> = SQLRequest(
            literal: """
                SELECT count(*), max(at) FROM signInAttempt
                WHERE \(condition) AND NOT succeeded AND at > \(start) AND at <= \(now.milliseconds)
                """, cached: true)
        guard let row = try request.fetchOne(db) else { return Failures(count: 0, last: nil) }
        return Failures(count: row[0], last: row[1])
    }
}

extension SignInAttempt.Counter {
    fileprivate var kind: String {
        switch self {
        case .stranger: "stranger"
        case .browser: "browser"
        case .session: "session"
        case .reset: "reset"
        }
    }

    fileprivate var account: Data {
        switch self {
        case .stranger(let account, _), .reset(let account, _): account
        case .browser(let id, _), .session(let id, _): SHA256Digest.of(Data("\(kind) \(id)".utf8))
        }
    }

    fileprivate var group: AddressGroup {
        switch self {
        case .stranger(_, let group), .browser(_, let group), .session(_, let group), .reset(_, let group): group
        }
    }

    /// Whether attempts are counted by address.
    fileprivate var isOfStrangers: Bool {
        switch self {
        case .stranger, .reset: true
        case .browser, .session: false
        }
    }
}
