import Models

/// The text of a message as pages show it. What is read is what was typed: as HTML, as a line of a list, in an export.
package enum MessageText {
    /// The longest preview, in characters.
    private static let previewCount = 160

    /// The text as HTML: `p h3 ul ol li strong em a span`, every sign of it escaped.
    package static func html(_ text: String) -> String { MarkedHTML.html(MarkedText(text)) }

    /// The same for a stored content, kept for the next one who looks at it.
    static func html(_ text: String, of content: Int64, in kept: RenderedContents) -> String {
        kept.html(of: content) { html(text) }
    }

    /// The text without marks, as an export has it.
    static func plain(_ text: String) -> String { MarkedText(text).plain }

    /// The whole text on one line.
    package static func line(_ text: String) -> String { oneLine(plain(text)) }

    /// The beginning of a text on one line, at most 160 characters. Not escaped: templates do that.
    package static func preview(_ text: String) -> String {
        // Enough for 160 characters of any honest message, and a list of hundreds of previews stays quick.
        let beginning = text.utf8.count <= 2_000 ? text : String(text.unicodeScalars.prefix(2_000))
        let line = line(beginning)
        guard line.index(line.startIndex, offsetBy: previewCount + 1, limitedBy: line.endIndex) != nil else {
            return line
        }
        let kept = line.prefix(previewCount - 1)
        return (kept.last == " " ? kept.dropLast() : kept) + "…"
    }

    /// The beginning of a stored content on one line, from the beginning of its text.
    static func preview(_ text: String, of content: Int64, in kept: RenderedContents) -> String {
        kept.line(of: content) { preview(text) }
    }

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
}
