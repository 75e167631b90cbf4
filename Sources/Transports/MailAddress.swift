/// An address that mail can be sent to: ASCII alone, and only in the form without quotes. Addresses with other letters
/// need servers that few have (RFC 6531), so they are refused before anything is sent.
package struct MailAddress: Sendable, Hashable {
    package let text: String
    /// What stands behind the last `@`.
    package let domain: String

    /// In bytes (RFC 5321, 4.5.3.1).
    private static let (most, mostLocal) = (254, 64)

    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count <= Self.most, let at = bytes.lastIndex(of: UInt8(ascii: "@")) else { return nil }
        let (local, domain) = (bytes[..<at], bytes[(at + 1)...])
        let words = local.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let labels = domain.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard local.count <= Self.mostLocal, words.allSatisfy({ !$0.isEmpty && $0.allSatisfy(Self.isAtom) }),
            labels.count > 1, labels.allSatisfy(Self.isLabel)
        else { return nil }
        self.text = text
        self.domain = String(decoding: domain, as: UTF8.self)
    }

    private static func isAtom(_ byte: UInt8) -> Bool {
        byte.isLetterOrDigit || "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
    }

    private static func isLabel(_ label: ArraySlice<UInt8>) -> Bool {
        (1...63).contains(label.count) && label.first != UInt8(ascii: "-") && label.last != UInt8(ascii: "-")
            && label.allSatisfy { $0.isLetterOrDigit || $0 == UInt8(ascii: "-") }
    }
}
