import Foundation

/// Text as it is compared in a search: lower case, without Polish and other Latin marks, without
/// Hebrew points, final forms as their plain letters. `Kłos` and `klos` fold to the same.
package enum Folding {
    package static func fold(_ text: String) -> String {
        // Most words, and quicker by far.
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
        var folded = String.UnicodeScalarView()
        for scalar in text.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars {
            if isMark(scalar) { continue }
            folded.append(replacements[scalar] ?? scalar)
        }
        return String(folded)
    }

    /// The words of a search, each folded. Digits typed with dashes or spaces (a NIP) count as one word.
    package static func words(_ search: String) -> [String] {
        let digits = search.filter { !$0.isWhitespace && $0 != "-" }
        if !digits.isEmpty, digits.allSatisfy(\.isNumber) { return [digits] }
        return fold(search).split { $0.isWhitespace }.map(String.init)
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: true
        default: false
        }
    }

    /// Letters that canonical decomposition leaves whole, and the Hebrew final forms.
    private static let replacements: [Unicode.Scalar: Unicode.Scalar] = [
        "ł": "l", "đ": "d", "ø": "o", "ħ": "h", "ı": "i",
        "ך": "כ", "ם": "מ", "ן": "נ", "ף": "פ", "ץ": "צ",
    ]
}
