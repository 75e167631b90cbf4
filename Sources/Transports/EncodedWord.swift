import Foundation

/// Text in headers (RFC 2047). Plain ASCII stays as it is; anything else becomes base64 of UTF-8.
enum EncodedWord {
    /// The most bytes of an encoded word.
    private static let most = 75
    private static let (opening, closing) = ("=?UTF-8?B?", "?=")

    /// - Parameter column: where the header's value begins.
    /// - Throws: ``MailFailure`` for a control character: it says nothing, and whoever typed it wanted a line more.
    static func text(_ text: String, after column: Int) throws(MailFailure) -> String {
        try check(text)
        return isPlain(text, after: column) ? text : encoded(text, after: column)
    }

    /// The name before an address: in quotation marks where it is plain.
    static func phrase(_ text: String, after column: Int) throws(MailFailure) -> String {
        try check(text)
        guard isPlain(text, after: column + 2), !text.contains(where: { "\"\\".contains($0) }) else {
            return encoded(text, after: column)
        }
        return "\"\(text)\""
    }

    private static func check(_ text: String) throws(MailFailure) {
        if text.unicodeScalars.contains(where: \.isControl) { throw MailFailure(.unwritable) }
    }

    private static func isPlain(_ text: String, after column: Int) -> Bool {
        text.utf8.allSatisfy { $0 < 0x80 } && column + text.utf8.count <= MIME.usual && !text.contains("=?")
            && text.first != " " && text.last != " "
    }

    /// Words are cut between code points, and stand on lines of their own.
    private static func encoded(_ text: String, after column: Int) -> String {
        var (words, word, room): ([String], [UInt8], Int) = ([], [], size(within: MIME.usual - column))
        for scalar in text.unicodeScalars {
            let bytes = Array(String(scalar).utf8)
            if word.count + bytes.count > room {
                words.append(written(word))
                (word, room) = ([], size(within: most))
            }
            word += bytes
        }
        return (words + [written(word)]).joined(separator: "\r\n ")
    }

    /// How many bytes of text an encoded word of a length has.
    private static func size(within length: Int) -> Int {
        max(6, (min(length, most) - opening.utf8.count - closing.utf8.count) / 4 * 3)
    }

    private static func written(_ bytes: [UInt8]) -> String {
        opening + Data(bytes).base64EncodedString() + closing
    }
}
