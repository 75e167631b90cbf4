/// A text or an excerpt, split into matches and the pieces between them.
package enum SearchExcerpt {
    package struct Piece: Sendable, Equatable {
        package let text: String
        package let isMatch: Bool

        package init(text: String, isMatch: Bool) {
            self.text = text
            self.isMatch = isMatch
        }
    }

    /// The lengths shown before the first match, and in total, in code points.
    private static let before = 60
    private static let length = 220

    /// Returns the whole text with every match marked.
    package static func pieces(_ text: String, _ query: SearchQuery) -> [Piece] {
        pieces(text[...], matches(in: text, SearchWords.words(in: text), query))
    }

    /// Returns the ranges of matching words and numbers, in order, without overlaps.
    private static func matches(
        in text: String, _ words: [SearchWords.Word], _ query: SearchQuery
    ) -> [Range<String.Index>] {
        let numbers = WrittenNumber.all(in: text).filter { $0.isGrouped && $0.forms().contains(where: query.marks) }
        let all = words.filter { query.marks($0.folded) }.map(\.range) + numbers.map(\.range)
        return all.sorted { $0.lowerBound < $1.lowerBound }.reduce(into: []) { matches, next in
            guard let last = matches.last, next.lowerBound < last.upperBound else { return matches.append(next) }
            matches[matches.count - 1] = last.lowerBound..<max(last.upperBound, next.upperBound)
        }
    }

    /// Returns the excerpt around the first match, or the beginning of the text when there is none.
    package static func around(_ text: String, _ query: SearchQuery) -> [Piece] {
        let (words, scalars) = (SearchWords.words(in: text), text.unicodeScalars)
        let matches = matches(in: text, words, query)
        let first = matches.first?.lowerBound ?? text.startIndex
        let earliest = scalars.index(first, offsetBy: -before, limitedBy: text.startIndex) ?? text.startIndex
        // An excerpt begins and ends between words.
        let start = words.first { $0.range.lowerBound >= earliest }?.range.lowerBound ?? earliest
        let begin = earliest == text.startIndex ? earliest : min(start, first)
        let limit = scalars.index(begin, offsetBy: length, limitedBy: text.endIndex) ?? text.endIndex
        let last = words.last { $0.range.upperBound <= limit && $0.range.upperBound > begin }?.range.upperBound
        let end = limit == text.endIndex ? limit : last ?? limit
        var pieces = pieces(text[begin..<end], matches.filter { $0.lowerBound >= begin && $0.upperBound <= end })
        if begin > text.startIndex { pieces.insert(Piece(text: "… ", isMatch: false), at: 0) }
        if end < text.endIndex { pieces.append(Piece(text: " …", isMatch: false)) }
        return pieces
    }

    private static func pieces(_ text: Substring, _ matches: [Range<String.Index>]) -> [Piece] {
        var (pieces, index): ([Piece], String.Index) = ([], text.startIndex)
        for match in matches {
            if index < match.lowerBound {
                pieces.append(Piece(text: String(text[index..<match.lowerBound]), isMatch: false))
            }
            pieces.append(Piece(text: String(text[match]), isMatch: true))
            index = match.upperBound
        }
        if index < text.endIndex { pieces.append(Piece(text: String(text[index...]), isMatch: false)) }
        return pieces
    }
}
