import Synchronization

/// Keeps the bytes of files from being removed for a while: a backup reads rows first and bytes later,
/// and what a row of it names must still be there. What was not removed meanwhile is an orphan, which a
/// later sweep takes.
package final class RemovalStop: Sendable {
    private let holders = Mutex(0)

    var isHeld: Bool { holders.withLock { $0 > 0 } }

    /// Runs work during which no file is removed.
    package func during<Value>(
        isolation: isolated (any Actor)? = #isolation, _ work: () async throws -> Value
    ) async rethrows -> Value {
        holders.withLock { $0 += 1 }
        defer { holders.withLock { $0 -= 1 } }
        return try await work()
    }
}
