import Foundation
import GRDB
import Secrets

/// An uploaded file whose bytes are on the disk under its key. It belongs to its uploader until a message carries it.
package struct StoredFile: OfficeRecord {
    package let id: Int64
    /// A random name, of the file on the disk and of the upload in a form.
    package let key: String
    package let name: String
    package let mediaType: String
    package let kind: String
    package let size: Int64
    package let sha256: Data
    /// `nil` for files that came by the command line or the watched folder, and for printouts.
    package let uploadedBy: Int64?
    package let uploadedAt: Date
}

extension StoredFile {
    /// Inserts the row of a file whose bytes are already on the disk.
    /// - Throws: `Invalid` naming `files` when the person has too many unsent uploads.
    package static func add(
        _ db: Database, _ bytes: AttachmentStore.Kept, by person: Int64?, at now: Date
    ) throws -> StoredFile {
        if let person, try !mayUpload(db, for: person, at: now) { throw Invalid("files", "errors.uploadsWaiting") }
        let file = try insert(db, bytes, by: person, at: now)
        try AuditEvent.write(
            db, .fileUploaded, by: person, subject: "file/\(file.id)",
            ["name": bytes.name, "sha256": Hex.text(bytes.sha256), "size": "\(bytes.size)"], at: now
        )
        return file
    }

    /// Inserts the row without an entry in the journal, for files that no message needs to carry: their user records
    /// them.
    static func insert(
        _ db: Database, _ bytes: AttachmentStore.Kept, by person: Int64?, at now: Date
    ) throws -> StoredFile {
        try db.execute(
            sql: """
                INSERT INTO storedFile (key, name, mediaType, kind, size, sha256, uploadedBy, uploadedAt, words)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                bytes.key, bytes.name, bytes.type.mediaType, bytes.type.kind, bytes.size, bytes.sha256, person,
                now.milliseconds, bytes.words,
            ]
        )
        return StoredFile(
            id: db.lastInsertedRowID, key: bytes.key, name: bytes.name, mediaType: bytes.type.mediaType,
            kind: bytes.type.kind,
            size: bytes.size, sha256: bytes.sha256, uploadedBy: person, uploadedAt: now
        )
    }

    /// The limits of what a person may upload before sending it, so that nobody fills the office's disk.
    package static let waitingFiles = 200
    /// Larger for the office, which uploads folders with a file for each of its firms.
    package static let waitingFilesOfStaff = 2000
    package static let waitingBytes: Int64 = 1024 * 1024 * 1024

    /// The longest time for which an upload usually stays unsent: a draft holds it for a month after its last change, and a
    /// day later it is swept.
    private static let waitingTime: TimeInterval = 32 * 24 * 3600

    /// How much a person may still upload before sending it.
    package struct Allowance: Sendable {
        package let files: Int
        package let bytes: Int64
        var isLeft: Bool { files > 0 && bytes > 0 }
    }

    /// Returns a person's allowance for uploads that no message carries and no import has used yet.
    package static func allowance(_ db: Database, for person: Int64, at now: Date) throws -> Allowance {
        let waiting = try waiting(db, of: person, at: now)
        let limit = try Staff.find(db, personId: person) == nil ? waitingFiles : waitingFilesOfStaff
        return Allowance(files: max(0, limit - waiting.files), bytes: max(0, waitingBytes - waiting.bytes))
    }

    /// Returns the number and the bytes of a person's uploads that no message carries and no import has used yet.
    static func waiting(_ db: Database, of person: Int64, at now: Date) throws -> (files: Int, bytes: Int64) {
        let since = now.addingTimeInterval(-waitingTime).milliseconds
        let row = try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT count(*), ifnull(sum(size), 0) FROM storedFile
                    WHERE uploadedBy = ? AND uploadedAt >= ? AND NOT isTaken
                    """),
            arguments: [person, since]
        )
        return row.map { ($0[0], $0[1]) } ?? (0, 0)
    }

    /// Whether a person may upload another file.
    package static func mayUpload(_ db: Database, for person: Int64, at now: Date) throws -> Bool {
        try allowance(db, for: person, at: now).isLeft
    }

    /// Returns a person's own uploads by their keys, in that order; for the head also the files of sent notices, to
    /// send them again. Another person's key is treated as unknown, and so is that of a lost file.
    package static func find(_ db: Database, keys: [String], of person: Int64) throws -> [StoredFile] {
        try keys.map { key in
            guard
                let file = try StoredFile.fetchOne(
                    db,
                    sql: """
                        SELECT * FROM storedFile WHERE key = :key
                            AND NOT EXISTS (SELECT 1 FROM lostFile WHERE lostFile.fileId = storedFile.id)
                            AND (uploadedBy = :person OR
                            EXISTS (SELECT 1 FROM staff WHERE personId = :person AND role = 'head')
                            AND EXISTS (SELECT 1 FROM attachment JOIN broadcast ON broadcast.contentId = attachment.contentId
                                WHERE attachment.fileId = storedFile.id))
                        """,
                    arguments: ["key": key, "person": person]
                )
            else { throw Invalid("files", "errors.fileGone") }
            return file
        }
    }

    static func claim(_ db: Database, _ keys: [String], by person: Int64) throws -> [Int64] {
        var seen: Set<String> = []
        return try find(db, keys: keys.filter { seen.insert($0).inserted }, of: person).map(\.id)
    }

    /// Removes the rows of files that nothing has held for a day.
    /// - Returns: their keys, whose bytes the caller removes.
    package static func sweep(_ db: Database, at now: Date) throws -> [String] {
        try remove(db, "NOT isTaken AND uploadedAt < \(now.addingTimeInterval(-24 * 3600).milliseconds)")
    }

    /// Removes the rows of the selected files that nothing holds.
    /// - Returns: their keys, whose bytes the caller removes.
    static func remove(_ db: Database, _ which: SQL) throws -> [String] {
        try SQLRequest<String>(
            """
            DELETE FROM storedFile WHERE \(which)
                AND NOT EXISTS (SELECT 1 FROM fileHolder WHERE fileHolder.fileId = storedFile.id)
            RETURNING key
            """
        ).fetchAll(db)
    }

    package static func allKeys(_ db: Database) throws -> Set<String> {
        try String.fetchSet(db, sql: "SELECT key FROM storedFile")
    }

    package static func isKnown(_ db: Database, key: String) throws -> Bool {
        let statement = try db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM storedFile WHERE key = ?)")
        return try Bool.fetchOne(statement, arguments: [key]) ?? false
    }

    /// Returns the SHA-256 in a file's row, in hexadecimal digits.
    static func sha256(_ db: Database, key: String) throws -> String? {
        let statement = try db.cachedStatement(sql: "SELECT sha256 FROM storedFile WHERE key = ?")
        return try Data.fetchOne(statement, arguments: [key]).map(Hex.text)
    }
}
