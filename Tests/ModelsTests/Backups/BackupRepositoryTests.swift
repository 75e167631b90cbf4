import Foundation
import GRDB
import Secrets
import TestSupport
import Testing

@testable import Models

@Suite("A folder of backups")
struct BackupRepositoryTests {
    private static let version = ProgramVersion("0.3.0")

    private static func target(_ office: TestOffice) -> URL { office.folder.appendingPathComponent("backups") }

    @discardableResult
    private static func back(
        _ office: TestOffice, leaving floor: Int64 = 0, keep: String? = nil
    ) async throws -> (receipt: BackupWriter.Receipt, removed: [String]) {
        let snapshot = try await Snapshot(of: office.database, in: office.folder, leaving: 0)
        let writer = try BackupWriter(
            into: target(office).path, data: "/nowhere", by: version, at: office.now, leaving: floor
        ) { Issue.record("\($0)") }
        try BackupSource(snapshot, folder: office.folder).send(to: writer)
        let receipt = try writer.finish()
        var removed: [String] = []
        if let retention = keep.flatMap(BackupRetention.init) {
            try writer.repository.apply(retention, after: receipt.path, by: version) { removed.append($0) }
        }
        return (receipt, removed)
    }

    private static func inode(_ path: String) throws -> UInt64 {
        try #require(try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? UInt64)
    }

    @Test("Costs only what changed: the same bytes are the same file, and each is proved anew")
    func links() async throws {
        try await TestOffice.with { office in
            let (same, damaged) = (
                try await office.upload("a.txt", by: office.cast.piotr),
                try await office.upload("b.txt", by: office.cast.piotr)
            )
            _ = try await office.ask(files: [same, damaged])
            let first = try await Self.back(office).receipt
            // A bit of the older backup is damaged on the disk.
            let place = "\(first.path)/files/\(AttachmentStore.place(damaged))"
            var bytes = try Data(contentsOf: URL(fileURLWithPath: place))
            bytes[0] ^= 1
            try bytes.write(to: URL(fileURLWithPath: place))
            office.pass(24 * 3600)
            let new = try await office.upload("c.txt", by: office.cast.piotr)
            let second = try await Self.back(office).receipt
            func file(_ receipt: BackupWriter.Receipt, _ key: String) -> String {
                "\(receipt.path)/files/\(AttachmentStore.place(key))"
            }
            let (sameBefore, sameNow) = (try Self.inode(file(first, same)), try Self.inode(file(second, same)))
            let (badBefore, badNow) = (try Self.inode(file(first, damaged)), try Self.inode(file(second, damaged)))
            #expect(sameBefore == sameNow && badBefore != badNow)
            #expect(FileManager.default.fileExists(atPath: file(second, new)))
            #expect(second.newBytes < second.bytes && first.newBytes == first.bytes)
            try BackupCheck.run(BackupFolder(second.path, by: Self.version), spare: office.folder) {
                Issue.record("\($0)")
            }
        }
    }

    @Test("Notices what was lost or has changed in the office, although an older backup has it")
    func stillLooked() async throws {
        try await TestOffice.with { office in
            let key = try await office.upload("a.txt", by: office.cast.piotr)
            _ = try await office.ask(files: [key])
            try await Self.back(office)
            office.pass(24 * 3600)
            try Data("x".utf8).write(to: URL(fileURLWithPath: office.files.path(key)))
            let snapshot = try await Snapshot(of: office.database, in: office.folder, leaving: 0)
            let writer = try BackupWriter(
                into: Self.target(office).path, data: "/nowhere", by: Self.version, at: office.now, leaving: 0
            ) { _ in }
            try BackupSource(snapshot, folder: office.folder).send(to: writer)
            #expect(throws: BackupError.self) { try writer.finish() }
        }
    }

    @Test("Keeps by generations, removes only finished backups of this office, and never the one just made")
    func retention() async throws {
        try await TestOffice.with { office in
            let target = Self.target(office)
            var made: [String] = []
            for _ in 0..<4 {
                made.append(try await Self.back(office).receipt.path)
                office.pass(24 * 3600)
            }
            // A backup of another office, one whose name is not its time, another folder, and a link.
            let strangers = ["2020-01-01T00-00-00Z", "2019-01-01T00-00-00Z", "letters", "2018-01-01T00-00-00Z"]
            try FileManager.default.copyItem(atPath: made[0], toPath: target.appendingPathComponent(strangers[0]).path)
            try Self.rewrite(
                target.appendingPathComponent(strangers[0]), "office", "Inne biuro", "2020-01-01T00:00:00Z")
            try FileManager.default.copyItem(atPath: made[0], toPath: target.appendingPathComponent(strangers[1]).path)
            try FileManager.default.createDirectory(
                at: target.appendingPathComponent(strangers[2]), withIntermediateDirectories: true)
            try FileManager.default.createSymbolicLink(
                atPath: target.appendingPathComponent(strangers[3]).path, withDestinationPath: made[0])
            let (last, removed) = try await Self.back(office, keep: "2d")
            #expect(Set(removed) == Set(made.prefix(3)))
            let left = Set(try FileManager.default.contentsOfDirectory(atPath: target.path))
            #expect(left == Set(strangers + [made[3], last.path].map { URL(fileURLWithPath: $0).lastPathComponent }))
        }
    }

