import Foundation
import GRDB
import Models
import TestSupport
import Testing

@Suite("What a notice with files by firm must not do")
struct FilesByFirmSafetyTests {
    @Test("It sends nothing else than its check page showed: not other files, another text, or payroll to all")
    func bound() async throws {
        try await TestOffice.with { office in
            let keys = [try await office.readPDF("a", named: "a.pdf"), try await office.readPDF("b", named: "b.pdf")]
            let draft = try await office.sortFiles(keys)
            let ids = try await office.filesByFirm(draft, false).map(\.id)
            let firms = [ids[0]: "1111111111", ids[1]: "2222222222"]
            try await office.review(draft, firms)
            let shown = try await office.shown(draft).fingerprint
            let others: [@Sendable () async throws -> Void] = [
                { try await office.review(draft, [ids[0]: "2222222222", ids[1]: "1111111111"]) },
                { try await office.review(draft, firms, subject: "Inny temat") },
                { try await office.review(draft, firms, body: "Inna treść") },
            ]
            for change in others {
                try await change()
                await #expect(throws: AudienceChanged.self) {
                    try await office.send(filesOf: draft, expecting: 2, as: shown)
                }
            }
            try await office.review(draft, firms)
            await #expect(throws: AudienceChanged.self) { try await office.send(draft, expecting: 2) }
            try await office.execute("UPDATE membership SET canPayroll = 1")
            try await office.review(draft, firms, isPayroll: true)
            let secret = try await office.shown(draft).fingerprint
            try await office.review(draft, firms)
            await #expect(throws: AudienceChanged.self) {
                try await office.send(filesOf: draft, expecting: 2, as: secret)
            }
            try await office.send(filesOf: draft, expecting: 2, as: shown)
        }
    }

    @Test("It names no firm to a deputy whose time is over, and sends nothing there")
    func ended() async throws {
        try await TestOffice.with { office in
            let (cast, day, now) = (office.cast, office.day, office.now)
            let keys = [
                try await office.readPDF("1111111111", by: cast.marek),
                try await office.readPDF("4444444444", named: "tartak.pdf", by: cast.marek),
            ]
            let draft = try await office.sortFiles(keys, by: cast.marek)
            try await office.review(draft)
            #expect(try await office.shown(draft).recipients.map(\.firmId) == [cast.bakery.id, cast.sawmill.id])
            try await office.database.write { db in
                try Assignment.assign(
                    db, firm: cast.sawmill.id, to: cast.dana, duty: .supervisor, from: day, by: cast.anna, at: now)
            }
            let check = try await office.shown(draft)
            #expect(check.recipients.map(\.firmId) == [cast.bakery.id])
            #expect(check.skippedCount == 1 && check.notYoursCount == 1 && check.skipped.isEmpty)
            #expect(try await office.filesByFirm(draft, true).map(\.firmId) == [cast.bakery.id])
            let waiting = try await office.filesByFirm(draft, false)
            #expect(waiting.map(\.name) == ["tartak.pdf"] && waiting.map(\.match) == [.none])
            try await office.review(draft, [waiting[0].id: "Piekarnia Kłos"])
            #expect(try await office.shown(draft).notYoursCount == 0)
            // It still seems to be the sawmill's, which he may no longer see.
            let wrong = try await #require(throws: WrongFiles.self) {
                try await office.send(filesOf: draft, expecting: 1)
            }
            let sent = try await office.send(filesOf: draft, expecting: 1, right: wrong.name)
            #expect(sent.firmCount == 1)
            #expect(
                try await office.number("SELECT count(*) FROM attachment WHERE contentId != \(sent.contentId)") == 2)
        }
    }

    @Test("Of a firm that the sender does not see it tells nothing before a send stops, which the journal has then")
    func probing() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let draft = try await office.sortFiles(
                [try await office.readPDF("1111111111 i 2222222222", by: cast.marek)], by: cast.marek)
            #expect(try await office.filesByFirm(draft, true).map(\.firmId) == [cast.bakery.id])
            try await office.review(draft)
            #expect(try await office.shownWrongFiles(draft) == nil)
            let wrong = try await #require(throws: WrongFiles.self) {
                try await office.send(filesOf: draft, expecting: 1)
            }
            #expect(wrong.files[0].firms.isEmpty && wrong.files[0].hasOthers)
            #expect(try await office.number("SELECT count(*) FROM auditEvent WHERE action = 'filesStopped'") == 0)
            let now = office.now
            try await office.database.write { db in try draft.stop(db, wrong, at: now) }
            #expect(
                try await office.texts("SELECT detail ->> 'firms' FROM auditEvent WHERE action = 'filesStopped'")
                    == ["firm/\(cast.carrier.id)"])
            #expect(try await office.shownWrongFiles(draft)?.name == wrong.name)
            try await office.review(draft)
            #expect(try await office.shownWrongFiles(draft) == nil, "other files may go elsewhere now")
            try await office.send(filesOf: draft, expecting: 1, right: wrong.name)
        }
    }

    @Test("A file that is read later finds its firm then, and is shown before it goes there")
    func late() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let key = try await office.uploadPDF(TestPDF.page("NIP 1111111111"), "pozno.pdf")
            let draft = try await office.sortFiles([key])
            let before = try await office.filesByFirm(draft, false)
            #expect(before.map(\.match) == [.none] && before.map(\.reading) == [.awaited])
            #expect(try await office.database.read { db in try draft.awaitedFiles(db) } == [key])
            try await FileReader(database: office.database, files: office.files)
                .read([key], within: .seconds(300), at: office.now)
            #expect(try await office.filesByFirm(draft, false).map(\.match) == [.late("Piekarnia Kłos")])
            #expect(try await office.review(draft, [before[0].id: ""]) == 1)
            #expect(try await office.filesByFirm(draft, true).map(\.firmId) == [cast.bakery.id])
            #expect(try await office.review(draft) == 0)
        }
    }

    @Test("Given up, it leaves no file behind that fills the sender's room, but those that something else holds")
    func discarded() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let sent = try await office.readPDF("1111111111", named: "wyslany.pdf")
            _ = try await office.broadcast(to: [cast.bakery], files: [sent])
            let draft = try await office.sortFiles([sent, try await office.readPDF("2222222222")])
            #expect(try await office.allowance(cast.anna) == StoredFile.waitingFilesOfStaff - 1)
            await #expect(throws: NotFound.self) {
                try await office.database.write { db in try Draft.find(db, draft.key, of: cast.marek).discard(db) }
            }
            let keys = try await office.database.write { db in try draft.discard(db) }
            #expect(keys.count == 1 && keys != [sent])
            #expect(try await office.texts("SELECT name FROM storedFile") == ["wyslany.pdf"])
            #expect(try await office.number("SELECT count(*) FROM draftFirmFile") == 0)
            #expect(try await office.allowance(cast.anna) == StoredFile.waitingFilesOfStaff)
        }
    }

    @Test("Files that were not sent take no room any more after thirty-two days")
    func room() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            _ = try await office.upload("a.txt")
            #expect(try await office.allowance(cast.anna) == StoredFile.waitingFilesOfStaff - 1)
            #expect(try await office.allowance(cast.piotr) == StoredFile.waitingFiles)
            office.pass(32 * 24 * 3600 + 1)
            #expect(try await office.allowance(cast.anna) == StoredFile.waitingFilesOfStaff)
        }
    }

    @Test("The journal says which file a person gave to which firm")
    func byHand() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let keys = [try await office.readPDF("nikt", named: "a.pdf"), try await office.readPDF("2222222222")]
            let draft = try await office.sortFiles(keys)
            let id = try await office.filesByFirm(draft, false)[0].id
            try await office.review(draft, [id: "1111111111"])
            try await office.send(filesOf: draft, expecting: 2)
            #expect(
                try await office.texts("SELECT detail ->> 'byHand' FROM auditEvent WHERE action = 'broadcastSent'")
                    == ["file/\(id)→firm/\(cast.bakery.id)"])
        }
    }

    @Test("A firm is taken as it is shown, though another has the same name and its name is a number")
    func choice() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await office.execute(
                "UPDATE firm SET name = 'Sklep 2222222222', nameKey = 'sklep' WHERE id IN (\(cast.bakery.id), \(cast.sawmill.id))"
            )
            let draft = try await office.sortFiles([try await office.readPDF("nikt")])
            let id = try await office.filesByFirm(draft, false)[0].id
            let choices = try await office.database.read { db in
                try Draft.Review.firmChoices(db, in: .wholeOffice)
            }
            let typed = "Sklep 2222222222 (1111111111)"
            #expect(choices.contains(typed))
            try await office.review(draft, [id: typed])
            let file = try #require(try await office.filesByFirm(draft, true).first)
            #expect(file.firmId == cast.bakery.id && file.firmChoice == typed && file.isByHand)
        }
    }
}

extension TestOffice {
    fileprivate func shownWrongFiles(_ draft: Draft) async throws -> WrongFiles? {
        let scope = try await scope(draft.personId)
        return try await database.read { db in
            try Draft.find(db, draft.key, of: draft.personId).shownWrongFiles(db, in: scope)
        }
    }

    fileprivate func allowance(_ person: Int64) async throws -> Int {
        let now = now
        return try await database.read { db in try StoredFile.allowance(db, for: person, at: now).files }
    }
}
