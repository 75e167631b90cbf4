import Formats

/// Cleans text that people type or paste: once, on arrival, and never inside the writer's transaction, for which others
/// wait. The results are ``TypedLine``, ``TypedBlock`` and ``EmailAddress``.
package enum TypedText {
    /// Returns one line: white space folded, invisible characters dropped, long runs of combining marks cut. Empty when
    /// nothing is visible.
    package static func line(_ raw: String) -> String {
        var line = String.UnicodeScalarView()
        var isBetween = false
        for scalar in StreamSafe.normalized(raw).unicodeScalars {
            guard let scalar = plain(scalar), !scalar.isInvisible || scalar.joins(behind: line.last) else { continue }
            if scalar == " " {
                isBetween = !line.isEmpty
                continue
            }
            if isBetween { line.append(" ") }
            isBetween = false
            line.append(scalar)
        }
        return line.contains(where: \.isShown) ? String(line) : ""
    }

    /// Returns several lines: uniform line ends, without control and direction-changing characters, long runs of
    /// combining marks cut. Empty when nothing is visible.
    /// - Parameter isMarked: whether to keep the formatting marks of the office's composer (``TextMark``).
    package static func block(_ raw: String, isMarked: Bool = false) -> String {
        var block = String.UnicodeScalarView()
        var before: Unicode.Scalar?
        for scalar in StreamSafe.normalized(raw).unicodeScalars {
            switch scalar {
            case "\n" where before == "\r": break
            case "\n", "\r": block.append("\n")
            case _ where isMarked && TextMark(scalar) != nil: block.append(scalar)
            default: if let plain = plain(scalar) { block.append(plain) }
            }
            before = scalar
        }
        return trimmed(block)
    }

    /// Removes leading and trailing spaces and empty lines.
    static func trimmed(_ block: String.UnicodeScalarView) -> String {
        guard let first = block.firstIndex(where: { !isBlank($0) }), let last = block.lastIndex(where: { !isBlank($0) })
        else { return "" }
        return block.contains(where: \.isShown) ? String(block[first...last]) : ""
    }

    /// A letter without ink.
    private static let brailleBlank: Unicode.Scalar = "\u{2800}"

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\n" }

    private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        if scalar.isASCII {
            return scalar.value > 0x20 && scalar.value < 0x7F
                ? scalar : scalar == " " || (0x09...0x0D).contains(scalar.value) ? " " : nil
        }
        if scalar.properties.isWhitespace || scalar == brailleBlank { return " " }
        if scalar.properties.generalCategory == .control { return nil }
        switch scalar.value {
        case 0x202A...0x202E, 0x2066...0x2069, 0x061C, 0xFEFF: return nil
        // Code points that Unicode reserves for programs (``TextMark``) are never typed.
        case 0xFDD0...0xFDEF: return nil
        default: return scalar
        }
    }
}

/// A cleaned line of typed text.
package struct TypedLine: Hashable, Sendable, ExpressibleByStringInterpolation {
    package let text: String
    /// The words of the text, folded for the search.
    let words: String

    package init(_ typed: String) {
        text = TypedText.line(typed)
        words = SearchWords.line(text)
    }

    package init(stringLiteral typed: String) { self.init(typed) }
}

/// Several cleaned lines of typed text.
package struct TypedBlock: Hashable, Sendable, ExpressibleByStringInterpolation {
    package let text: String

    package init(_ typed: String) { text = TypedText.block(typed) }
    package init(stringLiteral typed: String) { self.init(typed) }
}
