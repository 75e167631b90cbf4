import Foundation

/// Percent-encoding of query values and form fields: decoded exactly once.
enum PercentCoding {
    private static let plain = CharacterSet(
        charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~"
    )

    static func encode(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: plain) ?? ""
    }

    /// - Throws: `BadRequest` when the bytes are not UTF-8.
    static func decode(_ text: Substring) throws -> String {
        guard let decoded = text.replacing("+", with: " ").removingPercentEncoding else { throw BadRequest.encoding }
        return decoded
    }
}
