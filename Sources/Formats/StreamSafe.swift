import Foundation

/// Text whose runs of combining marks are cut, so that whatever counts, compares or normalises it takes time in
/// proportion to its bytes (UAX #15, section 13, Stream-Safe Text Format). `a` and 60,000 marks are one character to
/// Swift, and putting them into order takes half a minute.
package enum StreamSafe {
    /// UAX #15: no writing of the world needs more marks in a row.
    package static let longestRun = 30

    /// The text without what goes on after thirty marks in a row.
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

    /// The text cut, and in normalisation form C.
    package static func normalized(_ text: String) -> String {
        mayCombine(text) ? cut(text).precomposedStringWithCanonicalMapping : text
    }

    /// Nothing below U+0300, which is 0xCC 0x80 in UTF-8, combines or changes in form C.
    private static func mayCombine(_ text: String) -> Bool { text.utf8.contains { $0 >= 0xCC } }

    /// Marks, and what is invisible between them: taken out later, it would join two runs to one.
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
    /// The first code points of a text: one character of it may be all of it.
    package func beginning(_ count: Int) -> String {
        String(String.UnicodeScalarView(unicodeScalars.prefix(count)))
    }
}
