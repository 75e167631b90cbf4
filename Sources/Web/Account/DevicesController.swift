import Hummingbird
import Models
import Secrets

/// A person's sessions and known browsers.
struct DevicesController: Sendable {
    let portal: Portal

    @Sendable func endSession(_ request: Request, _ context: PersonContext) async throws -> Response {
        let id = context.id()
        return try await portal.change(context, then: Path.account(of: context.identity).saying(.sessionEnded)) {
            try Session.end($0, id, of: context.person.id, at: context.now)
        }
    }

    /// Ends the person's other sessions, or with `which=all` this one too.
    @Sendable func endSessions(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (isAll, person, now) = (context.form["which"] == "all", context.person.id, context.now)
        let cookies = PortalCookies(isSecure: portal.settings.isSecure)
        let (kept, browser) = (isAll ? nil : context.identity.session.id, cookies.knownBrowser(request))
        try await portal.database.write { db in
            try Session.endAll(db, by: person, except: kept, in: browser, at: now)
        }
        guard isAll else { return .seeOther(Path.account(of: context.identity).saying(.sessionsEnded)) }
        return .signedOut(cookies)
    }

    @Sendable func forgetBrowser(_ request: Request, _ context: PersonContext) async throws -> Response {
        let id = context.id()
        return try await portal.change(context, then: Path.account(of: context.identity).saying(.browserForgotten)) {
            try KnownBrowser.end($0, id, of: context.person.id, at: context.now)
        }
    }
}

extension Path {
    /// The page with a person's own profile.
    static func account(of identity: SignedIn) -> Path { identity.staff == nil ? .account : .officeAccount }
}

extension Response {
    /// Redirects to the sign-in page and removes the session's traces from the browser, which stays known.
    static func signedOut(_ cookies: PortalCookies) -> Response {
        var response = Response.seeOther(Path.signIn.text)
        response.setCookie(cookies.ended(cookies.session))
        response.headers[.clearSiteData] = "\"cache\", \"storage\""
        return response
    }
}
