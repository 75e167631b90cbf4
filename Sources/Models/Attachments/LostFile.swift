import Foundation
import GRDB
import Secrets

/// A declaration that the bytes of a stored file are lost and no backup has them. Its row stays, with who sent it and
/// who downloaded it; pages show that it is lost, and backups count as complete without it.
package struct LostFile: StoredRow {
    package let fileId: Int64
    package let declaredAt: Date
    /// The user of the machine who declared it.
    package let declaredBy: String
    package let why: String

    /// The limit of each text, in bytes.
    package static let limit = 500
}

extension LostFile {
    /// The reason why a file cannot be declared lost or found.
    package enum Refusal: Error, CustomStringConvertible {
        case unknown(String), whole(String), lostAlready(String), notLost(String), stillGone(String), reason

        package var description: String {
            switch self {
            case .unknown(let name): "no file is called \(name); «skrytka doctor --deep» and «skrytka backup» say which"
            case .whole(let name): "file \(name) is on the disk with the right bytes: it is not lost"
            case .lostAlready(let name): "file \(name) was declared lost before"
            case .notLost(let name): "file \(name) was not declared lost"
            case .stillGone(let name): "file \(name) is not on the disk with the right bytes: copy it there first"
            case .reason: "--why: say in a sentence, of at most \(limit) bytes, what became of the file"
            }
        }
    }

    /// Declares a file lost, after checking that its bytes are missing or damaged.
    ///
    /// - Parameters:
    ///   - name: its number, its key, or its path in a data folder or a backup.
    ///   - files: the store in which its bytes should be.
    /// - Throws: `Refusal`.
    package static func declare(
        _ name: String, why: String, by user: String, in database: OfficeDatabase, _ files: AttachmentStore,
        at now: Date
    ) async throws -> StoredFile {
        let reason = why.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !reason.isEmpty, reason.utf8.count <= limit else { throw Refusal.reason }
        let file = try await find(name, in: database)
        guard !isWhole(file, in: files) else { throw Refusal.whole(name) }
        try await database.write { db in
            guard try !isLost(db, file.id) else { throw Refusal.lostAlready(name) }
            try db.execute(
                sql: "INSERT INTO lostFile (fileId, declaredAt, declaredBy, why) VALUES (?, ?, ?, ?)",
                arguments: [file.id, now.milliseconds, user, reason])
            try AuditEvent.write(
                db, .fileLost, by: nil, subject: "file/\(file.id)", ["name": file.name, "user": user, "why": reason],
                at: now)
        }
        // Damaged bytes must not be served as the file.
        files.setAside(file.key)
        return file
    }

    /// Withdraws the declaration, after checking that every byte is there again.
    /// - Throws: `Refusal`.
    package static func takeBack(
        _ name: String, by user: String, in database: OfficeDatabase, _ files: AttachmentStore, at now: Date
    ) async throws -> StoredFile {
        let file = try await find(name, in: database)
        guard isWhole(file, in: files) else { throw Refusal.stillGone(name) }
        try await database.write { db in
            guard try isLost(db, file.id) else { throw Refusal.notLost(name) }
            try db.execute(sql: "DELETE FROM lostFile WHERE fileId = ?", arguments: [file.id])
            try AuditEvent.write(
                db, .fileFound, by: nil, subject: "file/\(file.id)", ["name": file.name, "user": user], at: now)
        }
        return file
    }

    package static func isLost(_ db: Database, key: String) throws -> Bool {
        let file = try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT id FROM storedFile WHERE key = ?"), arguments: [key])
        return try file.map { try isLost(db, $0) } ?? false
    }

    /// A condition over a column that holds a file's id, qualified with its table.
    static func isDeclared(_ file: SQL) -> SQL {
        "EXISTS (SELECT 1 FROM lostFile WHERE lostFile.fileId = \(file))"
    }

    static func isLost(_ db: Database, _ file: Int64) throws -> Bool {
        let statement = try db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM lostFile WHERE fileId = ?)")
        return try Bool.fetchOne(statement, arguments: [file]) ?? false
    }

    private static func find(_ name: String, in database: OfficeDatabase) async throws -> StoredFile {
        let key = name.split(separator: "/").last.map(String.init) ?? ""
        let file = try await database.read { db in
            try StoredFile.fetchOne(
                db, sql: "SELECT * FROM storedFile WHERE key = ? OR id = ?", arguments: [key, Int64(name)])
        }
        guard let file else { throw Refusal.unknown(name) }
        return file
    }

    private static func isWhole(_ file: StoredFile, in files: AttachmentStore) -> Bool {
        (try? FileBytes.sha256(files.path(file.key))) == Hex.text(file.sha256)
    }
}
