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
    package let readAt: Date

    /// How much of a text is kept, in characters. Its numbers are looked for in all of it.
    private static let textLimit = 100_000
    /// More identifiers than any firm's ledger has; a file with more is left unchecked, and that is said.
    private static let numberLimit = 20_000
}

extension FileText {
    /// What is to be kept of a text, made of it before anybody waits for the database.
    struct Found: Sendable {
        let state: State
        let text: String
        let numbers: [String]

        /// - Parameter text: nothing for a file that could not be read.
        init(_ text: String?) {
            let all = text.map(FoundNumbers.all) ?? []
            let words = text?.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            let isRead = all.count <= numberLimit && words != nil
            state = !isRead ? .unreadable : words?.contains { $0.isLetter || $0.isNumber } == true ? .read : .empty
            self.text = state == .read ? String((words ?? "").prefix(textLimit)) : ""
            numbers = isRead ? all.sorted() : []
        }
    }

    /// Writes down what a file says. Once: a file never changes.
    static func keep(_ db: Database, _ found: Found, of file: Int64, at now: Date) throws {
        try db.execute(
            literal: """
                INSERT OR IGNORE INTO fileText (fileId, state, text, readAt)
                SELECT id, \(found.state), \(found.text), \(now.milliseconds) FROM storedFile WHERE id = \(file)
                """
        )
        guard db.changesCount > 0 else { return }
        let statement = try db.makeStatement(sql: "INSERT INTO fileNumber (fileId, number) VALUES (?, ?)")
        for number in found.numbers { try statement.execute(arguments: [file, number]) }
    }
}
