import Foundation
import GRDB
import Synchronization

/// The known condition of the database's pages: from the last check of all of them, and from errors while reading or
/// writing.
package final class DatabaseCondition: Sendable {
    private let state = Mutex(State())

    private struct State {
        var damage: String?
        var checkedAt: Date?
    }

    /// SQLite's message about the damage; `nil` while none was found. Stays until the process ends, because damage does
    /// not repair itself.
    package var damage: String? { state.withLock { $0.damage } }

    /// The time of the last check of all pages.
    package var checkedAt: Date? { state.withLock { $0.checkedAt } }

    /// Notes the result of a check of all pages.
    package func checked(_ damage: String?, at now: Date) {
        state.withLock { state in
            state.checkedAt = now
            state.damage = damage ?? state.damage
        }
    }

    /// Runs work, and notes when it fails on a damaged page.
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
