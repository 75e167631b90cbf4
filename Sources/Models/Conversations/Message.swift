import Formats
import Foundation
import GRDB

/// One message of a conversation. Its text and files are its content, which a broadcast's threads share.
package struct Message: OfficeRecord {
    package enum Side: String, Codable, CaseIterable, Sendable, DatabaseValueConvertible, StatementColumnConvertible {
        case office, client
    }
    package enum Kind: String, Codable, CaseIterable, Sendable, DatabaseValueConvertible, StatementColumnConvertible {
        case notice, message, answer, amounts, documents, text, reminder
    }

    package let id: Int64
    package let conversationId: Int64
    package let firmId: Int64
    package let contentId: Int64
    package let personId: Int64
    package let side: Side
    package let kind: Kind
    package let sentAt: Date
    /// Whether there are files to download: attachments of its content, or printouts sent with it.
    package let hasFiles: Bool
}

/// The text, the uploaded files and the printouts of a message, as typed.
package struct NewContent: Sendable {
    package let body: String
    /// The words of the text, folded for the search.
    let words: String
    /// Keys of the person's own uploads.
    package var files: [String]
    /// The `WrongFiles.name` of the files that the sender has confirmed, though they contain another firm's number.
    package var rightFiles: String?
    /// Keys of files to send although their text could not be read (`FileReader.read`).
    package var uncheckable: Set<String>
    /// The chosen printouts of the firm; only the office sends them.
    package var printouts: PrintoutChoice?
    /// The printouts that the sender was shown, if the form says so: no others are sent.
    package var shown: Set<Int64>?
    /// The storage quota of the recipient firm, in bytes.
    package var quota: Int64
    /// Identifies the submitted form, so that its message is sent once.
    package var formKey: String?

    /// In code points.
    package static let bodyLimit = 20_000
    package static let fileLimit = 100

    /// - Parameter isMarked: whether the office writes it, whose composer inserts formatting marks (``TextMark``).
    package init(
        body: String, isMarked: Bool = false, files: [String] = [], rightFiles: String? = nil,
        uncheckable: Set<String> = [],
        printouts: PrintoutChoice? = nil, shown: Set<Int64>? = nil, formKey: String = "", quota: Int64 = .max
    ) {
        self.quota = quota
        self.body = isMarked ? MarkedText(TypedText.block(body, isMarked: true)).source : TypedText.block(body)
        words = SearchWords.line(MarkedText.words(self.body.beginning(Self.bodyLimit)))
        self.files = files
        self.rightFiles = rightFiles
        self.uncheckable = uncheckable
        self.printouts = printouts
        self.shown = shown
        self.formKey = (20...64).contains(formKey.unicodeScalars.count) ? formKey : nil
    }

    /// Returns the errors in a text.
    static func problems(of body: String) -> Invalid {
        var invalid = Invalid()
        if body.isEmpty { invalid.add("body", "errors.bodyMissing") }
        invalid.limit("body", body, to: bodyLimit)
        return invalid
    }

    func problems() -> Invalid {
        var invalid = Self.problems(of: body)
        if files.count > Self.fileLimit { invalid.add("files", "errors.tooManyFiles", ["limit": "\(Self.fileLimit)"]) }
        return invalid
    }

    /// Inserts the content once, with its files in the given order, for a message to one firm or for a notice to many.
    /// - Parameter subject: the subject of the conversation that begins with it.
    func insert(_ db: Database, subject: TypedLine? = nil, by person: Int64, to firm: Int64?) throws -> Int64 {
        try problems().check()
        let fileIds = try StoredFile.claim(db, files, by: person)
        let id = try Self.insert(db, body: body, fileIds: fileIds)
        try SearchIndex.prepare(db, id, subject: subject?.words, body: words)
        if let firm { try FirmUse.check(db, firm, quota: quota, adding: id) }
        return id
    }

    static func insert(_ db: Database, body: String, fileIds: [Int64]) throws -> Int64 {
        try db.cachedStatement(sql: "INSERT INTO content (body) VALUES (?)").execute(arguments: [body])
        let id = db.lastInsertedRowID
        for (position, file) in fileIds.enumerated() {
            try db.execute(
                sql: "INSERT INTO attachment (contentId, fileId, position) VALUES (?, ?, ?)",
                arguments: [id, file, position]
            )
        }
        return id
    }
}
