import Foundation
import Secrets

/// A typed e-mail address, by which people sign in. It is limited, normalized and hashed when it is created, before the
/// transaction.
package struct EmailAddress: Hashable, Sendable, ExpressibleByStringInterpolation {
    /// Lower case, on one line; empty for a text far too long to be an address.
    package let text: String
    /// The digest by which sign-in attempts are counted, so that unknown addresses are stored nowhere.
    package let digest: Data

    /// In bytes (RFC 5321, 4.5.3.1.3, without the angle brackets).
    package static let limit = 254

    package init(_ typed: String) {
        // Full-width letters look like the usual ones but differ from them.
        text =
            typed.utf8.count <= 4 * Self.limit
            ? TypedText.line(typed).precomposedStringWithCompatibilityMapping.lowercased() : ""
        digest = SHA256Digest.of(Data(text.utf8))
    }

    package init(stringLiteral typed: String) { self.init(typed) }

    /// Checks for one `@`, something before it, a dotted name after it, no blanks: only sending can tell the rest.
    package static func isPlausible(_ text: String) -> Bool {
        guard text.utf8.count <= limit else { return false }
        let parts = text.unicodeScalars.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty else { return false }
        let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
        return labels.count >= 2 && labels.allSatisfy { !$0.isEmpty }
            && text.unicodeScalars.allSatisfy { $0.value > 0x20 && !"<>,;:\"()[]\\".unicodeScalars.contains($0) }
    }
}
