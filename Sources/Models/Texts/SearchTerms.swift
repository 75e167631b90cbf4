import Formats
import GRDB

/// The terms of a search for parts of words: all must occur, ignoring case and accents. A number is found in whatever
/// notation, in the search and in the text: with dashes, in groups, with `PL`, `NIP` or `+48` before it.
package struct SearchTerms: Sendable {
    /// All terms, each with its alternatives, each with the parts that must all occur.
    private var terms: [[[String]]]
    private let hasNumbers: Bool

    package var isEmpty: Bool { terms.isEmpty }

    private static let limit = 12
    /// Fewer digits than this, separated by blanks, may be several numbers: `12 34`. The parts of a tax number would
    /// occur in too many others.
    private static let severalLimit = 7
    /// In code points.
    private static let lengthLimit = 200

    /// - Parameter byWord: whether other characters only separate words, as in file names; else they are searched for
    ///   too.
    package init(_ typed: String, byWord: Bool = false) {
        let typed = typed.beginning(Self.lengthLimit)
        let parts = TypedPart.all(of: typed)
        hasNumbers = typed.unicodeScalars.contains { $0.shownDigit != nil }
        terms = Array(parts.flatMap { Self.terms($0, byWord) }.prefix(Self.limit))
    }

    private static func terms(_ part: TypedPart, _ byWord: Bool) -> [[[String]]] {
        switch part {
        case .text(let text) where byWord: return SearchWords.words(in: text).map { [[$0.folded]] }
        case .text(let text):
            return SearchFolding.fold(text).unicodeScalars.split { $0.properties.isWhitespace }.map { [[String($0)]] }
        case .number(let number):
            let isSeveral = number.isSpaced && number.digits.utf8.count < severalLimit
            return [number.forms(asTyped: true).sorted().map { [$0] } + (isSeveral ? [number.groups] : [])]
        }
    }

    /// Whether a text contains all terms.
    package func stand(in text: String) -> Bool { missing(in: text).isEmpty }

    /// Returns the terms that a text does not contain.
    package func missing(in text: String) -> SearchTerms {
        let folded = hasNumbers ? Self.folded(text) : SearchFolding.fold(text)
        var missing = self
        missing.terms = terms.filter { !$0.contains { $0.allSatisfy(folded.contains) } }
        return missing
    }

    /// Returns a text in the form in which these terms are searched.
    static func folded(_ text: String) -> String {
        let numbers = WrittenNumber.all(in: text).filter(\.isGrouped).map(\.digits)
        return ([SearchFolding.fold(text)] + Set(numbers).sorted()).joined(separator: "\n")
    }

    /// A condition on a column that holds a text ``folded(_:)``.
    func stand(in column: SQL) -> SQL {
        terms.reduce("TRUE") { all, alternatives in
            let any = alternatives.reduce("FALSE" as SQL) { any, words in
                "\(any) OR (\(words.reduce("TRUE" as SQL) { "\($0) AND instr(\(column), \($1)) > 0" }))"
            }
            return "\(all) AND (\(any))"
        }
    }
}

/// The parts of a typed search: numbers in groups, and the text between them.
enum TypedPart {
    case text(String)
    case number(WrittenNumber)

    static func all(of typed: String) -> [TypedPart] {
        var (parts, rest): ([TypedPart], Substring) = ([], typed[...])
        for number in WrittenNumber.all(in: typed) where number.isGrouped {
            add(rest[..<number.nameStart], to: &parts)
            parts.append(.number(number))
            rest = rest[number.range.upperBound...]
        }
        if parts.isEmpty { return [.text(typed)] }
        add(rest, to: &parts)
        return parts
    }

    /// Drops punctuation between numbers, which nobody searches for.
    private static func add(_ text: Substring, to parts: inout [TypedPart]) {
        if text.unicodeScalars.contains(where: { $0.properties.isAlphabetic || $0.shownDigit != nil }) {
            parts.append(.text(String(text)))
        }
    }
}
