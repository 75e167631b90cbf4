import Foundation

/// Cuts long runs of combining marks, so that counting, comparing and normalizing a text takes time proportional to its
/// bytes (UAX #15, section 13, Stream-Safe Text Format). To Swift, `a` with 60,000 marks is one character, and sorting
/// the marks takes half a minute.
package enum StreamSafe {
    /// UAX #15: no script needs more marks in a row.
    package static let longestRun = 30

    /// Returns the text without the marks after thirty in a row.
    package static func cut(_ text: String) -> String {
        guard mayCombine(text) else { return text }
        var kept = String.UnicodeScalarView()
        var (run, isCut) = (0, false)
        for scalar in text.unicodeScalars {
            run = goesOn(scalar) ? run + 1 : 0
            if run > longestRun { isCut = true } else { kept.append(scalar) }
        }
        return isCut ? String(kept) : text
    }

    /// Returns the cut text in normalization form C.
    package static func normalized(_ text: String) -> String {
        mayCombine(text) ? cut(text).precomposedStringWithCanonicalMapping : text
    }

    /// No code point below U+0300, which is 0xCC 0x80 in UTF-8, combines or changes in form C.
    private static func mayCombine(_ text: String) -> Bool { text.utf8.contains { $0 >= 0xCC } }

    /// Whether a code point continues a run: marks, and invisible ones between them, whose later removal would join two
    /// runs.
    private static func goesOn(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x20 { return !(0x09...0x0D).contains(scalar.value) }
        if scalar.value < 0x300 { return (0x7F...0x9F).contains(scalar.value) || scalar.value == 0xAD }
        return switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark, .format: true
        default: scalar.properties.isDefaultIgnorableCodePoint
        }
    }
}

extension StringProtocol {
    /// Returns the first code points of a text, since a single character may be the whole text.
    package func beginning(_ count: Int) -> String {
        String(String.UnicodeScalarView(unicodeScalars.prefix(count)))
    }
}
