import Foundation
import Models
import Synchronization

#if canImport(Glibc)
import Glibc
#endif

/// Ends the process at most some seconds after it was told to stop, whatever is still running: what was acknowledged is
/// on the disk already, and the rest is rolled back.
final class ShutdownTime: Sendable {
    /// In seconds. The server closes its last connection a second earlier (`ShutdownHandler`).
    static let limit: TimeInterval = 7

    private let database: OfficeDatabase
    private let hasBegun = Mutex(false)

    init(_ database: OfficeDatabase) { self.database = database }

    /// Starts the countdown, once. It has no effect when the process ends by itself before.
    /// - Parameters:
    ///   - status: the exit status.
    ///   - sentence: the reason, for the log.
    func begin(status: Int32, saying sentence: String) {
        guard
            hasBegun.withLock({ begun in
                defer { begun = true }; return !begun
            })
        else { return }
        let database = database
        Thread.detachNewThread {
            Thread.sleep(forTimeInterval: Self.limit)
            Terminal.complain("skrytka: \(sentence)")
            Thread.detachNewThread {
                database.interrupt()
                try? database.close()
                _exit(status)
            }
            Thread.sleep(forTimeInterval: 0.5)
            _exit(status)
        }
    }
}
