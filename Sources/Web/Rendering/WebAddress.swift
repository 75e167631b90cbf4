/// Addresses in messages: which may be linked, and where they stand in plain text.
enum WebAddress {
    /// Only http, https and mailto, however it is spelled: no `javascript:`, `data:` or address of this very site.
    static func isAllowed(_ address: [UInt8]) -> Bool {
        let beginning = String(decoding: address.prefix(8), as: UTF8.self).lowercased()
        return ["http://", "https://", "mailto:"].contains { beginning.hasPrefix($0) }
    }

    /// The ranges of the http(s) addresses in a text, from the first to the last. One ends at a space, a quote or a bracket
    /// that it did not open; the full stop or comma after it belongs to the sentence.
    static func ranges(in text: [UInt8]) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var position = 0
        while position < text.count {
            guard let prefix = prefixCount(text, position) else {
                position += 1
                continue
            }
            let end = end(of: text, from: position)
            let kept = withoutPunctuation(text[position..<end])
            if kept.count > prefix { ranges.append(kept) }
            position = end
        }
        return ranges
    }

    /// The length of "http://" or "https://" if that begins a word here.
    private static func prefixCount(_ text: [UInt8], _ position: Int) -> Int? {
        guard text[position] == UInt8(ascii: "h") else { return nil }
        guard position == 0 || !isWordByte(text[position - 1]) else { return nil }
        return ["https://", "http://"].first { text[position...].starts(with: $0.utf8) }?.utf8.count
    }

    private static func end(of text: [UInt8], from start: Int) -> Int {
        text[start...].indices.first { isEnd(text[$0...]) } ?? text.count
    }

    /// Spaces, quotes, "<", ">", and of Unicode the no-break space and the general punctuation, where Polish quotes and
    /// dashes are, and signs that turn the direction.
    private static func isEnd(_ rest: ArraySlice<UInt8>) -> Bool {
        guard let byte = rest.first else { return true }
        if byte <= 0x20 || "\"<>".utf8.contains(byte) { return true }
        return rest.starts(with: [0xC2, 0xA0]) || rest.starts(with: [0xE2, 0x80]) || rest.starts(with: [0xE2, 0x81])
    }

    private static func withoutPunctuation(_ address: ArraySlice<UInt8>) -> Range<Int> {
        var kept = address
        var unopened = kept.count { $0 == UInt8(ascii: ")") } - kept.count { $0 == UInt8(ascii: "(") }
        while let last = kept.last {
            if last == UInt8(ascii: ")"), unopened > 0 {
                unopened -= 1
            } else if !sentencePunctuation.contains(last) {
                break
            }
            kept = kept.dropLast()
        }
        return kept.startIndex..<kept.endIndex
    }

    private static let sentencePunctuation = Set(".,:;!?'*_~]".utf8)

    private static func isWordByte(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || (0x30...0x39).contains(byte)
    }
}
