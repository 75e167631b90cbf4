import Foundation
import GRDB
import Secrets
import Synchronization

/// Those who asked lately, in memory: to find out who asks would else be a good part of the cost of most pages.
/// A commit that changes a session, a person, the staff or the office makes it forgotten here before it is answered.
final class SignedInPeople: CommitHook, TransactionObserver {
    private struct State {
        /// The entries by the digest of the session's token, and these digests by the session's id.
        var known: [Data: SignedIn] = [:]
        var digests: [Int64: Data] = [:]
        /// The number of commits that dropped entries: a value read before one is not cached after it.
        var age = 0
        /// The sessions changed by the current transaction.
        var changed: Set<Int64> = []
        var hasChangedPeople = false
    }

    private let state = Mutex(State())

    /// With one more, the whole cache is emptied and fills again.
    private static let limit = 10_000

    /// - Parameter read: reads an entry that is not cached.
    func find(_ token: Token, at now: Date, read: () throws -> SignedIn?) rethrows -> SignedIn? {
        let digest = token.digest
        let (known, age) = state.withLock { ($0.known[digest], $0.age) }
        if let known, known.session.isAlive(at: now) { return known }
        guard let found = try read() else { return nil }
        state.withLock { state in
            guard state.age == age else { return }
            if state.known.count >= Self.limit { Self.forgetAll(&state) }
            state.known[digest] = found
            state.digests[found.session.id] = digest
        }
        return found
    }

    func begin(_ pool: DatabasePool) throws { pool.add(transactionObserver: self, extent: .databaseLifetime) }

    func observes(eventsOfKind kind: DatabaseEventKind) -> Bool {
        switch kind {
        case .insert(let table): table == "staff"
        case .delete(let table), .update(let table, _): ["session", "person", "staff", "office"].contains(table)
        }
    }

    func databaseDidChange(with event: DatabaseEvent) {
        state.withLock { state in
            if event.tableName == "session" {
                state.changed.insert(event.rowID)
            } else {
                state.hasChangedPeople = true
            }
        }
    }

    func databaseDidChange() {
        state.withLock { $0.hasChangedPeople = true }
    }

    func databaseDidCommit(_ db: Database) {
        state.withLock { state in
            if state.hasChangedPeople {
                Self.forgetAll(&state)
            } else if !state.changed.isEmpty {
                state.age += 1
                for id in state.changed { state.digests.removeValue(forKey: id).map { state.known[$0] = nil } }
            }
            state.changed = []
            state.hasChangedPeople = false
        }
    }

    func databaseDidRollback(_ db: Database) {
        state.withLock { state in
            state.changed = []
            state.hasChangedPeople = false
        }
    }

    private static func forgetAll(_ state: inout State) {
        state.age += 1
        state.known = [:]
        state.digests = [:]
    }
}
