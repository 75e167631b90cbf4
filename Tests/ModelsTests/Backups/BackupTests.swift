import Foundation
import GRDB
import Secrets
import Synchronization
import TestSupport
import Testing

@testable import Models

@Suite("A backup")
struct BackupTests {
    @Test("Has the state of one moment: what is written while it is made is not half in it")
    func oneMoment() async throws {
        try await TestOffice.with { office in
            _ = try await office.ask("Przed kopią")
            let snapshot = try await Snapshot(of: office.database, in: office.folder)
            _ = try await office.ask("Po kopii")
            let receipt = try Self.write(snapshot, of: office)
            let copy = try DatabaseQueue(path: "\(receipt.path)/office.sqlite")
            let subjects = try await copy.read { try String.fetchAll($0, sql: "SELECT subject FROM conversation") }
            #expect(subjects.contains("Przed kopią") && !subjects.contains("Po kopii"))
        }
    }

    @Test("Leaves no copy of the database behind, not even that of a killed process")
    func nothingLeft() async throws {
        try await TestOffice.with { office in
            _ = try Self.write(try await Snapshot(of: office.database, in: office.folder), of: office)
            func copies() throws -> [String] {
                try FileManager.default.contentsOfDirectory(atPath: office.folder.path).filter {
                    $0.hasPrefix("snapshot-")
                }
            }
            #expect(try copies() == [])
            let own = ["snapshot-2026.sqlite", "snapshot-0123456789abcdef.sqlite.gz"]
            for name in ["snapshot-0123456789abcdef.sqlite", "snapshot-0123456789abcdef.sqlite-journal"] + own {
                try Data("x".utf8).write(to: office.folder.appendingPathComponent(name))
            }
            Snapshot.clear(office.folder)
            #expect(try copies().sorted() == own.sorted(), "what somebody else has called likewise stays")
        }
    }

    @Test("Finds no file removed under its hands, and what was not removed goes later")
    func removal() async throws {
        try await TestOffice.with { office in
            let kept = try office.keep("ewidencja.txt", Data("Ewidencja".utf8))
            let path = office.files.path(kept.key)
            await office.files.removalStop.during {
                office.files.remove(kept.key)
                office.files.quarantine(kept.key, because: .unsent, at: office.now)
                #expect(office.files.sweepOrphans(known: [], at: Date.distantFuture).isNothing)
                #expect(FileManager.default.fileExists(atPath: path))
            }
            #expect(office.files.sweepOrphans(known: [], at: Date.distantFuture).quarantined == 1)
            #expect(!FileManager.default.fileExists(atPath: path))
        }
    }

    @Test("Writes nowhere but into its own folder", arguments: ["../x", "/etc/x", "files/../../x", "files/ab/ab", ""])
    func places(path: String) async throws {
        try await TestOffice.with { office in
            let target = office.folder.appendingPathComponent("elsewhere").path
            let writer = try BackupWriter(into: target, data: "/nowhere", by: Self.version, at: office.now) { _ in }
            #expect(throws: BackupError.improperPath(path)) { try writer.begin(BackupItem(path: path)) }
        }
    }

    @Test("Stands in the journal of the office")
    func journal() async throws {
        try await TestOffice.with { office in
            let receipt = try Self.write(try await Snapshot(of: office.database, in: office.folder), of: office)
            let now = office.now
            try await office.database.write { db in try receipt.record(db, at: now) }
            #expect(try await office.number("SELECT count(*) FROM auditEvent WHERE action = 'backedUp'") == 1)
        }
    }

    @Test("Says by which program it was made and how its journal ends, and a check holds it to that")
    func journalHead() async throws {
        try await TestOffice.with { office in
            let receipt = try Self.write(try await Snapshot(of: office.database, in: office.folder), of: office)
            let (chain, backup) = (try await office.chain(), try BackupFolder(receipt.path, by: Self.version))
            #expect(backup.manifest.program == Self.version)
            #expect(
                backup.manifest.journalEntries == chain.count && backup.manifest.journalHead == Hex.text(chain.head))
            try BackupCheck.run(backup, spare: office.folder) { Issue.record("\($0)") }

            let other = try Self.with("journalHead", Hex.text(Data(count: 32)), in: receipt.path)
            let problems = Mutex<[String]>([])
            #expect(throws: BackupError.damaged(receipt.path, 1)) {
                try BackupCheck.run(other, spare: office.folder) { sentence in problems.withLock { $0.append(sentence) }
                }
            }
            #expect(problems.withLock { $0.first }?.hasPrefix("the journal does not end as the manifest says") == true)
        }
    }

    @Test("Of a program from before the first release, which went through other migrations, is refused")
    func unreleased() async throws {
        try await TestOffice.with { office in
            let path = try Self.write(try await Snapshot(of: office.database, in: office.folder), of: office).path
            #expect(throws: BackupError.unreleasedProgram(path)) {
                _ = try Self.with("schema", ["001 foundation", "017 search"], in: path)
            }
        }
    }

    @Test("Of a newer program is refused", arguments: ["0.3.1", "0.10.0", "1.0"])
    func newer(text: String) async throws {
        try await TestOffice.with { office in
            let path = try Self.write(try await Snapshot(of: office.database, in: office.folder), of: office).path
            let newer = ProgramVersion(text)
            #expect(throws: BackupError.newerProgram(path, newer, Self.version)) {
                _ = try Self.with("program", text, in: path)
            }
            _ = try BackupFolder(path, by: newer)
        }
    }

    private static let version = ProgramVersion("0.3.0")

    /// Returns a backup with a changed manifest.
    private static func with(_ key: String, _ value: Any, in path: String) throws -> BackupFolder {
        let place = URL(fileURLWithPath: path).appendingPathComponent("manifest.json")
        var manifest = try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: place)) as? [String: Any])
        manifest[key] = value
        try JSONSerialization.data(withJSONObject: manifest).write(to: place)
        return try BackupFolder(path, by: version)
    }

    /// Writes the backup into an empty folder beside the office's.
    private static func write(_ snapshot: Snapshot, of office: TestOffice) throws -> BackupWriter.Receipt {
        let target = office.folder.appendingPathComponent("backups").path
        let problems = Mutex<[String]>([])
        let writer = try BackupWriter(into: target, data: "/nowhere", by: version, at: office.now) { sentence in
            problems.withLock { $0.append(sentence) }
        }
        try BackupSource(snapshot, folder: office.folder).send(to: writer)
        let receipt = try writer.finish()
        #expect(problems.withLock { $0 } == [])
        return receipt
    }
}
