import CMark

/// Writes cmark's tree as HTML. Text and addresses reach the output only through ``HTMLBytes``, which escapes them.
struct MarkdownRenderer {
    /// What lies deeper is written without its elements: its text stays, at the level above.
    private static let deepest = 16

    private var html = HTMLBytes()
    private var depth = 0
    /// The link or image whose `<a>` is open: links do not nest.
    private var link: OpaquePointer?

    mutating func html(of document: OpaquePointer) -> String {
        MarkdownTree.walk(document) { node, isEntering in
            isEntering ? enter(node) : leave(node)
        }
        return html.text
    }

    private mutating func enter(_ node: OpaquePointer) {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_DOCUMENT: break
        case CMARK_NODE_TEXT: text(MarkdownTree.literal(node))
        case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: html.markup("<br>\n")
        case CMARK_NODE_THEMATIC_BREAK: html.markup("<hr>\n")
        case CMARK_NODE_CODE: wrapped(node, "<code>", "</code>")
        case CMARK_NODE_CODE_BLOCK: wrapped(node, "<pre><code>", "</code></pre>\n")
        case CMARK_NODE_HTML_BLOCK, CMARK_NODE_HTML_INLINE: html.escaped(MarkdownTree.literal(node))
        default:
            depth += 1
            if isShown(node) { open(node) }
        }
    }

    private mutating func leave(_ node: OpaquePointer) {
        guard cmark_node_get_type(node) != CMARK_NODE_DOCUMENT else { return }
        if isShown(node) { close(node) } else { html.markup("\n") }
        depth -= 1
    }

    /// An item goes with its list, so that neither is seen without the other.
    private func isShown(_ node: OpaquePointer) -> Bool {
        (cmark_node_get_type(node) == CMARK_NODE_ITEM ? depth - 1 : depth) <= Self.deepest
    }

    private mutating func open(_ node: OpaquePointer) {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_PARAGRAPH: if !isTight(node) { html.markup("<p>") }
        case CMARK_NODE_HEADING: html.markup("<h3>")
        case CMARK_NODE_BLOCK_QUOTE: html.markup("<blockquote>\n")
        case CMARK_NODE_LIST: openList(node)
        case CMARK_NODE_ITEM: html.markup("<li>")
        case CMARK_NODE_EMPH: html.markup("<em>")
        case CMARK_NODE_STRONG: html.markup("<strong>")
        case CMARK_NODE_LINK, CMARK_NODE_IMAGE: openLink(node)
        default: break
        }
    }

    private mutating func close(_ node: OpaquePointer) {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_PARAGRAPH: html.markup(isTight(node) ? "\n" : "</p>\n")
        case CMARK_NODE_HEADING: html.markup("</h3>\n")
        case CMARK_NODE_BLOCK_QUOTE: html.markup("</blockquote>\n")
        case CMARK_NODE_LIST: html.markup(isNumbered(node) ? "</ol>\n" : "</ul>\n")
        case CMARK_NODE_ITEM: html.markup("</li>\n")
        case CMARK_NODE_EMPH: html.markup("</em>")
        case CMARK_NODE_STRONG: html.markup("</strong>")
        case CMARK_NODE_LINK, CMARK_NODE_IMAGE: closeLink(node)
        default: break
        }
    }

    private mutating func openList(_ node: OpaquePointer) {
        guard isNumbered(node) else { return html.markup("<ul>\n") }
        let start = cmark_node_get_list_start(node)
        html.markup(start == 1 ? "<ol>\n" : "<ol start=\"\(start)\">\n")
    }

    private mutating func openLink(_ node: OpaquePointer) {
        let address = MarkdownTree.address(node)
        guard link == nil, WebAddress.isAllowed(address) else { return }
        link = node
        html.link(to: address)
        if cmark_node_first_child(node) == nil { html.escaped(address) }
    }

    private mutating func closeLink(_ node: OpaquePointer) {
        guard link == node else { return }
        html.markup("</a>")
        link = nil
    }

    private mutating func wrapped(_ node: OpaquePointer, _ opening: String, _ closing: String) {
        html.markup(opening)
        html.escaped(MarkdownTree.literal(node))
        html.markup(closing)
    }

    private mutating func text(_ literal: [UInt8]) {
        guard link == nil else { return html.escaped(literal) }
        var position = 0
        for range in WebAddress.ranges(in: literal) {
            html.escaped(literal[position..<range.lowerBound])
            html.link(to: literal[range])
            html.escaped(literal[range])
            html.markup("</a>")
            position = range.upperBound
        }
        html.escaped(literal[position...])
    }

    /// A paragraph of a list without blank lines between its items stands there without `<p>`.
    private func isTight(_ paragraph: OpaquePointer) -> Bool {
        guard let list = cmark_node_parent(paragraph).flatMap(cmark_node_parent) else { return false }
        return cmark_node_get_list_tight(list) == 1
    }

    private func isNumbered(_ list: OpaquePointer) -> Bool {
        cmark_node_get_list_type(list) == CMARK_ORDERED_LIST
    }
}
