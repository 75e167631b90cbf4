import Foundation
import Synchronization

/// The time of the last check.
final class LastCheck: Sendable {
    private let at: Mutex<Date>

    init(_ now: Date) {
        at = Mutex(now)
    }

    /// Whether the next check is due after so many seconds; if so, sets its time to now.
    func isDue(every interval: TimeInterval, at now: Date) -> Bool {
        at.withLock { at in
            // A clock that was set back must not stop the checks.
            guard abs(now.timeIntervalSince(at)) >= interval else { return false }
            at = now
            return true
        }
    }
}
