import Synchronization

/// When something was last looked at.
final class LastCheck: Sendable {
    private let at = Mutex(ContinuousClock.now)

    /// Whether it is time to look again; if so, the time is taken as now.
    func isDue(every interval: Duration) -> Bool {
        at.withLock { at in
            guard ContinuousClock.now - at >= interval else { return false }
            at = .now
            return true
        }
    }
}
