import Foundation
import Hummingbird
import Models
import Secrets

/// Finds out who asks. It lets everyone pass: the contexts of the routes turn people away.
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
        // Forms of somebody signed in carry the session's token.
        context.visitorToken = known ?? (context.identity == nil ? Token().text : "")
        var response = try await next(request, context)
        // Only forms of visitors need it: those are on pages fetched by GET, and where a form came without a session.
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

    /// The last-seen time is a courtesy: a failing write must not stop a reader.
    private func touch(_ session: Session) async {
        let now = portal.now()
        guard session.needsTouch(at: now) else { return }
        try? await portal.database.write { db in try session.touch(db, at: now) }
    }
}

/// The language of a visitor: chosen by a link, or the first one that the browser asks for and we have.
enum VisitorLanguage {
    static func guess(_ request: Request, _ query: Form) -> Language {
        if let chosen = Language(rawValue: query["language"]) { return chosen }
        let wanted = (request.headers[.acceptLanguage] ?? "").lowercased().split(separator: ",")
        let codes = wanted.compactMap { $0.split(whereSeparator: { "-; ".contains($0) }).first }
        return codes.lazy.compactMap { Language(rawValue: $0 == "iw" ? "he" : String($0)) }.first ?? .pl
    }
}
