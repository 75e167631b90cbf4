import HTTPTypes
import Hummingbird
import Logging

/// The facts that a log may hold of a request: never its address, which may be a key, a search word or a name.
struct RequestFacts {
    /// The verbs that are known; another one is somebody's text.
    private static let methods: Set<HTTPRequest.Method> = [.get, .head, .post, .put, .delete, .patch, .options]

    let metadata: Logger.Metadata

    init(_ request: Request, _ context: AppContext) {
        let method = Self.methods.contains(request.method) ? request.method.rawValue : "-"
        metadata = ["method": "\(method)", "route": "\(context.route ?? "-")"]
    }
}

extension AppContext {
    /// The pattern of the address, such as `/conversations/{id}`; nothing for one that is not on the site map. Known once
    /// the request has been through the router.
    var route: String? { endpointPath == "NotFound" ? nil : endpointPath }
}

/// Writes a line for each answer, where the setting asks for it.
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
        // Of a stream nobody knows it yet.
        if let bytes = response.body.contentLength { facts["bytes"] = .stringConvertible(bytes) }
        context.logger.notice("request", metadata: facts)
        return response
    }
}
