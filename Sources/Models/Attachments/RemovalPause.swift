import Synchronization

/// Keeps the bytes of files from being removed for a while: a backup reads rows first and bytes later, and the files
/// that its rows name must still be there. A file that was not removed meanwhile is an orphan, which a later sweep
/// removes.
package final class RemovalPause: Sendable {
    private let holders = Mutex(0)

    var isHeld: Bool { holders.withLock { $0 > 0 } }

    /// Runs work; no file is removed until it ends.
    package func during<Value>(
        isolation: isolated (any Actor)? = #isolation, _ work: () async throws -> Value
    ) async rethrows -> Value {
        holders.withLock { $0 += 1 }
        defer { holders.withLock { $0 -= 1 } }
        return try await work()
    }
}
