/// Text as the words that a search compares: runs of letters and digits, each folded (`SearchFolding`).
/// The index, the query and the marks in a result all take their words from here, so that what was
/// found can always be shown. Read by code points: a text of one letter and 60,000 marks, kept before marks were cut,
/// costs a search no more than others.
package enum SearchWords {
    /// A word, and where it stands in the text it was read from.
    package struct Word: Sendable {
        package let range: Range<String.Index>
        package let folded: String
    }

    /// Longer words are compared by their beginning.
    private static let lengthLimit = 40

    /// The words of a text, in order.
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

    /// The words of a text alone, with a space between two; behind them its numbers in groups, each as one word.
    static func line(_ text: String?) -> String {
        text.map { (words(in: $0).map(\.folded) + numbers(in: $0)).joined(separator: " ") } ?? ""
    }

    /// The forms of the numbers that stand in groups in a text.
    static func numbers(in text: String) -> [String] {
        let numbers = WrittenNumber.all(in: text).filter(\.isGrouped)
        return numbers.reduce(into: Set<String>()) { $0.formUnion($1.forms()) }.sorted()
    }

    /// The words of a text, and its numbers in each of their forms.
    static func all(in text: String) -> Set<String> { Set(words(in: text).map(\.folded) + numbers(in: text)) }

    /// Marks and direction signs belong to a word only inside of one: `s\u{301}`, a pointed Hebrew letter.
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
