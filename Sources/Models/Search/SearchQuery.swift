import Formats

/// What was typed into a search field. All its words must occur; the last one may be the beginning of
/// a word; words between quotation marks must follow one another.
///
/// Anything can be typed: what is neither a letter nor a digit only separates.
package struct SearchQuery: Sendable, Equatable {
    /// One word, or several that must follow one another; or the groups of a number that was typed with blanks.
    package struct Term: Sendable, Equatable {
        package let words: [String]
        /// A number as one word, in each of its forms.
        package var numbers: [String] = []
        /// Whether the last of the words may go on.
        package var isBeginning = false

        /// What a word may begin with, if it may go on.
        var beginnings: [String] { numbers.isEmpty ? [words.last].compactMap(\.self) : numbers }
    }

    package let terms: [Term]

    package var isEmpty: Bool { terms.isEmpty }

    /// In code points.
    private static let lengthLimit = 200
    private static let termLimit = 12
    /// Fewer letters are the beginning of too much to be meant as one.
    static let beginningLength = 3

    package init(_ typed: String) {
        let typed = typed.beginning(Self.lengthLimit)
        // Between quotation marks a number is words like others.
        let parts = typed.unicodeScalars.contains { Self.isQuote($0) } ? [.text(typed)] : TypedPart.all(of: typed)
        var isClosed = false
        let found = parts.flatMap { part in
            switch part {
            case .number(let number):
                isClosed = false
                return [
                    Term(words: number.isSpaced ? number.groups : [], numbers: number.forms(asTyped: true).sorted())
                ]
            case .text(let text):
                let phrases: [[String]]
                (phrases, isClosed) = Self.phrases(of: text)
                return phrases.map { Term(words: $0) }
            }
        }.prefix(Self.termLimit)
        terms = found.enumerated().map { place, term in
            var term = term
            let length = (term.numbers.first ?? term.words.last)?.unicodeScalars.count ?? 0
            term.isBeginning = place == found.count - 1 && !isClosed && length >= Self.beginningLength
            return term
        }
    }

    /// Words that must follow one another, those between quotation marks and those of one chunk.
    /// - Returns: them, and whether the last ones stand between quotation marks.
    private static func phrases(of text: String) -> ([[String]], isClosed: Bool) {
        var (phrases, open): ([[String]], [String]?) = ([], nil)
        var isClosed = false
        for chunk in text.unicodeScalars.split(whereSeparator: \.properties.isWhitespace) {
            let words = SearchWords.words(in: String(chunk)).map(\.folded)
            let opens = open == nil && isQuote(chunk.first)
            let closes = isQuote(chunk.last) && (open != nil || chunk.count > 1)
            if opens || open != nil {
                open = (open ?? []) + words
                isClosed = closes
                if closes {
                    phrases.append(open ?? [])
                    open = nil
                }
            } else {
                phrases.append(words)
                isClosed = false
            }
        }
        if let open { phrases.append(open) }
        return (phrases.filter { !$0.isEmpty }, isClosed)
    }

    /// Whether a word of a text, or a number of it as one word, is one of those searched for: such are marked in a
    /// result. Short groups of a number stand everywhere.
    package func marks(_ folded: String) -> Bool {
        terms.contains { term in
            let words = term.numbers.isEmpty ? term.words : term.numbers + term.words.filter { $0.utf8.count >= 3 }
            return words.contains(folded) || term.isBeginning && term.beginnings.contains(where: folded.hasPrefix)
        }
    }

    /// Whether all that is searched for stands among some words, wherever.
    func stands(in words: Set<String>) -> Bool {
        terms.allSatisfy { term in
            term.numbers.contains { Self.holds(words, $0, isBeginning: term.isBeginning) }
                || !term.words.isEmpty && term.words.dropLast().allSatisfy(words.contains)
                    && term.words.last.map { Self.holds(words, $0, isBeginning: term.isBeginning) } ?? true
        }
    }

    private static func holds(_ words: Set<String>, _ word: String, isBeginning: Bool) -> Bool {
        words.contains(word) || isBeginning && words.contains { $0.hasPrefix(word) }
    }

    /// Quotation marks as they are typed in the three languages. Between letters, as in a Hebrew
    /// abbreviation, they are none.
    private static func isQuote(_ scalar: Unicode.Scalar?) -> Bool {
        scalar.map { "\"„”“«»".unicodeScalars.contains($0) } ?? false
    }
}
