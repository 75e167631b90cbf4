import Foundation

/// A secret in a cookie or a link: 256 random bits.
///
/// Only its ``digest`` is stored. A fast hash is enough for that, because nobody can try 2²⁵⁶ tokens; it also makes
/// looking up the row by the digest safe, since a near match reveals nothing about the token.
package struct Token: Sendable {
    /// The bytes of a token; 43 characters of text.
    package static let count = 32

    private let bytes: Data

    /// A new random token.
    package init() {
        bytes = SecureRandom.bytes(Self.count)
    }

    /// Reads a token's ``text``; fails for any other spelling, so that each token has only one.
    package init?(text: String) {
        guard text.utf8.count == 43, let bytes = Data(base64Encoded: Self.plainBase64(text)),
            bytes.count == Self.count
        else { return nil }
        self.bytes = bytes
        guard self.text == text else { return nil }
    }

    /// 43 characters of base64url without padding (RFC 4648 section 5), valid in a URL, a cookie and a header.
    package var text: String {
        let characters = bytes.base64EncodedData().prefix { $0 != UInt8(ascii: "=") }
        return String(decoding: characters.map { Self.exchanged($0, "+/", "-_") }, as: UTF8.self)
    }

    /// The SHA-256 of the token's bytes, which the database stores.
    package var digest: Data {
        SHA256Digest.of(bytes)
    }

    private static func plainBase64(_ text: String) -> Data {
        Data(text.utf8.map { exchanged($0, "-_", "+/") } + [UInt8(ascii: "=")])
    }

    /// base64 and base64url differ in two characters.
    private static func exchanged(_ character: UInt8, _ those: StaticString, _ these: StaticString) -> UInt8 {
        if character == those.utf8Start[0] { return these.utf8Start[0] }
        return character == those.utf8Start[1] ? these.utf8Start[1] : character
    }
}

extension Token: CustomStringConvertible, CustomReflectable {
    /// Hides the secret, in case it is logged by mistake.
    package var description: String { "Token(hidden)" }

    package var customMirror: Mirror { Mirror(self, children: []) }
}
