import Foundation
import GRDB
import TestSupport
import Testing

@testable import Models

@Suite("The mark of the journal")
struct JournalMarkTests {
    /// An office in a separate folder, opened with its mark.
    private struct Folder {
        let url: URL
        var path: String { url.appendingPathComponent("office.sqlite").path }
        var mark: String { url.appendingPathComponent(JournalMark.name).path }
        var line: String { (try? String(contentsOfFile: mark, encoding: .utf8)) ?? "" }

        func open(_ mark: JournalMark? = nil, accepting moment: Date? = nil) throws -> OfficeDatabase {
            try OfficeDatabase(path: path, mark: mark ?? JournalMark(in: url), acceptingOlderAt: moment)
        }

        func write(_ count: Int) async throws {
            let database = try open()
            for _ in 0..<count { try await write(to: database) }
            try database.close()
        }

        func write(to database: OfficeDatabase) async throws {
            try await database.write { db in try AuditEvent.write(db, .backedUp, by: nil, at: Cast.start) }
        }

        func entries() throws -> Int64 { try verified().count }

        func verified() throws -> AuditChain.State { try DatabaseQueue(path: path).read(AuditChain.verify) }
    }

    private static func with(_ test: (Folder) async throws -> Void) async throws {
        try await TestOffice.with { office in
            let url = office.folder.appendingPathComponent("marked")
            try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
            let folder = Folder(url: url)
            try await office.database.copy(to: folder.path)
            try await test(folder)
        }
    }

    private static func refusal(_ folder: Folder) throws -> OlderDatabase {
        try #require(throws: OlderDatabase.self) { try folder.open() }
    }

    @Test("Is made where there was none, and follows what is written: number and hash of the last entry")
    func follows() async throws {
        try await Self.with { folder in
            try await folder.write(3)
            let state = try folder.verified()
            #expect(folder.line.hasPrefix("\(state.count) \(state.head.map { String(format: "%02x", $0) }.joined()) "))
            #expect(throws: Never.self) { try folder.open().close() }
        }
    }

    @Test("Refuses a database that is older than it, changes nothing in it, and says what to do")
    func older() async throws {
        try await Self.with { folder in
            try await folder.write(1)
            let old = try Data(contentsOf: URL(fileURLWithPath: folder.path))
            let entries = try folder.entries()
            try await folder.write(4)
            try old.write(to: URL(fileURLWithPath: folder.path))
            let line = folder.line
            let refusal = try Self.refusal(folder)
            #expect(refusal == .behind(entries: entries, expected: entries + 4))
            #expect(refusal.description.contains("--accept-older"))
            #expect(folder.line == line && (FileBytes.size("\(folder.path)-wal") ?? 0) == 0)
            #expect(try folder.entries() == entries)
        }
    }

    @Test("Refuses a database that is as long and another one")
    func another() async throws {
        try await Self.with { folder in
            try await folder.write(1)
            let old = try Data(contentsOf: URL(fileURLWithPath: folder.path))
            try await folder.write(1)
            let entries = try folder.entries()
            try old.write(to: URL(fileURLWithPath: folder.path))
            try await DatabaseQueue(path: folder.path).write { db in
                try AuditEvent.write(db, .chainChecked, by: nil, at: Cast.start)
            }
            #expect(try Self.refusal(folder) == .another(entry: entries))
        }
    }

    @Test("Refuses an empty database where there was an office, and a mark that cannot be read")
    func nothing() async throws {
        try await Self.with { folder in
            try await folder.write(1)
            let (entries, whole) = (try folder.entries(), try Data(contentsOf: URL(fileURLWithPath: folder.path)))
            try FileManager.default.removeItem(atPath: folder.path)
            #expect(try Self.refusal(folder) == .behind(entries: 0, expected: entries))
            try whole.write(to: URL(fileURLWithPath: folder.path))
            try folder.open().close()
            let hash = String(repeating: "0", count: 64)
            for text in ["", "12", "x ab 1", "12 ab 1", "-1 \(hash) 1", "0 \(hash)", "0 \(hash) x", "0 \(hash) 1 1"] {
                try Data(text.utf8).write(to: URL(fileURLWithPath: folder.mark))
                #expect(try Self.refusal(folder) == .unreadable(folder.mark), "«\(text)»")
            }
        }
    }

    @Test("Takes a database that is ahead of it: the mark comes after the commit")
    func ahead() async throws {
        try await Self.with { folder in
            try await folder.write(1)
            let line = folder.line
            try await folder.write(2)
            try Data(line.utf8).write(to: URL(fileURLWithPath: folder.mark))
            #expect(throws: Never.self) { try folder.open().close() }
            #expect(folder.line != line)
        }
    }

