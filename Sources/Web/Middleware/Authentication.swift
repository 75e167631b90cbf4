import Foundation
import Hummingbird
import Models
import Secrets

/// Finds the sender of a request. It refuses nobody: the contexts of the routes do.
struct Authentication: RouterMiddleware {
    let portal: Portal

    func handle(
        _ request: Request, context: AppContext, next: (Request, AppContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.clock = portal.now
        context.address = ClientAddress.find(request, from: context.address, trusting: portal.settings.trustedProxies)
        context.query = (try? Form(encoded: request.uri.query ?? "")) ?? Form()
        context.language = VisitorLanguage.guess(request, context.query)
        context.identity = try identity(of: request)
        if let identity = context.identity {
            context.language = identity.person.language
            if request.method != .head, !request.isAheadOfClick { await touch(identity.session) }
        }
        let cookies = PortalCookies(isSecure: portal.settings.isSecure)
        let known = request.cookies[cookies.visitor].flatMap { Token(text: $0.value)?.text }
        // The forms of a signed-in person carry the session's token.
        context.visitorToken = known ?? (context.identity == nil ? Token().text : "")
        var response = try await next(request, context)
        // Only visitors' forms need the cookie: they are on pages fetched by GET, and in the response to a form without
        // a session.
        if context.identity == nil, request.method == .get || response.status == .unauthorized, known == nil,
            response.headers[.contentType]?.hasPrefix("text/html") == true
        {
            response.setCookie(cookies.make(cookies.visitor, context.visitorToken))
        }
        return response
    }

    private func identity(of request: Request) throws -> SignedIn? {
        let name = PortalCookies(isSecure: portal.settings.isSecure).session
        guard let token = request.cookies[name].flatMap({ Token(text: $0.value) }) else { return nil }
        return try portal.database.signedIn(token, at: portal.now())
    }

    /// Updates the last-seen time. A failed write must not stop the reader.
    private func touch(_ session: Session) async {
        let now = portal.now()
        guard session.needsTouch(at: now) else { return }
        try? await portal.database.write { db in try session.touch(db, at: now) }
    }
}

/// Chooses the language of a visitor: that of a link, or the first of the browser's languages that the portal has.
enum VisitorLanguage {
    static func guess(_ request: Request, _ query: Form) -> Language {
        if let chosen = Language(rawValue: query["language"]) { return chosen }
        let wanted = (request.headers[.acceptLanguage] ?? "").lowercased().split(separator: ",")
        let codes = wanted.compactMap { $0.split(whereSeparator: { "-; ".contains($0) }).first }
        return codes.lazy.compactMap { Language(rawValue: $0 == "iw" ? "he" : String($0)) }.first ?? .pl
    }
}
