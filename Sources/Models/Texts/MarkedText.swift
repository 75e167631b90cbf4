/// A parsed text with formatting marks: lines of pieces. Every code point that is not a mark is in a piece, in the
/// order typed.
///
/// Any text can be parsed, in one pass: a misplaced mark is ignored, and formatting that is open at the end of a line
/// ends there.
package struct MarkedText: Sendable, Equatable {
    package enum Kind: Sendable { case paragraph, heading, bullet, number }

    package struct Piece: Sendable, Equatable {
        package var text: String
        package var isBold = false
        package var isItalic = false
        /// The address of the link whose label this is.
        package var address: String?

        package var isBlank: Bool { text.unicodeScalars.allSatisfy { $0 == " " } }
    }

    package struct Line: Sendable, Equatable {
        package var kind = Kind.paragraph
        package var pieces: [Piece] = []

        package var isBlank: Bool { pieces.allSatisfy(\.isBlank) }
    }

    package let lines: [Line]

    package init(_ source: String) {
        var reader = MarkedTextReader()
        for scalar in source.unicodeScalars { reader.read(scalar) }
        lines = reader.finish()
    }
}

extension MarkedText.Line {
    /// Consecutive pieces: the label of one link, or the text between links.
    package struct Run: Sendable, Equatable {
        package let address: String?
        package let pieces: ArraySlice<MarkedText.Piece>

        /// The address shown after the label, unless the label is the address itself, so that readers see where a link
        /// leads.
        package var shownAddress: String? {
            guard let address else { return nil }
            let label = pieces.map(\.text).joined()
            return label == address || "mailto:\(label)" == address ? nil : address
        }
    }

    package var runs: [Run] {
        var (runs, start): ([Run], Int) = ([], 0)
        for end in pieces.indices where end + 1 == pieces.count || pieces[end + 1].address != pieces[end].address {
            runs.append(Run(address: pieces[end].address, pieces: pieces[start...end]))
            start = end + 1
        }
        return runs
    }
}

extension MarkedText {
    /// Precedes an item of an unnumbered list.
    package static let bullet = "• "

    /// The text without marks, as people read it: items with their bullets, and links with their addresses.
    package var plain: String { lines.map(\.plain).joined(separator: "\n") }

    /// The text with only its valid marks; empty when there is nothing to read.
    package var source: String {
        TypedText.trimmed(lines.map(\.source).joined(separator: "\n").unicodeScalars)
    }

    /// Returns the words of a text for the search, without the marks that may be inside them.
    package static func words(_ source: String) -> String {
        guard source.utf8.contains(0xEF) else { return source }
        var words = String.UnicodeScalarView()
        for scalar in source.unicodeScalars {
            switch TextMark(scalar) {
            case nil: words.append(scalar)
            case .bold, .italic: break
            default: words.append(" ")
            }
        }
        return String(words)
    }
}

extension MarkedText.Line {
    fileprivate var plain: String {
        let text = runs.map { run in
            run.pieces.map(\.text).joined() + (run.shownAddress.map { " (\($0))" } ?? "")
        }.joined()
        return kind == .bullet ? MarkedText.bullet + text : text
    }

    fileprivate var source: String {
        if isBlank { return "" }
        let mark: TextMark? =
            switch kind {
            case .paragraph: nil
            case .heading: .heading
            case .bullet: .bullet
            case .number: .number
            }
        return (mark.map { String($0) } ?? "") + runs.map(\.source).joined()
    }
}

extension MarkedText.Line.Run {
    fileprivate var source: String {
        let text = pieces.map { piece in
            let marks = (piece.isBold ? String(.bold) : "", piece.isItalic ? String(.italic) : "")
            return marks.0 + marks.1 + piece.text + marks.1 + marks.0
        }.joined()
        guard let address else { return text }
        return String(.link) + text + String(.address) + address + String(.linkEnd)
    }
}
