import Mustache

/// Text as it stands on a page. The template library's own way goes character by character.
struct PageText: MustacheContentType {
    /// The line that templates begin with, so that their text is escaped here.
    static let pragma: String = {
        MustacheContentTypes.register(PageText(), named: "PAGE")
        return "{{% CONTENT_TYPE:PAGE}}"
    }()

    func escapeText(_ text: String) -> String { Self.escape(text) }

    /// The five characters that HTML gives a meaning to, escaped.
    static func escape(_ text: String) -> String {
        var bytes: [UInt8] = []
        write(text, escaped: true, into: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    static func write(_ text: String, escaped: Bool, into page: inout [UInt8]) {
        var text = text
        text.withUTF8 { bytes in
            guard escaped, bytes.contains(where: isSpecial) else { return page.append(contentsOf: bytes) }
            for byte in bytes {
                if let entity = entity(byte) { page += entity.utf8 } else { page.append(byte) }
            }
        }
    }

    /// All five are below 64: a look at one bit for each byte of every text of every page.
    private static func isSpecial(_ byte: UInt8) -> Bool { byte < 64 && special & (1 << UInt64(byte)) != 0 }
    private static let special = "&<>\"'".utf8.reduce(UInt64(0)) { $0 | 1 << UInt64($1) }

    private static func entity(_ byte: UInt8) -> String? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: nil
        }
    }
}
