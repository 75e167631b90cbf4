import Formats
import Foundation
import GRDB

/// The text of an uploaded PDF, for the search, and the tax identifiers in it, which show whose file it is.
package struct FileText: OfficeRecord {
    package enum State: String, Codable, Sendable, DatabaseValueConvertible {
        case read
        /// It opens and contains no words: a scan.
        case empty
        /// Locked, damaged, or too large to be read within the limits.
        case unreadable
    }

    package let fileId: Int64
    package let state: State
    package let text: String
    /// Whether it has embedded files, which are not read.
    package let hasFiles: Bool
    package let readAt: Date

    /// The length of the stored text, in code points. Tax identifiers are taken from the whole text.
    private static let textLimit = 100_000
    /// More than any firm's ledger has; a file with more is left unchecked, and the check page says so.
    private static let numberLimit = 20_000
}

extension FileText {
    /// The data to store for a text, computed before the transaction.
    struct Found: Sendable {
        let state: State
        let text: String
        /// The folded words, which the search indexes when the file is sent.
        let words: String
        let numbers: [String]
        let hasFiles: Bool

        /// - Parameter contents: `nil` for a file that could not be read.
        init(_ contents: PDFText.Contents?) {
            let text = (contents?.text).map(StreamSafe.cut)
            let places = [contents?.text, contents?.lines, contents?.attachments].compactMap(\.self)
            let all = places.reduce(into: Set<String>()) { $0.formUnion(FoundNumbers.all(in: $1)) }
            let words = text?.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            let isRead = all.count <= numberLimit && words != nil
            state = !isRead ? .unreadable : words?.contains { $0.isLetter || $0.isNumber } == true ? .read : .empty
            self.text = state == .read ? (words ?? "").beginning(textLimit) : ""
            self.words = SearchIndex.line(ofPaper: self.text)
            numbers = isRead ? all.sorted() : []
            hasFiles = contents?.attachments.isEmpty == false
        }
    }

    /// Stores the data of a file. Done once, because a file never changes.
    static func keep(_ db: Database, _ found: Found, of file: Int64, at now: Date) throws {
        try db.execute(
            literal: """
                INSERT OR IGNORE INTO fileText (fileId, state, text, readAt, words, hasFiles)
                SELECT id, \(found.state), \(found.text), \(now.milliseconds), \(found.words), \(found.hasFiles)
                FROM storedFile WHERE id = \(file)
                """
        )
        guard db.changesCount > 0 else { return }
        let statement = try db.makeStatement(sql: "INSERT INTO fileNumber (fileId, number) VALUES (?, ?)")
        for number in found.numbers { try statement.execute(arguments: [file, number]) }
    }
}

extension FileText {
    /// A condition over a row of `storedFile`: a PDF of the office that has not been read yet.
    static let isAwaited: SQL = """
        (mediaType = 'application/pdf' AND uploadedBy IN (SELECT personId FROM staff)
            AND NOT EXISTS (SELECT 1 FROM fileText WHERE fileText.fileId = storedFile.id))
        """

    /// Stops a send while its files have not been read.
    /// - Parameter going: a query of `fileId`.
    /// - Parameter uncheckable: the keys of files to send nevertheless, because they cannot be read
    ///   (`FileReader.read`).
    /// - Throws: `Invalid` naming `files`.
    static func check(_ db: Database, _ going: SQL, except uncheckable: Set<String>) throws {
        let isWaiting = try SQLRequest<Bool>(
            """
            SELECT EXISTS (SELECT 1 FROM storedFile WHERE id IN (SELECT fileId FROM (\(going)))
                AND \(isAwaited) AND key NOT IN \(Array(uncheckable)))
            """
        ).fetchOne(db)
        if isWaiting == true { throw Invalid("files", "errors.filesAwaited") }
    }

    /// Returns the names of PDFs whose text or embedded files are unknown, so that it is unknown whose they are.
    static func unchecked(_ db: Database, _ going: SQL) throws -> [String] {
        try SQLRequest<String>(
            """
            SELECT name FROM storedFile WHERE id IN (SELECT fileId FROM (\(going))) AND mediaType = 'application/pdf'
                AND NOT EXISTS (SELECT 1 FROM fileText WHERE fileText.fileId = storedFile.id
                    AND state = 'read' AND NOT hasFiles)
            ORDER BY id
            """
        ).fetchAll(db)
    }
}
