/// A text read by its marks: lines of pieces. Every code point that is no mark is in a piece, in the order typed.
///
/// Any text can be read, in one pass: a mark out of place counts for nothing, and what is open at the end of a line
/// ends there.
package struct MarkedText: Sendable, Equatable {
    package enum Kind: Sendable { case paragraph, heading, bullet, number }

    package struct Piece: Sendable, Equatable {
        package var text: String
        package var isBold = false
        package var isItalic = false
        /// Where it leads, for the label of a link.
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
    /// Pieces that stand together: the label of one link, or what is between links.
    package struct Run: Sendable, Equatable {
        package let address: String?
        package let pieces: ArraySlice<MarkedText.Piece>

        /// The address as it is shown beside the label: a link says where it leads, unless its label does.
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
    /// What stands before an item of a list without numbers.
    package static let bullet = "• "

    /// The text as it is read, without marks: items have their bullets, and links where they lead.
    package var plain: String { lines.map(\.plain).joined(separator: "\n") }

    /// The text with its marks, each in its place and no other; nothing where there is nothing to read.
    package var source: String {
        TypedText.trimmed(lines.map(\.source).joined(separator: "\n").unicodeScalars)
    }

    /// The words of a text for a search: no mark stands inside of one.
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
