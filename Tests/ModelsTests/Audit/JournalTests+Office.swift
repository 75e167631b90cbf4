import Foundation
import GRDB
import Images
import Secrets
import TestSupport
import Transports

@testable import Models

extension JournalTests {
    static let office: [AuditEvent.Action: JournalVerb] = [
        .officeCorrected: { office in
            try await write(office) { db, cast, _, now in
                try Office.correct(db, .test(name: "Biuro Nowe"), by: cast.anna, at: now)
            }
            return JournalEntry(by: office.cast.anna)
        },
        .accentChosen: { office in
            try await write(office) { db, cast, _, now in
                try Office.choose(db, accent: Colour("#1f5fa8"), by: cast.anna, at: now)
            }
            return JournalEntry(by: office.cast.anna)
        },
        .undoTimeChosen: { office in
            try await write(office) { db, cast, _, now in
                try Office.choose(db, undoSeconds: 20, by: cast.anna, at: now)
            }
            return JournalEntry(by: office.cast.anna)
        },
        .logoChosen: { office in
            let logo = Office.NewLogo(try LogoImage(from: TestPicture.png()))
            try await write(office) { db, cast, _, now in try Office.choose(db, logo: logo, by: cast.anna, at: now) }
            return JournalEntry(by: office.cast.anna)
        },
        .logoRemoved: { office in
            let logo = Office.NewLogo(try LogoImage(from: TestPicture.png()))
            try await write(office) { db, cast, _, now in
                for logo in [logo, nil] { try Office.choose(db, logo: logo, by: cast.anna, at: now) }
            }
            return JournalEntry(by: office.cast.anna)
        },
        .photoChosen: { office in
            let photo = NewPicture(try EncodedImage.photo(from: TestPicture.jpeg()))
            try await write(office) { db, cast, _, now in
                try Staff.choose(db, photo: photo, of: cast.marek, by: cast.anna, at: now)
            }
            return JournalEntry(by: office.cast.anna, about: "person/\(office.cast.marek)")
        },
        .photoRemoved: { office in
            let photo = NewPicture(try EncodedImage.photo(from: TestPicture.jpeg()))
            try await write(office) { db, cast, _, now in
                for photo in [photo, nil] {
                    try Staff.choose(db, photo: photo, of: cast.marek, by: cast.marek, at: now)
                }
            }
            return JournalEntry(by: office.cast.marek, about: "person/\(office.cast.marek)")
        },
        .mailChanged: { office in
            let draft = MailSettings.Draft(
                host: "smtp.biuro.example", port: "", security: .startTLS, user: "anna", password: "tajne",
                senderName: "Biuro", senderAddress: "biuro@lis.example", key: { SealingKey() })
            try await write(office) { db, cast, _, now in
                try MailSettings.change(db, to: draft, serverIsGiven: false, by: cast.anna, at: now)
            }
            return JournalEntry(by: office.cast.anna)
        },
        .mailTested: { office in
            let result = MailResult.failed(MailFailure(.nameNotFound))
            try await write(office) { db, cast, _, now in
                try MailTest.record(db, result, server: "smtp.biuro.example:587", by: cast.anna, at: now)
            }
            return JournalEntry(by: office.cast.anna)
        },
        .firstStepsEnded: { office in
            try await write(office) { db, cast, _, now in try FirstSteps.end(db, by: cast.anna, at: now) }
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
