/// Makes a text of before there were marks safe to hand to cmark: with it no input takes more than linear time (cmark 0.30 needs 25 seconds for
/// 100 kB of nested list items and blank lines), and raw HTML and link definitions do not exist.
///
/// Two Unicode noncharacters, which no text may contain, stand in for what cmark must not see.
struct MarkdownSource {
    /// For "<": what looks like HTML stays text, and cmark's slow search for the end of a tag never starts.
    static let lessThan: [UInt8] = [0xEF, 0xB7, 0x90]
    /// Between "]" and ":", and before a nesting too deep; written out as nothing. A link definition would vanish
    /// from the text, and each use of a long one would repeat it.
    static let nothing: [UInt8] = [0xEF, 0xB7, 0x91]

    /// More than any letter needs; what is nested deeper is text.
    private static let deepestMarkers = 16
    private static let widestIndent = 40
    private static let mostBlankLines = 2

    private var tamed: [UInt8] = []
    private var blankLines = 0

    /// The text as cmark may have it, in UTF-8 with line feeds.
    static func tamed(_ text: String) -> [UInt8] {
        let bytes = Array(text.utf8)
        var source = MarkdownSource()
        source.tamed.reserveCapacity(bytes.count + 64)
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
            source.add(line: bytes[start..<end])
            let isPair = end + 1 < bytes.count && bytes[end] == 0x0D && bytes[end + 1] == 0x0A
            start = end + (isPair ? 2 : 1)
        }
        return source.tamed
    }

    /// The text that cmark gave back, as it was typed.
    static func restored(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        var rest = bytes[...]
        while let byte = rest.popFirst() {
            if byte == 0xEF, rest.starts(with: lessThan.dropFirst()) {
                text.append(UInt8(ascii: "<"))
                rest = rest.dropFirst(2)
            } else if byte == 0xEF, rest.starts(with: nothing.dropFirst()) {
                rest = rest.dropFirst(2)
            } else {
                text.append(byte)
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    private mutating func add(line: ArraySlice<UInt8>) {
        let isBlank = line.allSatisfy { $0 == 0x20 || $0 == 0x09 }
        blankLines = isBlank ? blankLines + 1 : 0
        if blankLines > Self.mostBlankLines { return }
        if !isBlank { add(text: addOpening(of: line)) }
        tamed.append(0x0A)
    }

    /// Adds the indent and the markers of quotes and lists that a line begins with, as far as they are not too many;
    /// returns the rest of the line.
    private mutating func addOpening(of line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var rest = line
        var columns = 0
        var markers = 0
        while let byte = rest.first {
            if byte == 0x20 || byte == 0x09 {
                columns += byte == 0x09 ? 4 : 1
                if columns <= Self.widestIndent { tamed.append(byte) }
                rest = rest.dropFirst()
            } else {
                let marker = Self.markerCount(rest)
                guard marker > 0 else { return rest }
                markers += 1
                guard markers <= Self.deepestMarkers else {
                    tamed += Self.nothing
                    return rest
                }
                tamed += rest.prefix(marker)
                rest = rest.dropFirst(marker)
            }
        }
        return rest
    }

    /// How many bytes at the start are a marker of a quote, a list or a numbered list; 0 if none are.
    private static func markerCount(_ text: ArraySlice<UInt8>) -> Int {
        guard let first = text.first else { return 0 }
        if first == UInt8(ascii: ">") { return 1 }
        let digits = text.prefix(10).prefix { (0x30...0x39).contains($0) }.count
        let signs = digits == 0 ? Array("*-+".utf8) : Array(".)".utf8)
        let rest = text.dropFirst(digits)
        guard let sign = rest.first, signs.contains(sign) else { return 0 }
        let after = rest.dropFirst().first
        return after == nil || after == 0x20 || after == 0x09 ? digits + 1 : 0
    }

    private mutating func add(text: ArraySlice<UInt8>) {
        var index = text.startIndex
        while index < text.endIndex {
            let byte = text[index]
            if byte == UInt8(ascii: "<") {
                tamed += Self.lessThan
            } else if byte == UInt8(ascii: ":"), tamed.last == UInt8(ascii: "]") {
                tamed += Self.nothing
                tamed.append(byte)
            } else if byte == 0xEF, Self.isStandIn(text[index...]) {
                index += 2
            } else {
                tamed.append(byte)
            }
            index += 1
        }
    }

    /// Of the code points that Unicode keeps for programs none is text, neither these two nor a mark.
    private static func isStandIn(_ text: ArraySlice<UInt8>) -> Bool {
        text.starts(with: lessThan.prefix(2)) && (0x90...0xAF).contains(text.dropFirst(2).first ?? 0)
    }
}
