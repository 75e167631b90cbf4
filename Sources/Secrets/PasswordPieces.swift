/// Computes how much of a password is left to be guessed without its known pieces.
///
/// Counted in half letters: a single letter, digit or symbol is 2; a word of a dictionary 8, a common one 5; a sequence
/// of keys or a repeated character 2; a year or a date, a name from the context and a repeated piece nothing. The
/// reading that leaves the least counts. The costs are those of a guesser who knows all this.
struct PasswordPieces {
    /// Passwords that leave less are refused: two words with a year and a letter, three of the commonest words.
    static let enough = 18

    let left: Int
    /// The context's phrases that it contains.
    let phrases: [String]

    private enum Kind: Equatable { case sign, word, common, walk, date, phrase(String) }

    private struct Step {
        var cost = Int.max
        var start = 0
        var kind = Kind.sign
    }

    /// - Parameters:
    ///   - text: one reading of the password, folded, without spaces and plain punctuation.
    ///   - phraseOf: the context's phrases by the hashes of their words.
    init(of text: [Unicode.Scalar], phraseOf: [UInt64: String], words: KnownWords = .installed) {
        var steps = [Step](repeating: Step(), count: text.count + 1)
        steps[0].cost = 0
        for start in text.indices {
            Self.reach(from: start, in: text, phraseOf, words) { end, points, kind in
                // Of readings that leave equally much, the one with the fewest pieces.
                let cost = steps[start].cost + points * 1024 + 1
                if cost < steps[end].cost { steps[end] = Step(cost: cost, start: start, kind: kind) }
            }
        }
        (left, phrases) = Self.sum(steps, text)
    }

    /// Sums the pieces, each once.
    private static func sum(_ steps: [Step], _ text: [Unicode.Scalar]) -> (Int, [String]) {
        var (left, phrases, seen): (Int, [String], Set<[Unicode.Scalar]>) = (0, [], [])
        var end = text.count
        while end > 0 {
            let step = steps[end]
            let piece = Array(text[step.start..<end])
            if case .phrase(let phrase) = step.kind { phrases.append(phrase) }
            if step.kind == .sign || seen.insert(piece).inserted { left += points(of: step.kind, piece.count) }
            end = step.start
        }
        return (left, phrases)
    }

    private static func points(of kind: Kind, _ count: Int) -> Int {
        switch kind {
        case .sign, .walk: 2
        case .word: 8
        case .common: min(5, count * 2)
        case .date: 0
        // Short ones, such as the "sp" of a firm, occur in any text.
        case .phrase: count < 4 ? 2 : 0
        }
    }

    /// Calls `piece` for every piece that begins at a position.
    private static func reach(
        from start: Int, in text: [Unicode.Scalar], _ phraseOf: [UInt64: String], _ words: KnownWords,
        _ piece: (_ end: Int, _ points: Int, _ kind: Kind) -> Void
    ) {
        piece(start + 1, 2, .sign)
        var hash = WordHash()
        for end in (start + 1)..<(min(text.count, start + longestPiece) + 1) {
            hash.add(text[end - 1].value)
            let count = end - start
            if let phrase = phraseOf[hash.value] { piece(end, points(of: .phrase(phrase), count), .phrase(phrase)) }
            if CommonPasswords.hashes.contains(hash.value) { piece(end, points(of: .common, count), .common) }
            guard count >= 4, count <= 24, words.hasStem(hash.short) else { continue }
            piece(end, 8, .word)
            if end < text.count, KnownWords.isVowel(text[end].value) { piece(end + 1, 8, .word) }
        }
        for end in PasswordPatterns.runs(from: start, in: text) { piece(end, 2, .walk) }
        for end in PasswordPatterns.dates(from: start, in: text) { piece(end, 0, .date) }
    }

    private static let longestPiece = 64
}
