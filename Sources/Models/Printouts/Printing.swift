import Synchronization

/// A printout that is being made: its progress, and the callers that wait for it.
final class Printing: Sendable {
    private struct Waiting {
        let continuation: CheckedContinuation<PrintoutFile?, any Error>
        /// Ends the waiting; `nil` for callers that wait to the end.
        let alarm: Task<Void, any Error>?
    }

    private struct State {
        var pages = 0
        var all = 0
        var result: Result<PrintoutFile, any Error>?
        var waiting: [Int: Waiting] = [:]
        var next = 0
    }

    private let state = Mutex(State())

    /// The progress, from 0 to 99; `nil` while its pages are counted.
    var percent: Int? {
        state.withLock { $0.all == 0 ? nil : min(99, 100 * $0.pages / $0.all) }
    }

    func tell(_ pages: Int, of all: Int) {
        state.withLock { ($0.pages, $0.all) = (pages, all) }
    }

    /// - Returns: whether any caller was waiting.
    func finish(_ result: Result<PrintoutFile, any Error>) -> Bool {
        let waiting = state.withLock { state in
            state.result = result
            defer { state.waiting = [:] }
            return state.waiting.values
        }
        for each in waiting {
            each.alarm?.cancel()
            each.continuation.resume(with: result.map(Optional.some))
        }
        return !waiting.isEmpty
    }

    func file() async throws -> PrintoutFile {
        // Without a time limit, `nil` is not returned.
        guard let file = try await wait(nil) else { throw CancellationError() }
        return file
    }

    /// Returns `nil` when it is not finished in that time.
    func file(within patience: Duration) async throws -> PrintoutFile? { try await wait(patience) }

    private func wait(_ patience: Duration?) async throws -> PrintoutFile? {
        try await withCheckedThrowingContinuation { continuation in
            let result = state.withLock { state in
                guard state.result == nil else { return state.result }
                state.next += 1
                let alarm = patience.map { [number = state.next] in self.alarm(for: number, after: $0) }
                state.waiting[state.next] = Waiting(continuation: continuation, alarm: alarm)
                return nil
            }
            if let result { continuation.resume(with: result.map(Optional.some)) }
        }
    }

    private func alarm(for number: Int, after patience: Duration) -> Task<Void, any Error> {
        Task {
            try await Task.sleep(for: patience)
            state.withLock { $0.waiting.removeValue(forKey: number) }?.continuation.resume(returning: nil)
        }
    }
}
