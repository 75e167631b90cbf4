import Foundation

/// The mail server that takes an office's mails and passes them on, and how to reach it.
package struct SMTPRelay: Sendable, Equatable {
    /// How the connection is encrypted. There is no way that settles for less.
    package enum Security: String, Codable, Sendable, CaseIterable {
        /// Begins plainly and is encrypted before the password: usual on port 587.
        case startTLS = "starttls"
        /// Encrypted from the first byte: usual on port 465.
        case tls
        /// Not encrypted. Only for a mail server on this machine.
        case none

        package var usualPort: Int {
            switch self {
            case .startTLS: 587
            case .tls: 465
            case .none: 25
            }
        }
    }

    package var host: String
    package var port: Int
    package var security: Security
    /// Empty where the mail server asks for none.
    package var user: String
    package var password: String
    /// A file (PEM) with the authorities whose certificates are trusted, instead of those of the system.
    package var authorities: String?

    package init(
        host: String, port: Int, security: Security, user: String = "", password: String = "",
        authorities: String? = nil
    ) {
        (self.host, self.port, self.security) = (host, port, security)
        (self.user, self.password, self.authorities) = (user, password, authorities)
    }

    /// Whether it may be connected to without encryption: nobody listens inside of a machine.
    package var isLocal: Bool { Self.isLocal(host) }

    package static func isLocal(_ host: String) -> Bool {
        let name = host.lowercased()
        if name == "localhost" || name == "::1" { return true }
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }

    /// Whether a text can be a host: a name, or an address of either kind without brackets.
    package static func isHost(_ text: String) -> Bool {
        let bytes = text.utf8
        guard (1...253).contains(bytes.count) else { return false }
        if bytes.contains(UInt8(ascii: ":")) {
            return bytes.allSatisfy { $0.isHexDigit || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") }
        }
        return bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { label in
            (1...63).contains(label.count) && label.first != UInt8(ascii: "-") && label.last != UInt8(ascii: "-")
                && label.allSatisfy { $0.isLetterOrDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
        }
    }

    /// Reads `smtp://user:password@host:port` and `smtps://…`. `smtps` is TLS from the start. `smtp` is STARTTLS, which
    /// the server must offer; only to this machine itself it is not encrypted.
    package init?(url text: String) {
        guard let url = URLComponents(string: text), let scheme = url.scheme, ["smtp", "smtps"].contains(scheme),
            let bracketed = url.host, ["", "/"].contains(url.path), url.query == nil, url.fragment == nil
        else { return nil }
        let host = bracketed.trimmingPrefix("[").hasSuffix("]") ? String(bracketed.dropFirst().dropLast()) : bracketed
        guard Self.isHost(host) else { return nil }
        let security: Security = scheme == "smtps" ? .tls : Self.isLocal(host) ? .none : .startTLS
        let port = url.port ?? security.usualPort
        guard (1...65535).contains(port) else { return nil }
        self.init(
            host: host, port: port, security: security, user: url.user ?? "", password: url.password ?? "")
        guard !(user + password).unicodeScalars.contains(where: \.isControl) else { return nil }
    }
}

extension UInt8 {
    var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
    var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }
    var isLetterOrDigit: Bool { isDigit || isLetter }
    var isHexDigit: Bool { isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self | 0x20) }
}

extension Unicode.Scalar {
    /// Whether it is a control character, or ends a line or a paragraph.
    var isControl: Bool {
        switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }
}
