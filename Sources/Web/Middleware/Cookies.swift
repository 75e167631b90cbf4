import Foundation
import Hummingbird
import Secrets

/// The portal's three cookies: the session, the form token of visitors, and the token of a known browser.
struct PortalCookies: Sendable {
    let isSecure: Bool

    var session: String { prefix + "skrytka" }
    var visitor: String { prefix + "skrytka-form" }
    var browser: String { prefix + "skrytka-browser" }

    /// Makes a cookie. `Max-Age` is measured by the browser's own clock and overrides `Expires` (RFC 6265, 5.3): with
    /// only a date, a browser would at once drop the cookie of a server whose clock is behind.
    func make(_ name: String, _ value: String, until expires: Date? = nil, at now: Date? = nil) -> Cookie {
        let age = now.flatMap { now in expires.map { Int($0.timeIntervalSince(now)) } }
        return Cookie(
            name: name, value: value, expires: expires, maxAge: age, path: "/", secure: isSecure, httpOnly: true,
            sameSite: .lax)
    }

    func ended(_ name: String) -> Cookie {
        Cookie(name: name, value: "", maxAge: 0, path: "/", secure: isSecure, httpOnly: true, sameSite: .lax)
    }

    /// Returns the token of a known browser in a request.
    func knownBrowser(_ request: Request) -> Token? { request.cookies[browser].flatMap { Token(text: $0.value) } }

    private var prefix: String { isSecure ? "__Host-" : "" }
}
