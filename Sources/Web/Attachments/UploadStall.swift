import Synchronization

/// Notices that an upload has stopped coming.
final class UploadStall: Sendable {
    private let seconds: Int
    private let last = Mutex(ContinuousClock.now)

    init(seconds: Int) {
        self.seconds = seconds
    }

    func touch() { last.withLock { $0 = .now } }

    /// Ends by throwing when nothing has come for too long.
    func watch() async throws {
        while true {
            let deadline = last.withLock { $0 } + .seconds(seconds)
            if deadline <= .now { throw BadRequest.tooSlow }
            try await Task.sleep(until: deadline, clock: .continuous)
        }
    }
}
