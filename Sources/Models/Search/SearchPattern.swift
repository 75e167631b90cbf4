import GRDB

/// A search in the syntax of FTS5. Its words are letters and digits only, each in quotation marks, so nothing typed can
/// be an operator.
struct SearchPattern {
    /// The columns to search.
    enum Place: String {
        case everywhere = "{subject body files names}"
        case files
    }

    let text: String

    /// For more firms than this, the firms of the results are checked instead: most results are theirs.
    private static let firmLimit = 64
    /// The index itself contains prefixes of three and four letters.
    private static let indexedLength = 4
    /// The most words to which a prefix is expanded; beyond that, FTS5 expands it.
    private static let wordLimit = 100

    /// Fails when the scope has no firm, so that nothing can be found.
    init?(_ db: Database, _ query: SearchQuery, _ place: Place, in scope: FirmScope) throws {
        let terms = try query.terms.map { try Self.term(db, $0) }
        var text = "\(place.rawValue) : (\(terms.joined(separator: " AND ")))"
        if scope != .wholeOffice {
            let ids: SQLRequest<Int64> = """
                SELECT id FROM firm WHERE \(scope.contains("firm.id")) LIMIT \(Self.firmLimit + 1)
                """
            let firms = try ids.fetchAll(db)
            if firms.isEmpty { return nil }
            if firms.count <= Self.firmLimit {
                text += " AND firms : (\(firms.map(SearchIndex.token).joined(separator: " OR ")))"
            }
        }
        self.text = text
    }

    /// Expands a prefix to the words that begin with it: FTS5 would read the texts of all of them before it returned
    /// the first.
    private static func term(_ db: Database, _ term: SearchQuery.Term) throws -> String {
        guard !term.numbers.isEmpty else { return try words(db, term) }
        // As one word, in any of its forms; or as separate groups, if typed so.
        let forms = try term.numbers.map { try words(db, .init(words: [$0], isBeginning: term.isBeginning)) }
        let last = term.words.count - 1
        let groups = try term.words.enumerated().map { place, word in
            try words(db, .init(words: [word], isBeginning: term.isBeginning && place == last && word.utf8.count >= 3))
        }
        let apart = groups.isEmpty ? [] : ["(\(groups.joined(separator: " AND ")))"]
        return "(\((forms + apart).joined(separator: " OR ")))"
    }

    private static func words(_ db: Database, _ term: SearchQuery.Term) throws -> String {
        let phrase = "\"\(term.words.joined(separator: " "))\""
        guard term.isBeginning else { return phrase }
        guard term.words.count == 1, let beginning = term.words.first,
            beginning.unicodeScalars.count > Self.indexedLength
        else { return "\(phrase) *" }
        let words = try String.fetchAll(
            db, sql: "SELECT word FROM searchWord WHERE word >= ? AND word < ? LIMIT ?",
            arguments: [beginning, beginning + "\u{10FFFF}", wordLimit + 1]
        )
        if words.isEmpty { return phrase }
        if words.count > wordLimit { return "\(phrase) *" }
        return "(\(words.map { "\"\($0)\"" }.joined(separator: " OR ")))"
    }
}
