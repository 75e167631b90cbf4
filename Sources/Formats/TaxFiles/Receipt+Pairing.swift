import Foundation

extension Receipt {
    /// The decoded digests by which the receipt identifies its document: Base64 of 20 or 32 bytes and hex of 16, 20 or
    /// 32, in any order and brackets.
    package var digests: Set<Data> {
        let tokens = (documentDigest + " " + submissionDigest).split { $0.isWhitespace || "[](),;".contains($0) }
        return Set(tokens.compactMap { Self.decoded(String($0)) })
    }

    /// Whether a digest proves that the receipt is this document's. False proves nothing, because the rule of the
    /// ministry's gateways is not published for all of them.
    package func names(_ document: DocumentDigests) -> Bool {
        !digests.isDisjoint(with: document.all)
    }

    private static func decoded(_ token: String) -> Data? {
        if [32, 40, 64].contains(token.utf8.count), let bytes = hex(token) { return bytes }
        guard let bytes = Data(base64Encoded: token), [20, 32].contains(bytes.count) else { return nil }
        return bytes
    }

    private static func hex(_ token: String) -> Data? {
        let digits = token.utf8.compactMap { Character(UnicodeScalar($0)).hexDigitValue }
        guard digits.count == token.utf8.count else { return nil }
        return Data(stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) })
    }
}
