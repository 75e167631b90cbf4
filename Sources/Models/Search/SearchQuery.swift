import Formats

/// A parsed search. All its words must occur; the last one may be a prefix; words in quotation marks must follow one
/// another.
///
/// Any text can be typed: characters other than letters and digits only separate words.
package struct SearchQuery: Sendable, Equatable {
    /// One word, or several that must follow one another; or the groups of a number typed with blanks.
    package struct Term: Sendable, Equatable {
        package let words: [String]
        /// A number as one word, in each of its forms.
        package var numbers: [String] = []
        /// Whether the last word is a prefix.
        package var isBeginning = false

        /// The possible prefixes, if the term is one.
        var beginnings: [String] { numbers.isEmpty ? [words.last].compactMap(\.self) : numbers }
    }

    package let terms: [Term]

    package var isEmpty: Bool { terms.isEmpty }

    /// In code points.
    private static let lengthLimit = 200
    private static let termLimit = 12
    /// Fewer letters are too common to be searched as a prefix.
    static let beginningLength = 3

    package init(_ typed: String) {
        let typed = typed.beginning(Self.lengthLimit)
        // In quotation marks, a number is treated as words.
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

    /// Returns the groups of words that must follow one another, in quotation marks or in one chunk.
    /// - Returns: the groups, and whether the last one is in quotation marks.
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

    /// Whether a word of a text, or a number as one word, matches and is highlighted in a result. Short groups of a
    /// number are too common to be highlighted.
    package func marks(_ folded: String) -> Bool {
        terms.contains { term in
            let words = term.numbers.isEmpty ? term.words : term.numbers + term.words.filter { $0.utf8.count >= 3 }
            return words.contains(folded) || term.isBeginning && term.beginnings.contains(where: folded.hasPrefix)
        }
    }

    /// Whether the words contain all terms, in any order.
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

    /// Whether it is a quotation mark of one of the three languages. Between letters, as in a Hebrew abbreviation, it
    /// is not treated as one.
    private static func isQuote(_ scalar: Unicode.Scalar?) -> Bool {
        scalar.map { "\"„”“«»".unicodeScalars.contains($0) } ?? false
    }
}
