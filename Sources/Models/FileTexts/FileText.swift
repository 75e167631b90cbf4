import Formats
import Foundation
import GRDB

/// What stands in an uploaded PDF: its text, for whoever looks for it, and the tax identifiers in it, by which it is
/// known whose it is.
package struct FileText: OfficeRecord {
    package enum State: String, Codable, Sendable, DatabaseValueConvertible {
        case read
        /// It opens and holds no words: a scan.
        case empty
        /// Locked, damaged, or too much to be read within the limits.
        case unreadable
    }

    package let fileId: Int64
    package let state: State
    package let text: String
    /// Whether files are in it that nobody has read.
    package let hasFiles: Bool
    package let readAt: Date

    /// How much of a text is kept, in code points. Its numbers are looked for in all of it.
    private static let textLimit = 100_000
    /// More identifiers than any firm's ledger has; a file with more is left unchecked, and that is said.
    private static let numberLimit = 20_000
}

extension FileText {
    /// What is to be kept of a text, made of it before anybody waits for the database.
    struct Found: Sendable {
        let state: State
        let text: String
        /// The line that the search takes when the file is sent.
        let words: String
        let numbers: [String]
        let hasFiles: Bool

        /// - Parameter contents: nothing for a file that could not be read.
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

    /// Writes down what a file says. Once: a file never changes.
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
    /// A condition over a row of `storedFile`: a PDF of the office that nobody has read yet.
    static let isAwaited: SQL = """
        (mediaType = 'application/pdf' AND uploadedBy IN (SELECT personId FROM staff)
            AND NOT EXISTS (SELECT 1 FROM fileText WHERE fileText.fileId = storedFile.id))
        """

    /// Stops a send while it is not known what stands in its files.
    /// - Parameter going: a query of `fileId`.
    /// - Parameter uncheckable: the keys that go all the same, because nothing can read them (`FileReader.read`).
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

    /// The names of PDFs whose text, or what is in files inside of them, is not known: nobody knows whose they are.
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
