import Foundation
import GRDB
import Synchronization

/// What is known of a database's pages: from the last look at all of them, and from what readers and the writer met.
package final class DatabaseCondition: Sendable {
    private let state = Mutex(State())

    private struct State {
        var damage: String?
        var checkedAt: Date?
    }

    /// What is wrong, in SQLite's words; nothing while nothing was found. Stays until the process ends: what is damaged
    /// does not mend itself.
    package var damage: String? { state.withLock { $0.damage } }

    /// When all pages were looked at last.
    package var checkedAt: Date? { state.withLock { $0.checkedAt } }

    /// Takes what a look at all pages came to.
    package func checked(_ damage: String?, at now: Date) {
        state.withLock { state in
            state.checkedAt = now
            state.damage = damage ?? state.damage
        }
    }

    /// Lets work through, and remembers when it met a page that is none.
    func watching<Value>(_ work: () throws -> Value) rethrows -> Value {
        do {
            return try work()
        } catch let error as DatabaseError where Self.damages.contains(error.resultCode) {
            state.withLock { $0.damage = error.message ?? "\(error.resultCode)" }
            throw error
        }
    }

    private static let damages: [ResultCode] = [.SQLITE_CORRUPT, .SQLITE_NOTADB]
}
