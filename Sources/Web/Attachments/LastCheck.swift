import Foundation
import Synchronization

/// When something was last looked at.
final class LastCheck: Sendable {
    private let at: Mutex<Date>

    init(_ now: Date) {
        at = Mutex(now)
    }

    /// Whether it is time to look again after so many seconds; if so, the time is taken as now.
    func isDue(every interval: TimeInterval, at now: Date) -> Bool {
        at.withLock { at in
            // A clock that was put back must not stop the looking.
            guard abs(now.timeIntervalSince(at)) >= interval else { return false }
            at = now
            return true
        }
    }
}