    /// Changes a manifest to that of another office, or another time.
    private static func rewrite(_ backup: URL, _ key: String, _ text: String, _ madeAt: String) throws {
        let place = backup.appendingPathComponent("manifest.json")
        var manifest = try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: place)) as? [String: Any])
        manifest[key] = text
        manifest["madeAt"] = madeAt
        try JSONSerialization.data(withJSONObject: manifest).write(to: place)
    }

    @Test("Keeps those that say they are of a later time: a clock that was wrong costs no backup")
    func later() async throws {
        try await TestOffice.with { office in
            office.pass(48 * 3600)
            let ahead = try await Self.back(office).receipt
            office.pass(-48 * 3600)
            let (now, removed) = try await Self.back(office, keep: "1d")
            #expect(removed == [])
            for path in [ahead.path, now.path] { #expect(FileManager.default.fileExists(atPath: path)) }
        }
    }

    @Test("Loses what an earlier run left unfinished, and nothing else")
    func unfinished() async throws {
        try await TestOffice.with { office in
            let target = Self.target(office)
            for name in ["2026-01-01T02-30-00Z.partial/files", "mine.partial", "2026-01-01.partial"] {
                try FileManager.default.createDirectory(
                    at: target.appendingPathComponent(name), withIntermediateDirectories: true)
            }
            let receipt = try await Self.back(office).receipt
            let left = Set(try FileManager.default.contentsOfDirectory(atPath: target.path))
            #expect(
                left == ["mine.partial", "2026-01-01.partial", URL(fileURLWithPath: receipt.path).lastPathComponent])
        }
    }

    @Test("Takes one backup at a time, and leaves alone what that one has written so far")
    func oneAtATime() async throws {
        try await TestOffice.with { office in
            let target = Self.target(office).path
            let running = try BackupWriter(into: target, data: "/nowhere", by: Self.version, at: office.now) { _ in }
            let later = office.now.addingTimeInterval(5)
            #expect(throws: BackupError.busy(target)) {
                _ = try BackupWriter(into: target, data: "/nowhere", by: Self.version, at: later) { _ in }
            }
            let left = try FileManager.default.contentsOfDirectory(atPath: target)
            #expect(left.count == 1)
            withExtendedLifetime(running) {}
        }
    }

    @Test("Stops above the floor of free space, says so, and gives back what it took")
    func floor() async throws {
        try await TestOffice.with { office in
            let target = Self.target(office).path
            await #expect(throws: BackupError.noRoom(target, .max)) { try await Self.back(office, leaving: .max) }
            let left = try FileManager.default.contentsOfDirectory(atPath: target)
            #expect(left.isEmpty)
            await #expect(throws: BackupError.self) {
                _ = try await Snapshot(of: office.database, in: office.folder, leaving: .max)
            }
        }
    }

    @Test("Of an older schema is brought up to date and then examined, and restored as it was")
    func oldSchema() async throws {
        try await TestOffice.with { office in
            let old = try Self.old(in: office.folder.appendingPathComponent("2025-01-01T00-00-00Z"))
            let backup = try BackupFolder(old.path, by: Self.version)
            try BackupCheck.run(backup, spare: office.folder) { Issue.record("\($0)") }
            let folder = try DataFolder(locking: office.folder.appendingPathComponent("restored").path)
            try Restoration.run(backup, into: folder) { Issue.record("\($0)") }
            let restored = try DatabaseQueue(path: folder.databasePath)
            let schema = try await restored.read { db in try Migrations.all.appliedIdentifiers(db).sorted() }
            #expect(schema == backup.manifest.schema)
            try restored.close()
            let database = try OfficeDatabase(path: folder.databasePath)
            let entries = try await database.read { db in try AuditChain.verify(db).count }
            #expect(entries == 2)
            try database.close()
        }
    }

    /// Makes a backup of an older version: one that did not know the last migration.
    private static func old(in folder: URL) throws -> URL {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let path = folder.appendingPathComponent("office.sqlite").path
        let database = try DatabaseQueue(path: path)
        let earlier = Migrations.all.migrations.dropLast()
        try Migrations.all.migrate(database, upTo: #require(earlier.last))
        let (rows, head) = try database.write { db in
            try db.execute(
                sql: """
                    INSERT INTO office (id, name, country, taxIdentifier, timeZone, language, createdAt)
                        VALUES (1, 'Biuro', 'PL', '1111111111', 'Europe/Warsaw', 'pl', 0)
                    """)
            for action in [AuditEvent.Action.signedIn, .signedOut] {
                try AuditEvent.write(db, action, by: nil, at: Date(milliseconds: 0))
            }
            return (try BackupManifest.rows(db), Hex.text(try AuditChain.last(db).hash))
        }
        try database.close()
        let digest = try FileBytes.sha256(path)
        let sums = Data("\(digest)  office.sqlite\n".utf8)
        try sums.write(to: folder.appendingPathComponent("SHA256SUMS"))
        try BackupManifest(
            format: 1, program: ProgramVersion("0.2.0"), madeAt: "2025-01-01T00:00:00Z", office: "Biuro", isDemo: false,
            schema: Array(earlier), sqlite: "3", rows: rows, journalEntries: 2, journalHead: head, files: 1,
            bytes: try #require(FileBytes.size(path)), databaseSHA256: digest,
            sumsSHA256: Hex.text(SHA256Digest.of(sums))
        ).write(to: folder)
        return folder
    }
}

