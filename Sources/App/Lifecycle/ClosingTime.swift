import Foundation
import Models
import Synchronization

#if canImport(Glibc)
import Glibc
#endif

/// The end of the process, at the latest some seconds after it began, whatever is still being done for whomever: what
/// was answered is on the disk already, and what was not is rolled back.
final class ClosingTime: Sendable {
    /// Seconds. The server gives up its last connection a second before (`ClosedDoor`).
    static let limit: TimeInterval = 7

    private let database: OfficeDatabase
    private let hasBegun = Mutex(false)

    init(_ database: OfficeDatabase) { self.database = database }

    /// Begins it, once. It ends nothing when the process has ended by itself before.
    /// - Parameters:
    ///   - status: that of the process.
    ///   - sentence: why it ended so, for whoever reads the log.
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
