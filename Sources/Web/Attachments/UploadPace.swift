import Synchronization

/// The required pace of an upload: some bytes within each interval of patience, and within each at least as many as the
/// slowest accepted line sends. A sender of single bytes would otherwise hold disk space for days.
struct UploadPace {
    private let patience: Duration
    private let least: Int
    private var last: ContinuousClock.Instant
    private var began: ContinuousClock.Instant
    private var bytes = 0

    /// - Parameters:
    ///   - patience: in seconds.
    ///   - leastSpeed: in bytes a second.
    init(patience: Int, leastSpeed: Int, at now: ContinuousClock.Instant) {
        self.patience = .seconds(patience)
        least = leastSpeed * patience
        (last, began) = (now, now)
    }

    mutating func came(_ count: Int, at now: ContinuousClock.Instant) {
        last = now
        bytes += count
    }

    /// The time of the next check.
    var next: ContinuousClock.Instant { min(last, began) + patience }

    /// - Throws: `BadRequest.tooSlow`.
    mutating func look(at now: ContinuousClock.Instant) throws {
        guard now >= next else { return }
        guard now < last + patience, bytes >= least else { throw BadRequest.tooSlow }
        (began, bytes) = (now, 0)
    }
}

/// Checks the pace of one upload.
final class UploadWatch: Sendable {
    private let pace: Mutex<UploadPace>

    init(patience: Int, leastSpeed: Int) {
        pace = Mutex(UploadPace(patience: patience, leastSpeed: leastSpeed, at: .now))
    }

    func came(_ count: Int) { pace.withLock { $0.came(count, at: .now) } }

    /// Throws when the upload is too slow.
    func run() async throws {
        while true {
            let next = try pace.withLock { pace in
                try pace.look(at: .now)
                return pace.next
            }
            try await Task.sleep(until: next, clock: .continuous)
        }
    }
}
