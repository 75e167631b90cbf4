import Foundation
import GRDB
import TestSupport

@testable import Models

extension JournalTests {
    static let office: [AuditEvent.Action: JournalVerb] = [
        .officeCorrected: { office in
            try await write(office) { db, cast, _, now in
                let details = Office.Details(name: "Biuro Nowe", phone: "+48 600 100 200")
                try Office.correct(db, details, by: cast.anna, at: now)
            }
            return JournalEntry(by: office.cast.anna)
        },
        .chainChecked: { office in
            try await write(office) { db, cast, _, now in
                try AuditChain.record(db, AuditChain.check(db), by: cast.anna, at: now)
            }
            return JournalEntry(by: office.cast.anna)
        },
        .clockConfirmed: { office in
            let now = office.now
            let clock = ClockWatch(file: nil, wall: { now }, uptime: { 0 })
            try await clock.confirm(office.database, by: office.cast.anna)
            return JournalEntry(by: office.cast.anna)
        },
        .backedUp: { office in
            let writer = try BackupWriter(
                into: office.folder.appendingPathComponent("copies").path, data: "/nowhere",
                by: ProgramVersion("1.0.0"), at: office.now, leaving: 0, report: { _ in })
            let snapshot = try await Snapshot(of: office.database, in: office.folder, leaving: 0)
            try BackupSource(snapshot, folder: office.folder).send(to: writer)
            let receipt = try writer.finish()
            try await write(office) { db, _, _, now in try receipt.record(db, at: now) }
            return JournalEntry(
                by: nil, about: "backup/\(URL(fileURLWithPath: receipt.path).lastPathComponent)")
        },
        .olderAccepted: { office in
            let folder = office.folder.appendingPathComponent("older")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let file = folder.appendingPathComponent("office.sqlite")
            func open(at moment: Date? = nil) throws -> OfficeDatabase {
                try OfficeDatabase(path: file.path, mark: JournalMark(in: folder), acceptingOlderAt: moment)
            }
            func write(at now: Date) async throws {
                let database = try open()
                try await database.write { db in try AuditEvent.write(db, .backedUp, by: nil, at: now) }
                try database.close()
            }
            try await write(at: office.now)
            let older = try Data(contentsOf: file)
            try await write(at: office.now)
            try older.write(to: file)
            return JournalEntry(by: nil, in: try open(at: office.now))
        },
    ]
}
