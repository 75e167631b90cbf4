import CMark
import Models

/// Texts that the office wrote in Markdown before there were marks (`TextFormat.markdown`), read by cmark into a marked
/// text: bold, italic, headings, lists and links stay; quotes get their sign back, and code is text. Numbers of a list
/// are those typed.
struct OldMarkdown {
    /// Signs of a quote in a quote before each line: more would make a text of many lines many times as long.
    private static let deepestQuote = 4

    private let source: [UInt8]
    private let lineStarts: [Int]

    private var text: [UInt8] = []
    private var (bold, italic, quotes, lists) = (0, 0, 0, 0)
    private var isItemBegun = false
    private var itemQuotes = 0
    private var isHeading = false
    /// The link or image whose label is being written: links do not nest.
    private var link: OpaquePointer?

    static func marked(_ text: String) -> String {
        let source = MarkdownSource.tamed(text)
        let document = source.withUnsafeBufferPointer { bytes in
            bytes.withMemoryRebound(to: CChar.self) {
                cmark_parse_document($0.baseAddress, $0.count, CMARK_OPT_DEFAULT)
            }
        }
        guard let document else { return "" }
        defer { cmark_node_free(document) }
        var reader = OldMarkdown(source)
        MarkdownTree.walk(document) { node, isEntering in
            isEntering ? reader.enter(node) : reader.leave(node)
        }
        return MarkdownSource.restored(reader.text)
    }

    private init(_ source: [UInt8]) {
        self.source = source
        lineStarts = [0] + source.indices.filter { source[$0] == 0x0A }.map { $0 + 1 }
    }

    private mutating func enter(_ node: OpaquePointer) {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_TEXT, CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE: text += MarkdownTree.literal(node)
        case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: breakLine()
        case CMARK_NODE_THEMATIC_BREAK: block(node, "---")
        case CMARK_NODE_CODE_BLOCK, CMARK_NODE_HTML_BLOCK: block(node, MarkdownTree.literal(node))
        case CMARK_NODE_PARAGRAPH: begin(node)
        case CMARK_NODE_HEADING:
            begin(node)
            isHeading = true
            add(.heading)
        case CMARK_NODE_BLOCK_QUOTE: quotes += 1
        case CMARK_NODE_LIST: lists += 1
        case CMARK_NODE_ITEM: beginItem(node)
        case CMARK_NODE_STRONG:
            bold += 1
            if bold == 1 { add(.bold) }
        case CMARK_NODE_EMPH:
            italic += 1
            if italic == 1 { add(.italic) }
        case CMARK_NODE_LINK, CMARK_NODE_IMAGE: beginLink(node)
        default: break
        }
    }

    private mutating func leave(_ node: OpaquePointer) {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_HEADING: isHeading = false
        case CMARK_NODE_BLOCK_QUOTE: quotes -= 1
        case CMARK_NODE_LIST: lists -= 1
        case CMARK_NODE_ITEM: isItemBegun = false
        case CMARK_NODE_STRONG:
            bold -= 1
            if bold == 0 { add(.bold) }
        case CMARK_NODE_EMPH:
            italic -= 1
            if italic == 0 { add(.italic) }
        case CMARK_NODE_LINK, CMARK_NODE_IMAGE: endLink(node)
        default: break
        }
    }

    /// The first block of an item stands on the item's line, others below a blank line.
    private mutating func begin(_ node: OpaquePointer) {
        if isItemBegun {
            isItemBegun = false
            return addQuotes(beyond: itemQuotes)
        }
        if !text.isEmpty { text += isTight(node) ? [0x0A] : [0x0A, 0x0A] }
        addQuotes()
    }

    private mutating func block(_ node: OpaquePointer, _ literal: some Collection<UInt8>) {
        begin(node)
        for (number, line) in literal.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            if number > 0 { breakLine() }
            text += line
        }
        while text.last == 0x0A { text.removeLast() }
    }

    private mutating func block(_ node: OpaquePointer, _ literal: String) { block(node, Array(literal.utf8)) }

    /// A mark ends with its line, and begins again on the next one.
    private mutating func breakLine() {
        if isHeading || link != nil { return text.append(0x20) }
        if italic > 0 { add(.italic) }
        if bold > 0 { add(.bold) }
        text.append(0x0A)
        addQuotes()
        if bold > 0 { add(.bold) }
        if italic > 0 { add(.italic) }
    }

    private mutating func beginItem(_ node: OpaquePointer) {
        if !text.isEmpty, !isItemBegun { text.append(0x0A) }
        isItemBegun = true
        let number = number(of: node)
        add(number.isEmpty ? .bullet : .number)
        addQuotes()
        itemQuotes = quotes
        text += [UInt8](repeating: 0x20, count: 2 * (lists - 1)) + number
        if !number.isEmpty { text.append(0x20) }
    }

    /// The number as it was typed, with the sign behind it; nothing for a bullet.
    private func number(of item: OpaquePointer) -> ArraySlice<UInt8> {
        guard let list = cmark_node_parent(item), cmark_node_get_list_type(list) == CMARK_ORDERED_LIST else {
            return []
        }
        let line = Int(cmark_node_get_start_line(item)) - 1
        guard lineStarts.indices.contains(line) else { return [] }
        let rest = source[lineStarts[line]...].dropFirst(Int(cmark_node_get_start_column(item)) - 1)
        return rest.prefix(rest.prefix { (0x30...0x39).contains($0) }.count + 1)
    }

    private mutating func beginLink(_ node: OpaquePointer) {
        guard link == nil else { return }
        link = node
        add(.link)
    }

    private mutating func endLink(_ node: OpaquePointer) {
        guard link == node else { return }
        link = nil
        add(.address)
        text += MarkdownTree.address(node)
        add(.linkEnd)
    }

    private mutating func addQuotes(beyond known: Int = 0) {
        for _ in known..<max(min(quotes, Self.deepestQuote), known) { text += "> ".utf8 }
    }

    private mutating func add(_ mark: TextMark) { text += Array(String(mark.scalar).utf8) }

    private func isTight(_ paragraph: OpaquePointer) -> Bool {
        guard let list = cmark_node_parent(paragraph).flatMap(cmark_node_parent) else { return false }
        return cmark_node_get_list_tight(list) == 1
    }
}
