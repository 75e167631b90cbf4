import Foundation
import GRDB
import Secrets

/// Tries to sign in, counted so that nobody guesses and nobody is locked out by others: strangers by account and by
/// address, a browser that has signed in before and an open session each by itself, requests for a new password apart.
/// An account that does not exist is counted like any other, so that the answer tells nobody which are known.
package enum SignInAttempt {
    /// Wrong passwords for one account from one address before each next one must wait.
    package static let freeTries = 5
    /// The longest wait, and how far back tries count.
    package static let longestWait: TimeInterval = 15 * 60
    /// Wrong passwords from one address, whatever the accounts.
    package static let addressLimit = 60
    /// Wrong passwords from all addresses of one /48, whatever the accounts.
    package static let networkLimit = 240
    /// Wrong passwords in a row for one account from anywhere (NIST 800-63B: at most 100).
    package static let accountLimit = 100
    /// Requests for a new password of one account from anywhere that lead to anything, in a day.
    package static let resetLimit = 10

    /// Whose tries count together.
    package enum Counter: Sendable {
        /// Nothing tells this one from a stranger.
        case stranger(account: Data, AddressGroup)
        /// A browser that has signed in as this person before: what strangers do is not counted against it.
        case browser(Int64, AddressGroup)
        /// Somebody signed in is asked for the password once more.
        case session(Int64, AddressGroup)
        /// "I forgot my password."
        case reset(account: Data, AddressGroup)
    }

    /// Whom a sign-in is counted with: the browser, if it is known as this person's, and else the strangers.
    /// - Parameter browser: what the browser is known by, if it is.
    package static func counter(
        _ db: Database, of email: EmailAddress, browser: Token?, from group: AddressGroup, at now: Date
    ) throws -> Counter {
        if let browser, let known = try KnownBrowser.find(db, browser, email: email.text, at: now) {
            return .browser(known.id, group)
        }
        return .stranger(account: email.digest, group)
    }

    /// How long the next try must wait; zero when it need not.
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

    /// Leave to try one password: counted as a wrong one until it is settled, so that guesses sent all
    /// at once do not all find the counter where it was.
    package enum Claim: Sendable { case wait(TimeInterval), granted(Int64) }

    package static func claim(_ db: Database, _ counter: Counter, at now: Date) throws -> Claim {
        let wait = try wait(db, counter, at: now)
        if wait > 0 { return .wait(wait) }
        return .granted(try record(db, counter, succeeded: false, at: now))
    }

    /// Says that the claimed try was a right password.
    package static func succeed(_ db: Database, _ claim: Int64) throws {
        try db.cachedStatement(sql: "UPDATE signInAttempt SET succeeded = 1 WHERE id = ?").execute(arguments: [claim])
    }

    /// Gives a claim back: the password could not be looked at.
    package static func release(_ db: Database, _ claim: Int64) throws {
        try db.cachedStatement(sql: "DELETE FROM signInAttempt WHERE id = ?").execute(arguments: [claim])
    }

    /// Whether so many have asked for a new password of the account today that asking again leads to nothing. It is no
    /// wait: whoever owns the account must not be kept from asking by others.
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

    /// Failures of a counter: how many, and when the last one was.
    private struct Failures {
        let count: Int
        let last: Int64?

        /// What is left, at a moment, of a pause that began with the last one.
        func wait(_ pause: TimeInterval) -> (Date) -> TimeInterval {
            { now in last.map { max(0, pause - now.timeIntervalSince(Date(milliseconds: $0))) } ?? 0 }
        }
    }

    /// Tries of a time that has not come were written by a clock that was wrong: they would lock for longer than the
    /// longest wait, so they do not count.
    /// - Parameter afterSuccess: whether a success of the same counter begins anew.
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

    /// Whether it matters where the try comes from.
    fileprivate var isOfStrangers: Bool {
        switch self {
        case .stranger, .reset: true
        case .browser, .session: false
        }
    }
}
