import Foundation

/// A secret that travels in a cookie or a link: 256 random bits.
///
/// Only its ``digest`` is stored. A fast hash is enough for that, because nobody can try 2²⁵⁶ tokens; it also makes
/// looking the row up by digest safe, since a near miss says nothing about the token.
package struct Token: Sendable {
    /// Bytes in a token; 43 characters of text.
    package static let count = 32

    private let bytes: Data

    /// A new random token.
    package init() {
        bytes = SecureRandom.bytes(Self.count)
    }

    /// The token written as `text`; `nil` unless it is exactly what ``text`` gives, so that each token has one spelling.
    package init?(text: String) {
        guard text.utf8.count == 43, let bytes = Data(base64Encoded: Self.plainBase64(text)),
            bytes.count == Self.count
        else { return nil }
        self.bytes = bytes
        guard self.text == text else { return nil }
    }

    /// 43 characters of base64url without padding (RFC 4648 section 5): fit for a URL, a cookie, a header.
    package var text: String {
        bytes.base64EncodedString()
            .replacing("+", with: "-")
            .replacing("/", with: "_")
            .replacing("=", with: "")
    }

    /// SHA-256 of the token's bytes: what the database keeps.
    package var digest: Data {
        SHA256Digest.of(bytes)
    }

    private static func plainBase64(_ text: String) -> String {
        text.replacing("-", with: "+").replacing("_", with: "/") + "="
    }
}

extension Token: CustomStringConvertible, CustomReflectable {
    /// Nothing of the secret, should one be logged by mistake.
    package var description: String { "Token(hidden)" }

    package var customMirror: Mirror { Mirror(self, children: []) }
}
