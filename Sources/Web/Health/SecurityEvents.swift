import HTTPTypes
import Hummingbird
import Logging
import Synchronization

/// Events for detecting attacks and trouble. An event contains what, where and when, but never who: no address, no
/// name, nothing that was typed.
enum SecurityEvent: String, CaseIterable, Sendable {
    /// A request for something that the sender may not see; foreign and missing objects are not distinguished even
    /// here.
    case refusedAccess = "refused_access"
    /// A form without its token, or from another site.
    case forgedForm = "forged_form"
    /// Too many attempts.
    case throttled
    /// The disk is full, failing, or at the floor of free space.
    case disk
    /// A request for another host, or forwarded by a proxy that is not in the settings.
    case proxy

    /// The event of a response, if any.
    init?(_ status: HTTPResponse.Status, at route: String?) {
        switch status.code {
        case 403: self = .forgedForm
        case 404 where route?.hasPrefix("/assets/") == false: self = .refusedAccess
        case 421: self = .proxy
        case 429: self = .throttled
        case 507: self = .disk
        default: return nil
        }
    }
}

/// Counts security events for `/metrics`, and limits those in the log: an attacker who causes thousands in a minute
/// must not fill the disk.
package final class SecurityEvents: Sendable {
    /// The log lines of each kind in a minute.
    static let linesAMinute = 30

    private struct Tally {
        var count = 0
        var began: ContinuousClock.Instant?
        var lines = 0
        var leftOut = 0
    }

    private let tallies = Mutex<[SecurityEvent: Tally]>([:])

    package init() {}

    func count(of event: SecurityEvent) -> Int { tallies.withLock { $0[event]?.count ?? 0 } }

    /// Counts an event.
    /// - Returns: the number of lines omitted since the last one of this kind; `nil` when this one is omitted too.
    func add(_ event: SecurityEvent, at now: ContinuousClock.Instant) -> Int? {
        tallies.withLock { tallies in
            var tally = tallies[event, default: Tally()]
            defer { tallies[event] = tally }
            tally.count += 1
            if tally.began.map({ now - $0 >= .seconds(60) }) ?? true { (tally.began, tally.lines) = (now, 0) }
            guard tally.lines < Self.linesAMinute else {
                tally.leftOut += 1
                return nil
            }
            defer { tally.leftOut = 0 }
            tally.lines += 1
            return tally.leftOut
        }
    }
}

/// Finds the security events by the responses, which covers all refusals in one place.
struct WatchedRequests: RouterMiddleware {
    let events: SecurityEvents
    let trustedProxies: Set<String>

    func handle(
        _ request: Request, context: AppContext, next: (Request, AppContext) async throws -> Response
    ) async throws -> Response {
        let response = try await next(request, context)
        let found = SecurityEvent(response.status, at: context.route)
        if let found { note(found, response.status, request, context) }
        if isForwardedByAStranger(request, context), found != .proxy {
            note(.proxy, response.status, request, context)
        }
        return response
    }

    /// Whether a proxy is expected, but this is another: it was forgotten in the settings, or somebody bypasses the
    /// proxy.
    private func isForwardedByAStranger(_ request: Request, _ context: AppContext) -> Bool {
        !trustedProxies.isEmpty && !trustedProxies.contains(context.address)
            && request.headers.contains(.forwardedFor)
    }

    private func note(
        _ event: SecurityEvent, _ status: HTTPResponse.Status, _ request: Request, _ context: AppContext
    ) {
        guard let leftOut = events.add(event, at: .now) else { return }
        var facts = RequestFacts(request, context).metadata
        facts["kind"] = "\(event.rawValue)"
        facts["status"] = .stringConvertible(status.code)
        if leftOut > 0 { facts["leftOut"] = .stringConvertible(leftOut) }
        context.logger.warning("security", metadata: facts)
    }
}
