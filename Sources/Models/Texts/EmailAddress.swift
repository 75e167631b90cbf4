import Foundation
import Secrets

/// An e-mail address as somebody typed it: the name to sign in with. Limited, normalised and digested when it is made,
/// before anybody waits for the database.
package struct EmailAddress: Hashable, Sendable, ExpressibleByStringInterpolation {
    /// Lower case, on one line; empty for what is far too long to be one.
    package let text: String
    /// What its sign-ins are counted by, so that the address of nobody is kept nowhere.
    package let digest: Data

    /// In bytes (RFC 5321, 4.5.3.1.3, without the angle brackets).
    package static let limit = 254

    package init(_ typed: String) {
        // Letters in full width look like those that everybody types, and are others.
        text =
            typed.utf8.count <= 4 * Self.limit
            ? TypedText.line(typed).precomposedStringWithCompatibilityMapping.lowercased() : ""
        digest = SHA256Digest.of(Data(text.utf8))
    }

    package init(stringLiteral typed: String) { self.init(typed) }

    /// One `@`, something before it, a dotted name after it, no blanks: the rest is known only by sending.
    package static func isPlausible(_ text: String) -> Bool {
        guard text.utf8.count <= limit else { return false }
        let parts = text.unicodeScalars.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty else { return false }
        let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
        return labels.count >= 2 && labels.allSatisfy { !$0.isEmpty }
            && text.unicodeScalars.allSatisfy { $0.value > 0x20 && !"<>,;:\"()[]\\".unicodeScalars.contains($0) }
    }
}
