/// Splits text into the words that a search compares: sequences of letters and digits, each folded (`SearchFolding`).
/// The index, the query and the highlighting all use these words, so that every match can be shown. Works on code
/// points: a stored text of one letter and 60,000 combining marks costs no more than others.
package enum SearchWords {
    /// A word, and its range in the text.
    package struct Word: Sendable {
        package let range: Range<String.Index>
        package let folded: String
    }

    /// Longer words are compared by their first letters.
    private static let lengthLimit = 40

    /// Returns the words of a text, in order.
    package static func words(in text: String) -> [Word] {
        let scalars = text.unicodeScalars
        var (words, begun): ([Word], String.Index?) = ([], nil)
        var index = scalars.startIndex
        while true {
            let isPart = index < scalars.endIndex && isPart(scalars[index], inside: begun != nil)
            if let start = begun, !isPart {
                words.append(
                    Word(range: start..<index, folded: SearchFolding.fold(text[start..<index], limit: lengthLimit)))
                begun = nil
            } else if begun == nil, isPart {
                begun = index
            }
            guard index < scalars.endIndex else { return words }
            index = scalars.index(after: index)
        }
    }

    /// Returns the words of a text, separated by spaces, followed by its grouped numbers, each as one word.
    static func line(_ text: String?) -> String {
        text.map { (words(in: $0).map(\.folded) + numbers(in: $0)).joined(separator: " ") } ?? ""
    }

    /// Returns the forms of a text's grouped numbers.
    static func numbers(in text: String) -> [String] {
        let numbers = WrittenNumber.all(in: text).filter(\.isGrouped)
        return numbers.reduce(into: Set<String>()) { $0.formUnion($1.forms()) }.sorted()
    }

    /// Returns the words of a text, and its numbers in each of their forms.
    static func all(in text: String) -> Set<String> { Set(words(in: text).map(\.folded) + numbers(in: text)) }

    /// Combining marks and direction characters belong to a word only inside one: `s\u{301}`, a pointed Hebrew letter.
    private static func isPart(_ scalar: Unicode.Scalar, inside: Bool) -> Bool {
        if scalar.isASCII {
            return switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9": true
            default: false
            }
        }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber:
            return true
        case .nonspacingMark, .spacingMark, .enclosingMark, .format: return inside
        default: return false
        }
    }
}
