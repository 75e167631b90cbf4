/// What a mail server answered, cut to a line that can be shown and kept.
package struct SMTPReply: Sendable, Equatable {
    /// 250, 421, 550 …
    package let code: Int
    /// The enhanced status (RFC 3463), such as `5.1.1`.
    package let status: String?
    /// The server's own words, printable and cut.
    package let text: String

    package var isForGood: Bool { code >= 500 }

    /// `550 5.1.1 No such user`, as the server wrote it.
    package var line: String { ([String(code)] + (status.map { [$0] } ?? []) + [text]).joined(separator: " ") }

    /// The most bytes of a reply's words that are kept.
    static let most = 240

    package init(code: Int, status: String? = nil, text: String) {
        (self.code, self.status, self.text) = (code, status, text)
    }

    /// Reads `550 …` and `550-…`; `nil` for a line that no mail server writes.
    init?(_ line: some Collection<UInt8>) {
        let bytes = Array(line.prefix(Self.most + 16))
        guard Self.begins(bytes) else { return nil }
        let code = bytes.prefix(3).reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        var rest = bytes.dropFirst(4).drop { $0 == 0x20 }
        let word = rest.prefix { $0.isDigit || $0 == UInt8(ascii: ".") }
        let parts = word.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let isStatus = parts.count == 3 && parts[0].elementsEqual(bytes.prefix(1)) && parts.allSatisfy { !$0.isEmpty }
        if isStatus { rest = rest.dropFirst(word.count) }
        self.init(
            code: code, status: isStatus ? String(decoding: word, as: UTF8.self) : nil, text: Self.words(rest))
    }

    /// The reply with the words of a further line of it.
    func joined(_ next: SMTPReply) -> SMTPReply {
        let words = text.isEmpty ? next.text : "\(text) \(next.text)"
        return SMTPReply(code: next.code, status: status ?? next.status, text: Self.words(Array(words.utf8)))
    }

    /// Whether a line is a mail server's: three digits, the first of them 2 to 5, and a blank, a dash or the end.
    static func begins(_ line: [UInt8]) -> Bool {
        guard line.count >= 3, (UInt8(ascii: "2")...UInt8(ascii: "5")).contains(line[0]), line[1].isDigit,
            line[2].isDigit
        else { return false }
        return line.count == 3 || [0x20, UInt8(ascii: "-"), 0x0D, 0x0A].contains(line[3])
    }

    static func words(_ bytes: some Sequence<UInt8>) -> String {
        let text = String(decoding: Array(bytes.prefix(most)), as: UTF8.self)
        let plain = text.unicodeScalars.filter { !$0.isControl && $0 != "\u{FFFD}" }
        return String(String.UnicodeScalarView(plain)).trimmingPrefix(" ").description
    }
}
