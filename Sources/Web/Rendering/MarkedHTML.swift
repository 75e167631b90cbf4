import Models

/// Writes a marked text as HTML. Each paragraph, heading and item has its own direction, so that Polish and Hebrew in
/// one message both read right. Numbers of a list are text, as they were typed; so are line breaks and runs of spaces,
/// which the style sheet keeps.
struct MarkedHTML {
    private var html = HTMLBytes()
    private var open: MarkedText.Kind?

    static func html(_ text: MarkedText) -> String {
        var writer = MarkedHTML()
        for line in text.lines { writer.add(line) }
        writer.turn(to: nil)
        return writer.html.text
    }

    private mutating func add(_ line: MarkedText.Line) {
        if line.isBlank { return turn(to: nil) }
        if line.kind == .heading { turn(to: nil) }
        if open == .paragraph, line.kind == .paragraph { html.markup("\n") } else { turn(to: line.kind) }
        if Self.isList(line.kind) { html.markup("<li dir=\"auto\">") }
        for run in line.runs { add(run) }
        if Self.isList(line.kind) { html.markup("</li>\n") }
    }

    private mutating func turn(to kind: MarkedText.Kind?) {
        guard open != kind else { return }
        switch open {
        case .paragraph: html.markup("</p>\n")
        case .heading: html.markup("</h3>\n")
        case .bullet: html.markup("</ul>\n")
        case .number: html.markup("</ol>\n")
        case nil: break
        }
        switch kind {
        case .paragraph: html.markup("<p dir=\"auto\">")
        case .heading: html.markup("<h3 dir=\"auto\">")
        case .bullet: html.markup("<ul>\n")
        case .number: html.markup("<ol>\n")
        case nil: break
        }
        open = kind
    }

    private static func isList(_ kind: MarkedText.Kind) -> Bool { kind == .bullet || kind == .number }

    private mutating func add(_ run: MarkedText.Line.Run) {
        guard let address = run.address else { return addText(of: run) }
        let bytes = Array(address.utf8)
        let isLink = WebAddress.isAllowed(bytes)
        if isLink { html.link(to: bytes) }
        for piece in run.pieces { add(piece) { $0.escaped(piece.text.utf8) } }
        if isLink { html.markup("</a>") }
        guard let shown = run.shownAddress else { return }
        html.markup(" <span class=\"prose__address\" dir=\"ltr\">(")
        html.escaped(shown.utf8)
        html.markup(")</span>")
    }

    private mutating func addText(of run: MarkedText.Line.Run) {
        for piece in run.pieces { add(piece) { $0.linked(Array(piece.text.utf8)) } }
    }

    private mutating func add(_ piece: MarkedText.Piece, _ text: (inout HTMLBytes) -> Void) {
        if piece.isBold { html.markup("<strong>") }
        if piece.isItalic { html.markup("<em>") }
        text(&html)
        if piece.isItalic { html.markup("</em>") }
        if piece.isBold { html.markup("</strong>") }
    }
}

extension HTMLBytes {
    /// Text in which web addresses are links. An address reads from left to right in any sentence.
    fileprivate mutating func linked(_ text: [UInt8]) {
        var position = 0
        for range in WebAddress.ranges(in: text) {
            escaped(text[position..<range.lowerBound])
            link(to: text[range], direction: "ltr")
            escaped(text[range])
            markup("</a>")
            position = range.upperBound
        }
        escaped(text[position...])
    }
}
