import HTTPTypes
import Hummingbird
import Synchronization

/// Counts the responses of this process and their durations, for `/metrics`.
package final class RequestMeter: Sendable {
    struct Counts: Sendable {
        /// The number of requests by the response's status.
        var statuses: [Int: Int] = [:]
        /// The number of requests that took at most the limit with the same index; the last one has no limit.
        var buckets = Array(repeating: 0, count: RequestMeter.limits.count + 1)
        /// The total duration in seconds.
        var seconds = 0.0
    }

    /// Upper limits of the buckets, in seconds.
    static let limits = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

    private let state = Mutex(Counts())

    package init() {}

    var counts: Counts { state.withLock { $0 } }

    func add(_ status: HTTPResponse.Status, _ duration: Duration) {
        let parts = duration.components
        let seconds = Double(parts.seconds) + Double(parts.attoseconds) / 1e18
        let place = Self.limits.firstIndex { seconds <= $0 } ?? Self.limits.count
        state.withLock { counts in
            counts.statuses[status.code, default: 0] += 1
            counts.buckets[place] += 1
            counts.seconds += seconds
        }
    }
}

/// Measures every request until the head of its response is made: a download or a live stream continues after that.
struct MeasuredRequests: RouterMiddleware {
    let meter: RequestMeter

    func handle(
        _ request: Request, context: AppContext, next: (Request, AppContext) async throws -> Response
    ) async throws -> Response {
        let began = ContinuousClock.now
        let response = try await next(request, context)
        meter.add(response.status, ContinuousClock.now - began)
        return response
    }
}
