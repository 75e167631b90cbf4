import Foundation

/// Folds text for searches: lower case, without accents on Latin letters and Hebrew points, with final Hebrew letters
/// as plain ones. `Kłos` and `klos` fold to the same.
///
/// Each code point is folded alone, so the time is proportional to the length of any text: combining marks, which
/// normalization would have to sort, are dropped.
package enum SearchFolding {
    /// - Parameter limit: the most code points of the result.
    package static func fold(_ text: some StringProtocol, limit: Int = .max) -> String {
        // Most texts are ASCII, and this is much faster.
        if text.utf8.count <= limit, text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
        var (folded, count) = (String.UnicodeScalarView(), 0)
        for scalar in text.unicodeScalars {
            for letter in letters(of: scalar) {
                guard count < limit else { return String(folded) }
                folded.append(letter)
                count += 1
            }
        }
        return String(folded)
    }

    private static func letters(of scalar: Unicode.Scalar) -> [Unicode.Scalar] {
        Int(scalar.value) < frequent.count ? frequent[Int(scalar.value)] : found(scalar)
    }

    /// Latin, Greek, Cyrillic and Hebrew letters, folded once.
    private static let frequent: [[Unicode.Scalar]] = (UInt32(0)..<0x600).map { value in
        Unicode.Scalar(value).map(found) ?? []
    }

    private static func found(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
        if isMark(scalar) { return [] }
        // Digits of all scripts and widths become plain ones.
        if scalar.properties.numericType == .decimal, let digit = scalar.shownDigit {
            return [Unicode.Scalar(48 + digit)]
        }
        let plain = scalar.properties.lowercaseMapping.decomposedStringWithCanonicalMapping.unicodeScalars
        return plain.filter { !isMark($0) }.map { replacements[$0] ?? $0 }
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: true
        default: false
        }
    }

    /// Letters that canonical decomposition does not change, and the Hebrew final forms.
    private static let replacements: [Unicode.Scalar: Unicode.Scalar] = [
        "ł": "l", "đ": "d", "ø": "o", "ħ": "h", "ı": "i",
        "ך": "כ", "ם": "מ", "ן": "נ", "ף": "פ", "ץ": "צ",
    ]
}
