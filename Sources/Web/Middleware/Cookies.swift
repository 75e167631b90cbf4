import Foundation
import Hummingbird

/// Our two cookies: the session, and the form token of visitors.
struct PortalCookies: Sendable {
    let isSecure: Bool

    var session: String { prefix + "skrytka" }
    var visitor: String { prefix + "skrytka-form" }

    func make(_ name: String, _ value: String, until expires: Date? = nil) -> Cookie {
        Cookie(name: name, value: value, expires: expires, path: "/", secure: isSecure, httpOnly: true, sameSite: .lax)
    }

    func ended(_ name: String) -> Cookie {
        Cookie(name: name, value: "", maxAge: 0, path: "/", secure: isSecure, httpOnly: true, sameSite: .lax)
    }

    private var prefix: String { isSecure ? "__Host-" : "" }
}
