import Foundation
import GRDB
import Secrets

/// The manifest of a backup, `manifest.json`: written last, so that only a finished backup has one. The files and their
/// SHA-256 are listed in `SHA256SUMS`, which `sha256sum --check` can read; the manifest contains the digest of that
/// list.
package struct BackupManifest: Codable, Equatable, Sendable {
    static let name = "manifest.json"
    static let sums = "SHA256SUMS"
    /// The version of the folder's format that this program writes, and the newest that it reads.
    static let currentFormat = 1

    package let format: Int
    /// The version of the program that made the backup: this one or an older.
    package let program: ProgramVersion
    /// The time when the copy of the database was finished, in UTC: `2026-11-21T22:10:05Z`.
    package let madeAt: String
    package let office: String
    package let isDemo: Bool
    /// The migrations that were applied to the database.
    package let schema: [String]
    package let sqlite: String
    /// The number of rows in each table.
    package let rows: [String: Int]
    /// The number of entries in the journal, and the hash of the last, which depends on all before it (`AuditChain`).
    package let journalEntries: Int64
    package let journalHead: String
    /// The number of files in `SHA256SUMS`, the database and the settings included, and their total bytes.
    package let files: Int
    package let bytes: Int64
    package let databaseSHA256: String
    /// The SHA-256 of `SHA256SUMS` itself.
    package let sumsSHA256: String

    func write(to folder: URL) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let data = try encoder.encode(self) + Data("\n".utf8)
        try DurableFile.write(data, to: folder.appendingPathComponent(Self.name).path)
    }

    /// - Parameter version: the version of this program.
    /// - Throws: `BackupError` when the manifest is missing, unreadable, of a later version, or from before the first
    ///   release.
    static func read(from folder: URL, by version: ProgramVersion) throws -> BackupManifest {
        let path = folder.appendingPathComponent(name).path
        guard let data = FileManager.default.contents(atPath: path) else {
            throw BackupError.noManifest(folder.path)
        }
        // These fields are looked at first, so that a manifest in another form than today's is named for what it is.
        struct Form: Decodable {
            let format: Int
            let program: ProgramVersion?
            let schema: Set<String>?
        }
        guard let form = try? JSONDecoder().decode(Form.self, from: data) else {
            throw BackupError.badManifest(path)
        }
        let program = form.program ?? version
        guard form.format <= currentFormat, program <= version else {
            throw BackupError.newerProgram(folder.path, program, version)
        }
        guard Migrations.otherVersion(wentThrough: form.schema ?? []) != .unreleased else {
            throw BackupError.unreleasedProgram(folder.path)
        }
        guard let manifest = try? JSONDecoder().decode(BackupManifest.self, from: data) else {
            throw BackupError.badManifest(path)
        }
        return manifest
    }
}

extension BackupManifest {
    /// The fields that are read from the database itself.
    struct Contents {
        let office: Office?
        let schema: [String]
        let sqlite: String
        let rows: [String: Int]
        let journalEntries: Int64
        let journalHead: String

        init(_ db: Database) throws {
            office = try Office.find(db)
            schema = try Migrations.all.appliedIdentifiers(db).sorted()
            sqlite = try String.fetchOne(db, sql: "SELECT sqlite_version()") ?? "?"
            rows = try BackupManifest.rows(db)
            let last = try AuditChain.last(db)
            journalEntries = last.id
            journalHead = Hex.text(last.hash)
        }
    }
}

extension BackupManifest {
    /// Returns the number of rows in each table of a database, whatever its schema.
    static func rows(_ db: Database) throws -> [String: Int] {
        let tables = try String.fetchAll(
            db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name"
        )
        return try Dictionary(uniqueKeysWithValues: tables.map { name in (name, try Table(name).fetchCount(db)) })
    }

    /// For the terminal: "Biuro Lis, 2026-11-21T22:10:05Z, 214 files, 12,3 MB".
    package var summary: String {
        "\(office), \(madeAt), \(files == 1 ? "1 file" : "\(files) files"), \(bytes.formatted(.byteCount(style: .file)))"
    }

    /// For the terminal, and to be noted somewhere else: whoever has the hash notices when the journal is rewritten.
    package var journalSummary: String { "\(journalEntries) entries, the last is \(journalHead)" }
}
