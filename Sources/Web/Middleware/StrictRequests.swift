import Foundation
import HTTPTypes
import Hummingbird
import Logging

/// The first middleware of a request and the last of its response: checks the host and the path, adds the headers of
/// every response, and responds even when all else fails.
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

    /// In bytes, without the query.
    static let longestPath = 512

    private func refusal(of request: Request) -> Response? {
        let authority = request.head.authority ?? ""
        let host = authority.utf8.allSatisfy { $0 < 0x80 } ? authority.lowercased() : ""
        guard hosts.contains(host) || isWatch(request, host), request.headers[.host] == nil else {
            return Self.plain(.misdirectedRequest, "There is no such site here.")
        }
        let path = request.uri.path
        // ASCII, and no longer than any of the portal's, before the path is searched.
        guard path.utf8.count <= Self.longestPath, path.utf8.allSatisfy({ $0 < 0x80 }), path.hasPrefix("/"),
            !path.contains("//"), path == "/" || !path.hasSuffix("/")
        else {
            return Self.plain(.notFound, "There is no such page.")
        }
        guard [.get, .head, .post].contains(request.method) else {
            var response = Self.plain(.methodNotAllowed, "This cannot be done with this address.")
            response.headers[.allow] = "GET, HEAD, POST"
            return response
        }
        return nil
    }

    /// Monitoring uses a direct address, not the one that people type.
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
