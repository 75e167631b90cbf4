import Foundation
import GRDB

extension ClientFiles {
    /// How much one page looks through; the next page goes on from there.
    private static let searchedFiles = 2_000
    private static let searchedAtOnce = 200
    private static let searchedText = 4 * 1024 * 1024

    /// The files in whose name, subject, words or text every word of a search stands, without minding accents; all of
    /// them where nothing is searched for.
    /// - Parameters:
    ///   - entries: of the person and the firm, read in the same transaction.
    ///   - words: what else is said of a file where it is listed: its kind, its period.
    /// - Returns: where the next page begins, if there may be more.
    package func found(
        _ db: Database, _ typed: String, of entries: [Entry], after key: Key? = nil, limit: Int = pageSize,
        words: (File) -> String
    ) throws -> (files: [File], next: Key?) {
        try typed.isEmpty
            ? page(db, of: entries, after: key, limit: limit)
            : search(db, typed, of: entries, after: key, limit: limit, words: words)
    }

    private func search(
        _ db: Database, _ typed: String, of entries: [Entry], after key: Key?, limit: Int, words: (File) -> String
    ) throws -> (files: [File], next: Key?) {
        let terms = SearchTerms(typed, byWord: true)
        if terms.isEmpty { return ([], nil) }
        var (found, looked, read, key): ([File], Int, Int, Key?) = ([], 0, 0, key)
        repeat {
            let page = try page(db, of: entries, after: key, limit: Self.searchedAtOnce)
            for file in page.files {
                looked += 1
                let said = [file.name ?? "", file.subject, file.firmName, words(file)].joined(separator: "\n")
                // What stands in a file is looked at only where its name does not say enough.
                let rest = terms.missing(in: said)
                let text = rest.isEmpty ? "" : try Self.text(db, of: file)
                read += text.utf8.count
                if rest.isEmpty || !text.isEmpty && rest.stand(in: text) { found.append(file) }
                if found.count == limit || looked == Self.searchedFiles || read > Self.searchedText {
                    return (found, file.key)
                }
            }
            key = page.next
        } while key != nil
        return (found, nil)
    }

    /// What stands in a PDF, or in the rows of a printout, as far as it is kept.
    private static func text(_ db: Database, of file: File) throws -> String {
        let sql =
            file.isPrintout
            ? "SELECT text FROM printoutText WHERE printoutId = ?"
            : "SELECT text FROM fileText JOIN attachment USING (fileId) WHERE attachment.id = ?"
        return try String.fetchOne(db.cachedStatement(sql: sql), arguments: [file.id]) ?? ""
    }
}