@Suite("A file that is lost")
struct LostFileTests {
    @Test("Is declared by a row and an entry of the journal; later backups are whole without it, and it can be found")
    func declared() async throws {
        try await TestOffice.with { office in
            let key = try await office.upload("a.txt", by: office.cast.piotr)
            _ = try await office.ask(files: [key])
            let place = office.files.path(key)
            let bytes = try Data(contentsOf: URL(fileURLWithPath: place))
            await #expect(throws: LostFile.Refusal.self) {
                _ = try await LostFile.declare(
                    key, why: "Dysk", by: "anna", in: office.database, office.files, at: office.now)
            }
            try Data("damaged".utf8).write(to: URL(fileURLWithPath: place))
            for why in ["", " ", String(repeating: "x", count: 501)] {
                await #expect(throws: LostFile.Refusal.self) {
                    _ = try await LostFile.declare(
                        key, why: why, by: "anna", in: office.database, office.files, at: office.now)
                }
            }
            let lost = try await LostFile.declare(
                "files/\(AttachmentStore.place(key))", why: "Dysk padł", by: "anna", in: office.database, office.files,
                at: office.now)
            #expect(!office.files.has(key))
            #expect(try await office.texts("SELECT declaredBy || ': ' || why FROM lostFile") == ["anna: Dysk padł"])
            #expect(try await office.number("SELECT count(*) FROM auditEvent WHERE action = 'fileLost'") == 1)
            let named = try await office.database.read { db in try FilesExamination.named(db) }
            #expect(FilesExamination.findings(of: named, in: office.files.folder, isDeep: true).map(\.level) == [.fine])
            try await Self.backUp(office)

            await #expect(throws: LostFile.Refusal.self) {
                _ = try await LostFile.takeBack(
                    "\(lost.id)", by: "anna", in: office.database, office.files, at: office.now)
            }
            try bytes.write(to: URL(fileURLWithPath: place))
            _ = try await LostFile.takeBack(
                "\(lost.id)", by: "anna", in: office.database, office.files, at: office.now)
            #expect(try await office.number("SELECT count(*) FROM lostFile") == 0)
            #expect(try await office.number("SELECT count(*) FROM auditEvent WHERE action = 'fileFound'") == 1)
        }
    }

    private static func backUp(_ office: TestOffice) async throws {
        let version = ProgramVersion("0.3.0")
        let writer = try BackupWriter(
            into: office.folder.appendingPathComponent("backups").path, data: "/nowhere", by: version, at: office.now,
            leaving: 0
        ) { Issue.record("\($0)") }
        let snapshot = try await Snapshot(of: office.database, in: office.folder, leaving: 0)
        try BackupSource(snapshot, folder: office.folder).send(to: writer)
        let backup = try BackupFolder(writer.finish().path, by: version)
        try BackupCheck.run(backup, spare: office.folder) { Issue.record("\($0)") }
    }
}
