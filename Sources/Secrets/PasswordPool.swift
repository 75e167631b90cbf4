import Foundation
import Synchronization

/// Hashes passwords a few at a time, off the threads that serve requests.
///
/// As many at once as there are cores: more would only use memory (19 MiB each) and slow all of them down. The queue is
/// limited too, so that a flood of sign-ins is refused at once instead of making everyone wait.
package final class PasswordPool: Sendable {
    /// Thrown when the queue is full: the visitor can try again in a moment (503).
    package struct Busy: Error {}

    private let operations: OperationQueue
    private let capacity: Int
    private let taken = Mutex(0)

    /// - Parameters:
    ///   - threads: how many passwords are hashed at once.
    ///   - queue: how many more may wait. With 64 on two cores the last one waits about a second.
    package init(threads: Int = ProcessInfo.processInfo.activeProcessorCount, queue: Int = 64) {
        operations = OperationQueue()
        operations.name = "passwords"
        operations.maxConcurrentOperationCount = threads
        capacity = threads + queue
    }

    /// Like `PasswordHash.make`. Throws ``Busy``, or ``HashingFailed``.
    package func make(_ password: String) async throws -> PasswordHash {
        try await run { try PasswordHash.make(password) }
    }

    /// Like `PasswordHash.verify`. For an unknown person verify against `PasswordHash.decoy`. Throws ``Busy``.
    package func verify(_ password: String, against hash: PasswordHash) async throws -> Bool {
        try await run { hash.verify(password) }
    }

    /// Like `PasswordPolicy.check`. Throws ``Busy``.
    package func check(_ password: String, context: [String]) async throws -> PasswordPolicy.Refusal? {
        try await run { PasswordPolicy.check(password, context: context) }
    }

    func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try enter()
        return try await withCheckedThrowingContinuation { continuation in
            operations.addOperation {
                let result = Result { try work() }
                self.leave()
                continuation.resume(with: result)
            }
        }
    }

    private func enter() throws {
        try taken.withLock { taken in
            guard taken < capacity else { throw Busy() }
            taken += 1
        }
    }

    private func leave() {
        taken.withLock { $0 -= 1 }
    }
}