    @Test("Goes on with an older database that is accepted, which stands in its journal")
    func accepted() async throws {
        try await Self.with { folder in
            try await folder.write(1)
            let old = try Data(contentsOf: URL(fileURLWithPath: folder.path))
            let entries = try folder.entries()
            try await folder.write(4)
            try old.write(to: URL(fileURLWithPath: folder.path))
            let database = try folder.open(accepting: Cast.start)
            let last = try await database.read { db in try AuditLog(AuditLog.Filter()).page(db, limit: 1).entries.first
            }
            #expect(last?.action == "olderAccepted" && last?.fact("expected") == "\(entries + 4)")
            #expect(last?.fact("entries") == "\(entries)")
            try database.close()
            // It is now the folder's database, and accepting it again writes nothing.
            try folder.open(accepting: Cast.start).close()
            #expect(try folder.entries() == entries + 1)
        }
    }

    /// Copies what a killed server leaves of an open database: its file, its log and its mark.
    private static func killed(_ folder: Folder, as name: String) throws -> Folder {
        let target = folder.url.deletingLastPathComponent().appendingPathComponent(name)
        let copy = Folder(url: target)
        try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
        for name in ["office.sqlite", "office.sqlite-wal", JournalMark.name] {
            try FileManager.default.copyItem(
                at: folder.url.appendingPathComponent(name), to: target.appendingPathComponent(name))
        }
        return copy
    }

    /// Fills the log until SQLite begins a new one.
    private static func fillLog(_ folder: Folder, _ database: OfficeDatabase) async throws {
        try await database.write { db in
            try db.execute(sql: "INSERT INTO searchWord SELECT hex(randomblob(3000000))")
        }
        for _ in 0..<3 { try await folder.write(to: database) }
    }

    @Test("Refuses an older database beside a newer one's log, changes nothing, and sets the log aside once accepted")
    func foreignLog() async throws {
        try await Self.with { folder in
            try await folder.write(1)
            let old = try Data(contentsOf: URL(fileURLWithPath: folder.path))
            let entries = try folder.entries()
            let mark = JournalMark(in: folder.url)
            let database = try folder.open(mark)
            for _ in 0..<3 { try await Self.fillLog(folder, database) }
            mark.flush()
            let (right, exchanged) = (try Self.killed(folder, as: "right"), try Self.killed(folder, as: "exchanged"))
            try database.close()
            // With its own file, the log is used as usual.
            try right.open().close()
            #expect(try right.entries() > entries + 3)

            try old.write(to: URL(fileURLWithPath: exchanged.path))
            let log = try Data(contentsOf: URL(fileURLWithPath: "\(exchanged.path)-wal"))
            #expect(!log.isEmpty)
            let refusal = try Self.refusal(exchanged)
            guard case .foreignLog = refusal else { throw refusal }
            #expect(refusal.description.contains("--accept-older"))
            #expect(try Data(contentsOf: URL(fileURLWithPath: exchanged.path)) == old)
            #expect(try Data(contentsOf: URL(fileURLWithPath: "\(exchanged.path)-wal")) == log)

            try exchanged.open(accepting: Cast.start).close()
            #expect(try exchanged.entries() == entries + 1)
            #expect(try Data(contentsOf: URL(fileURLWithPath: "\(exchanged.path)-wal.aside")) == log)
            // It is now the folder's database, even after a kill.
            let again = try exchanged.open()
            try await folder.write(to: again)
            let third = try Self.killed(exchanged, as: "third")
            try again.close()
            try third.open().close()
            #expect(try third.entries() == entries + 2)
        }
    }

    @Test("Takes a database back that is exactly what the log was begun on")
    func sameBase() async throws {
        try await Self.with { folder in
            try await folder.write(1)
            let base = try Data(contentsOf: URL(fileURLWithPath: folder.path))
            let database = try folder.open()
            try await folder.write(to: database)
            let killed = try Self.killed(folder, as: "killed")
            try database.close()
            try base.write(to: URL(fileURLWithPath: killed.path))
            try killed.open().close()
            #expect(try killed.verified() == (try folder.verified()))
        }
    }

    @Test("Does not keep anybody waiting: a mark that cannot be written stops neither an answer nor the start")
    func disk() async throws {
        try await Self.with { folder in
            try FileManager.default.createDirectory(
                atPath: "\(folder.mark).new", withIntermediateDirectories: true)
            try await folder.write(2)
            #expect(folder.line == "")
        }
    }

    @Test("Is no part of a backup, and is made anew by a restore")
    func restored() async throws {
        try await TestOffice.with { office in
            let writer = try BackupWriter(
                into: office.folder.appendingPathComponent("copies").path, data: "/nowhere",
                by: ProgramVersion("1.0.0"), at: office.now, report: { _ in })
            let snapshot = try await Snapshot(of: office.database, in: office.folder)
            try BackupSource(snapshot, folder: office.folder).send(to: writer)
            let backup = try BackupFolder(writer.finish().path, by: ProgramVersion("1.0.0"))
            let target = office.folder.appendingPathComponent("restored")
            try Restoration.run(backup, into: DataFolder(locking: target.path)) { _ in }
            let folder = Folder(url: target)
            #expect(folder.line.hasPrefix("\(try folder.entries()) "))
            #expect(throws: Never.self) { try folder.open().close() }
        }
    }
}
