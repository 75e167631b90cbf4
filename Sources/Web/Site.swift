import HTTPTypes
import Hummingbird

/// The router, and the list of its routes: the access matrix is checked against it, and an address that exists for
/// other methods gets 405.
package final class Site {
    package struct Route: Sendable, Hashable {
        package let method: HTTPRequest.Method
        package let pattern: String
        package let access: Access
    }

    let router: Router<AppContext>
    package private(set) var routes: [Route] = []

    init(router: Router<AppContext>) {
        self.router = router
    }

    func get<Context: PortalContext & ChildRequestContext>(
        _ path: Path, _ handler: @escaping @Sendable (Request, Context) async throws -> Response
    ) where Context.ParentContext == AppContext {
        add(.get, path, handler)
    }

    func post<Context: PortalContext & ChildRequestContext>(
        _ path: Path, _ handler: @escaping @Sendable (Request, Context) async throws -> Response
    ) where Context.ParentContext == AppContext {
        add(.post, path, handler)
    }

    private func add<Context: PortalContext & ChildRequestContext>(
        _ method: HTTPRequest.Method, _ path: Path,
        _ handler: @escaping @Sendable (Request, Context) async throws -> Response
    ) where Context.ParentContext == AppContext {
        routes.append(Route(method: method, pattern: path.text, access: Context.access))
        router.group(context: Context.self).on(RouterPath(path.text), method: method, use: handler)
    }
}

/// The methods that an address accepts, for responses to other ones.
struct KnownMethods: Sendable {
    private let patterns: [(segments: [Substring], method: HTTPRequest.Method)]

    init(_ routes: [Site.Route]) {
        patterns = routes.map { ($0.pattern.split(separator: "/"), $0.method) }
    }

    func allowed(for path: String) -> [HTTPRequest.Method] {
        let segments = path.split(separator: "/")
        let methods = patterns.filter { matches($0.segments, segments) }.map(\.method)
        return methods.contains(.get) ? methods + [.head] : methods
    }

    private func matches(_ pattern: [Substring], _ path: [Substring]) -> Bool {
        if pattern.last == "**" { return path.count >= pattern.count && zip(pattern.dropLast(), path).allSatisfy(fits) }
        return pattern.count == path.count && zip(pattern, path).allSatisfy(fits)
    }

    private func fits(_ pattern: Substring, _ segment: Substring) -> Bool {
        pattern.hasPrefix(":") || pattern == segment
    }
}
