import Foundation
import Hummingbird
import Secrets

/// Our three cookies: the session, the form token of visitors, and what a browser is known by after a sign-in.
struct PortalCookies: Sendable {
    let isSecure: Bool

    var session: String { prefix + "skrytka" }
    var visitor: String { prefix + "skrytka-form" }
    var browser: String { prefix + "skrytka-browser" }

    /// `Max-Age` counts by the browser's own clock and goes before `Expires` (RFC 6265, 5.3): by a date alone, browsers
    /// would drop the cookie of a server whose clock is behind as soon as they get it.
    func make(_ name: String, _ value: String, until expires: Date? = nil, at now: Date? = nil) -> Cookie {
        let age = now.flatMap { now in expires.map { Int($0.timeIntervalSince(now)) } }
        return Cookie(
            name: name, value: value, expires: expires, maxAge: age, path: "/", secure: isSecure, httpOnly: true,
            sameSite: .lax)
    }

    func ended(_ name: String) -> Cookie {
        Cookie(name: name, value: "", maxAge: 0, path: "/", secure: isSecure, httpOnly: true, sameSite: .lax)
    }

    /// The token that a known browser sends with its request.
    func knownBrowser(_ request: Request) -> Token? { request.cookies[browser].flatMap { Token(text: $0.value) } }

    private var prefix: String { isSecure ? "__Host-" : "" }
}
