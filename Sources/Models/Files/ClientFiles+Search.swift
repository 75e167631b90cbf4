import Foundation
import GRDB

extension ClientFiles {
    /// The limits of what one page examines; the next page continues from there.
    private static let searchedFiles = 2_000
    private static let searchedAtOnce = 200
    private static let searchedText = 4 * 1024 * 1024

    /// Returns the files whose name, subject, words or text together contain every word of a search, ignoring accents;
    /// all files for an empty search.
    /// - Parameters:
    ///   - entries: those of the person and the firm, read in the same transaction.
    ///   - words: returns the further texts shown with a file: its kind, its period.
    /// - Returns: the key after which the next page begins, if there may be more.
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
                // The stored text is read only when the name does not contain every word.
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

    /// Returns the stored text of a PDF, or of the rows of a printout.
    private static func text(_ db: Database, of file: File) throws -> String {
        let sql =
            file.isPrintout
            ? "SELECT text FROM printoutText WHERE printoutId = ?"
            : "SELECT text FROM fileText JOIN attachment USING (fileId) WHERE attachment.id = ?"
        return try String.fetchOne(db.cachedStatement(sql: sql), arguments: [file.id]) ?? ""
    }
}
