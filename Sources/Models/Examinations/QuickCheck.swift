import Foundation
import GRDB
import Synchronization

#if canImport(Glibc)
import Glibc
#endif

/// Checks every page of a database while an office works with it, on a separate connection and thread, which uses the
/// processor and the disk only when nothing else needs them.
package final class QuickCheck: Sendable {
    private let path: String
    private let state = Mutex(State())

    private struct State {
        var connection: DatabaseQueue?
        var isStopped = false
    }

    package init(path: String) { self.path = path }

    /// Checks all pages (SQLite's `quick_check`).
    /// - Returns: SQLite's message about the damage; `nil` when there is none.
    /// - Throws: `CancellationError` when it was stopped; `DatabaseError` when the file cannot be opened.
    package func run() async throws -> String? {
        try await withCheckedThrowingContinuation { continuation in
            let thread = Thread {
                // On Linux this applies to the calling thread, including its disk access.
                setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 19)
                continuation.resume(with: Result { try self.look() })
            }
            thread.start()
        }
    }

    /// Stops a running check and all later ones, because the process is ending.
    package func stop() {
        let connection = state.withLock { state in
            state.isStopped = true
            return state.connection
        }
        connection?.interrupt()
    }

    private func look() throws -> String? {
        var configuration = Configuration()
        configuration.readonly = true
        let connection = try DatabaseQueue(path: path, configuration: configuration)
        let isStopped = state.withLock { state in
            state.connection = connection
            return state.isStopped
        }
        defer { state.withLock { $0.connection = nil } }
        guard !isStopped else { throw CancellationError() }
        do {
            let first = try connection.read { db in try String.fetchOne(db, sql: "PRAGMA quick_check(1)") }
            return first == "ok" ? nil : first ?? "it cannot be read"
        } catch let error as DatabaseError {
            if error.resultCode == .SQLITE_INTERRUPT { throw CancellationError() }
            return error.message ?? "it cannot be read"
        }
    }
}
