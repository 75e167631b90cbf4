import Foundation
import HTTPTypes
import Hummingbird
import Logging

/// The first to see a request and the last to see its response: one allowed host, plain paths, the
/// headers of every response, and an answer even when all the rest fails.
struct StrictRequests: RouterMiddleware {
    private let hosts: Set<String>
    private let localHosts: Set<String>
    private let isSecure: Bool

    init(settings: WebSettings) {
        (hosts, localHosts, isSecure) = (settings.hosts, settings.localHosts, settings.isSecure)
    }

    func handle(
        _ request: Request, context: AppContext, next: (Request, AppContext) async throws -> Response
    ) async throws -> Response {
        var response: Response
        if let refusal = refusal(of: request) {
            response = refusal
        } else {
            do {
                response = try await next(request, context)
            } catch {
                context.logger.error("a request failed outside of every page", metadata: ["error": "\(error)"])
                response = Self.plain(.internalServerError, "Something failed. Please try again. (\(context.id))")
            }
        }
        SecurityHeaders.add(to: &response.headers, isSecure: isSecure)
        return response
    }

    private func refusal(of request: Request) -> Response? {
        let host = request.head.authority?.lowercased() ?? ""
        guard hosts.contains(host) || isWatch(request, host), request.headers[.host] == nil else {
            return Self.plain(.misdirectedRequest, "There is no such site here.")
        }
        let path = request.uri.path
        guard path.hasPrefix("/"), !path.contains("//"), path == "/" || !path.hasSuffix("/") else {
            return Self.plain(.notFound, "There is no such page.")
        }
        guard [.get, .head, .post].contains(request.method) else {
            var response = Self.plain(.methodNotAllowed, "This cannot be done with this address.")
            response.headers[.allow] = "GET, HEAD, POST"
            return response
        }
        return nil
    }

    /// Whoever watches the server asks it directly, not by the address that people type.
    private func isWatch(_ request: Request, _ host: String) -> Bool {
        localHosts.contains(host) && [Path.health.text, Path.metrics.text].contains(request.uri.path)
    }

    private static func plain(_ status: HTTPResponse.Status, _ text: String) -> Response {
        Response(
            status: status, headers: [.contentType: "text/plain; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text))
        )
    }
}
