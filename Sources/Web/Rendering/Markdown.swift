import CMark
import Foundation

/// The text of a message, which people write in CommonMark and which is stored as they wrote it.
///
/// cmark parses; the page's HTML is written by ``MarkdownRenderer``, which knows a dozen harmless elements and no way
/// to let anything else through. Raw HTML is shown as the characters typed.
package enum Markdown {
    /// The longest preview, in characters.
    private static let previewCount = 160

    /// A message as HTML: `p br strong em ul ol li blockquote pre code hr h3 a`, every text escaped.
    ///
    /// A line break stays a line break. Headings are h3, below the page's own. Images become links, since the page
    /// loads nothing from elsewhere; links go to http, https and mailto only.
    package static func html(_ text: String) -> String {
        parsed(text) { document in
            var renderer = MarkdownRenderer()
            return renderer.html(of: document)
        }
    }

    /// The same for a stored content, kept for the next one who looks at it.
    static func html(_ text: String, of content: Int64, in kept: RenderedContents) -> String {
        kept.html(of: content) { html(text) }
    }

    /// The beginning of a stored content on one line, from the beginning of its text.
    static func plain(_ beginning: String, of content: Int64, in kept: RenderedContents) -> String {
        kept.line(of: content) { plain(beginning) }
    }

    /// The beginning of a message on one line, without markup, at most 160 characters. Not escaped: templates do that.
    package static func plain(_ text: String) -> String {
        // Enough for 160 characters of any honest message, and a list of hundreds of previews stays quick.
        let beginning = text.utf8.count <= 2_000 ? text : String(text.unicodeScalars.prefix(2_000))
        let line = oneLine(parsed(beginning, plainText))
        guard line.index(line.startIndex, offsetBy: previewCount + 1, limitedBy: line.endIndex) != nil else {
            return line
        }
        let kept = line.prefix(previewCount - 1)
        return (kept.last == " " ? kept.dropLast() : kept) + "…"
    }

    /// The whole message on one line, without markup.
    static func line(_ text: String) -> String { oneLine(parsed(text, plainText)) }

    /// The words with one space between them.
    private static func oneLine(_ text: String) -> String {
        var line = String.UnicodeScalarView()
        var isBetween = false
        for scalar in text.unicodeScalars {
            if scalar.isASCII
                ? scalar.value == 0x20 || (0x09...0x0D).contains(scalar.value) : scalar.properties.isWhitespace
            {
                isBetween = !line.isEmpty
                continue
            }
            if isBetween { line.append(" ") }
            isBetween = false
            line.append(scalar)
        }
        return String(line)
    }

    private static func parsed(_ text: String, _ read: (OpaquePointer) -> String) -> String {
        let source = MarkdownSource.tamed(text)
        let document = source.withUnsafeBufferPointer { bytes in
            bytes.withMemoryRebound(to: CChar.self) {
                cmark_parse_document($0.baseAddress, $0.count, CMARK_OPT_DEFAULT)
            }
        }
        guard let document else { return "" }
        defer { cmark_node_free(document) }
        cmark_consolidate_text_nodes(document)
        return read(document)
    }

    private static func plainText(of document: OpaquePointer) -> String {
        var text: [UInt8] = []
        MarkdownTree.walk(document) { node, isEntering in
            switch cmark_node_get_type(node) {
            case CMARK_NODE_TEXT, CMARK_NODE_CODE, CMARK_NODE_CODE_BLOCK: text += MarkdownTree.literal(node)
            case CMARK_NODE_STRONG, CMARK_NODE_EMPH, CMARK_NODE_LINK, CMARK_NODE_IMAGE: break
            default: text.append(0x20)
            }
        }
        return MarkdownSource.restored(text)
    }
}
