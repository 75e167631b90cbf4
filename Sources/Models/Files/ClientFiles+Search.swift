import Foundation
import GRDB

extension ClientFiles {
    /// How much one page looks through; the next page goes on from there.
    private static let searchedFiles = 2_000
    private static let searchedText = 4 * 1024 * 1024

    /// The files in whose name, subject, words or text every word of a search stands, without minding accents; all of
    /// them where nothing is searched for.
    /// - Parameter words: what else is said of a file where it is listed: its kind, its period.
    /// - Returns: where the next page begins, if there may be more.
    package func found(
        _ db: Database, _ typed: String, after key: Key? = nil, limit: Int = pageSize, words: (File) -> String
    ) throws -> (files: [File], next: Key?) {
        try typed.isEmpty
            ? page(db, after: key, limit: limit) : search(db, typed, after: key, limit: limit, words: words)
    }

    private func search(
        _ db: Database, _ typed: String, after key: Key?, limit: Int, words: (File) -> String
    ) throws -> (files: [File], next: Key?) {
        let terms = SearchWords.words(in: typed).map(\.folded)
        if terms.isEmpty { return ([], nil) }
        var files = self
        files.readsText = true
        let cursor = try files.request(after: key, limit: nil).fetchCursor(db)
        var (found, looked, text): ([File], Int, Int) = ([], 0, 0)
        while let file = try cursor.next() {
            (looked, text) = (looked + 1, text + (file.text?.utf8.count ?? 0))
            if Self.holds(file, terms, words(file)) { found.append(file) }
            if found.count == limit || looked == Self.searchedFiles || text > Self.searchedText {
                return (found, file.key)
            }
        }
        return (found, nil)
    }

    private static func holds(_ file: File, _ terms: [String], _ words: String) -> Bool {
        let said = Folding.fold([file.name ?? "", file.subject, file.firmName, words].joined(separator: " "))
        let rest = terms.filter { !said.contains($0) }
        if rest.isEmpty { return true }
        guard let text = file.text, !text.isEmpty else { return false }
        let folded = Folding.fold(text)
        return rest.allSatisfy(folded.contains)
    }
}
