/// What was typed into a search field. All its words must occur; the last one may be the beginning of
/// a word; words between quotation marks must follow one another.
///
/// Anything can be typed: what is neither a letter nor a digit only separates.
package struct SearchQuery: Sendable, Equatable {
    /// One word, or several that must follow one another.
    package struct Term: Sendable, Equatable {
        package let words: [String]
        /// Whether the last of the words may go on.
        package let isBeginning: Bool
    }

    package let terms: [Term]

    package var isEmpty: Bool { terms.isEmpty }

    /// In code points.
    private static let lengthLimit = 200
    private static let termLimit = 12
    /// Fewer letters are the beginning of too much to be meant as one.
    static let beginningLength = 3

    package init(_ typed: String) {
        var (phrases, open): ([[String]], [String]?) = ([], nil)
        var isClosed = false
        for chunk in typed.unicodeScalars.prefix(Self.lengthLimit).split(whereSeparator: \.properties.isWhitespace) {
            let words = SearchWords.words(in: String(chunk)).map(\.folded)
            let opens = open == nil && Self.isQuote(chunk.first)
            let closes = Self.isQuote(chunk.last) && (open != nil || chunk.count > 1)
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
        let found = phrases.filter { !$0.isEmpty }.prefix(Self.termLimit)
        terms = found.enumerated().map { place, words in
            let isLast = place == found.count - 1 && !isClosed
            let length = words.last?.unicodeScalars.count ?? 0
            return Term(words: words, isBeginning: isLast && length >= Self.beginningLength)
        }
    }

    /// Whether a word of a text is one of those searched for: such words are marked in a result.
    package func marks(_ folded: String) -> Bool {
        terms.contains { term in
            term.words.contains(folded) || term.isBeginning && folded.hasPrefix(term.words.last ?? folded)
        }
    }

    /// Whether all that is searched for stands among some words, wherever.
    func stands(in words: Set<String>) -> Bool {
        terms.allSatisfy { term in
            term.words.dropLast().allSatisfy(words.contains)
                && term.words.last.map { last in
                    words.contains(last) || term.isBeginning && words.contains { $0.hasPrefix(last) }
                } ?? true
        }
    }

    /// Quotation marks as they are typed in the three languages. Between letters, as in a Hebrew
    /// abbreviation, they are none.
    private static func isQuote(_ scalar: Unicode.Scalar?) -> Bool {
        scalar.map { "\"„”“«»".unicodeScalars.contains($0) } ?? false
    }
}
