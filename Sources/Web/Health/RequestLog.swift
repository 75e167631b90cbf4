import HTTPTypes
import Hummingbird
import Logging

/// The facts about a request that may be logged: never its address, which may contain a key, a search word or a name.
struct RequestFacts {
    /// The known methods; any other one is arbitrary text.
    private static let methods: Set<HTTPRequest.Method> = [.get, .head, .post, .put, .delete, .patch, .options]

    let metadata: Logger.Metadata

    init(_ request: Request, _ context: AppContext) {
        let method = Self.methods.contains(request.method) ? request.method.rawValue : "-"
        metadata = ["method": "\(method)", "route": "\(context.route ?? "-")"]
    }
}

extension AppContext {
    /// The pattern of the address, such as `/conversations/{id}`; `nil` for an unknown address. Known once the request
    /// has passed the router.
    var route: String? { endpointPath == "NotFound" ? nil : endpointPath }
}

/// Logs a line for each response, if enabled.
struct RequestLog: RouterMiddleware {
    func handle(
        _ request: Request, context: AppContext, next: (Request, AppContext) async throws -> Response
    ) async throws -> Response {
        let began = ContinuousClock.now
        let response = try await next(request, context)
        let parts = (ContinuousClock.now - began).components
        let milliseconds = Double(parts.seconds) * 1000 + (Double(parts.attoseconds) / 1e13).rounded() / 100
        var facts = RequestFacts(request, context).metadata
        facts["status"] = .stringConvertible(response.status.code)
        facts["ms"] = .stringConvertible(milliseconds)
        // A stream's length is unknown.
        if let bytes = response.body.contentLength { facts["bytes"] = .stringConvertible(bytes) }
        context.logger.notice("request", metadata: facts)
        return response
    }
}
