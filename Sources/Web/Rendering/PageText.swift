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
        let isPlain = text.utf8.withContiguousStorageIfAvailable { !$0.contains(where: isSpecial) }
        if isPlain == true { return text }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count + 32)
        for byte in text.utf8 {
            if let entity = entity(byte) { bytes += entity.utf8 } else { bytes.append(byte) }
        }
        return String(decoding: bytes, as: UTF8.self)
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
