import HTTPTypes
import Hummingbird
import Logging
import Synchronization

/// Events for whoever watches for attacks and for trouble. An event says what, where and when, and
/// never who: neither an address nor a name nor anything that was typed.
enum SecurityEvent: String, CaseIterable, Sendable {
    /// Something was asked for that is not there for who asked: foreign and missing are not told apart, not even here.
    case refusedAccess = "refused_access"
    /// A form without its token, or from another site.
    case forgedForm = "forged_form"
    /// Too many tries.
    case throttled
    /// The disk is full, failing, or at the floor of free space.
    case disk
    /// A request for another host, or forwarded by a proxy that the settings do not name.
    case proxy

    /// The event that an answer tells of, whoever made it.
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

/// Counts security events for `/metrics`, and says which of them the log still takes: somebody who makes thousands in a
/// minute must not fill the disk with them.
package final class SecurityEvents: Sendable {
    /// Lines of each kind in a minute.
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
    /// - Returns: how many the log has left out since the last line of this kind; nothing when it leaves this one out too.
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

/// Finds the security events among requests by their answers, which is one place for all that refuses.
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

    /// A proxy is expected, and this is none of those that are named: either it was forgotten, or somebody goes around it.
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
