import Foundation
import GRDB
import Models
import TestSupport
import Testing

@Suite("Opening a data folder")
struct OpeningTests {
    @Test("A folder that is in use is refused to a second instance, in words that name it")
    func inUse() throws {
        try Self.inFolder { path in
            let first = try DataFolder(path)
            let refusal = try #require(throws: DataFolderError.self) { try DataFolder(path) }
            guard case .inUse = refusal else {
                Issue.record("\(refusal)")
                return
            }
            #expect(refusal.description.contains(path))
            withExtendedLifetime(first) {}
        }
    }

    @Test("A folder that was given back can be taken again")
    func givenBack() throws {
        try Self.inFolder { path in
            do { _ = try DataFolder(path) }
            #expect(throws: Never.self) { try DataFolder(path) }
        }
    }

    @Test("A new folder and its lock are nobody else's to read")
    func modes() throws {
        try Self.inFolder { path in
            let folder = try DataFolder(path)
            #expect(try Self.mode(path) == 0o700)
            #expect(try Self.mode(path + "/lock") == 0o600)
            withExtendedLifetime(folder) {}
        }
    }

    @Test("A folder that cannot be made is refused")
    func cannotMake() throws {
        try Self.inFolder { path in
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            try Data().write(to: URL(fileURLWithPath: path + "/file"))
            let refusal = try #require(throws: DataFolderError.self) { try DataFolder(path + "/file/data") }
            guard case .cannotMake = refusal else {
                Issue.record("\(refusal)")
                return
            }
        }
    }

    @Test(
        "A database that went through migrations which are not known is refused, left as it is, and said to be what it is",
        arguments: [
            ("INSERT INTO grdb_migrations VALUES ('999 of a later version')", OfficeDatabaseError.newerSchema),
            (
                "UPDATE grdb_migrations SET identifier = '001 foundation' WHERE identifier LIKE '001 %'",
                .unreleasedSchema
            ),
        ])
    func foreign(change: String, refusal: OfficeDatabaseError) async throws {
        try await TestOffice.with { office in
            try await office.execute(change)
            let migrations = "SELECT identifier FROM grdb_migrations ORDER BY identifier"
            let before = try await office.texts(migrations)
            let path = office.folder.appendingPathComponent("office.sqlite").path
            #expect(throws: refusal) { try OfficeDatabase(path: path) }
            #expect(try await office.texts(migrations) == before)
            let findings = try await office.database.read { db in try DatabaseExamination.findings(db) }
            let schema = try #require(findings.first { $0.subject == "Schema" })
            #expect(schema.level == .problem)
            #expect(schema.sentence.contains("newer") == (refusal == .newerSchema))
        }
    }

    @Test("A database in another journal mode than WAL is brought to it")
    func journal() throws {
        try Self.inFolder { path in
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            let file = path + "/office.sqlite"
            try OfficeDatabase(path: file).close()
            let raw = try DatabaseQueue(path: file)
            try raw.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA journal_mode = DELETE") }
            try raw.close()
            try OfficeDatabase(path: file).close()
            let mode = try DatabaseQueue(path: file).read { db in try String.fetchOne(db, sql: "PRAGMA journal_mode") }
            #expect(mode == "wal")
        }
    }

    private static func inFolder(_ test: (String) throws -> Void) throws {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("skrytka-folder-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: url) }
        try test(url.path)
    }

    private static func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }
}
