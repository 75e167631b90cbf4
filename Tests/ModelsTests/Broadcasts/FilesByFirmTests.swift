import Dates
import Foundation
import GRDB
import Models
import TestSupport
import Testing

@Suite("A folder of files, each for its own firm")
struct FilesByFirmTests {
    @Test("Gives a file to the one firm whose number is in its name or in its text, and any other file to nobody")
    func match() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let keys = [
                try await office.readPDF("NIP 111-111-11-11", "za lipiec 2026"),
                try await office.readPDF("bez numeru", named: "KPiR_2222222222_2026-07.pdf"),
                try await office.readPDF("Biuro 9999999999, klient 3333333333"),
                try await office.readPDF("bez numeru"),
                try await office.readPDF("1111111111 i 2222222222"),
                try await office.uploadPDF(TestPDF.scan, "skan.pdf"),
            ]
            let draft = try await office.sortFiles(keys)
            let matched = try await office.filesByFirm(draft, true)
            #expect(matched.map(\.firmId) == [cast.furniture.id, cast.bakery.id, cast.carrier.id])
            #expect(matched.map { $0.period?.shortText } == [nil, "2026-07", "2026-07"])
            let waiting = try await office.filesByFirm(draft, false)
            #expect(
                waiting.map(\.match) == [
                    .none, .several(["Piekarnia Kłos", "Przewozy Ewa Nowak"]), .none,
                ])
            #expect(waiting.map(\.reading) == [.read, .read, .awaited])
            #expect(
                try await office.database.read { db in Set(try draft.firmIds(db)) }
                    == [cast.bakery.id, cast.carrier.id, cast.furniture.id])
        }
    }

    @Test("Stands in the order that people count in: 2 before 10, of firms and of files")
    func order() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await office.execute(
                "UPDATE firm SET name = 'Zakład 10', nameKey = 'zaklad 10' WHERE id = \(cast.bakery.id)")
            try await office.execute(
                "UPDATE firm SET name = 'Zakład 2', nameKey = 'zaklad 2' WHERE id = \(cast.carrier.id)")
            let names = ["1111111111 część 10.pdf", "1111111111 część 9.pdf", "2222222222 część 1.pdf"]
            var keys: [String] = []
            for name in names { keys.append(try await office.readPDF("bez numeru", named: name)) }
            let matched = try await office.filesByFirm(office.sortFiles(keys), true)
            #expect(matched.map(\.firmName) == ["Zakład 2", "Zakład 10", "Zakład 10"])
            #expect(matched.map(\.name) == [names[2], names[1], names[0]])
        }
    }

    @Test("Goes to no firm outside of what the sender sees, as if there were none, nor to a closed one")
    func scope() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await office.execute("UPDATE firm SET closedAt = 1 WHERE id = \(cast.furniture.id)")
            let keys = [
                try await office.readPDF("2222222222", by: cast.marek),
                try await office.readPDF("3333333333", by: cast.marek),
                try await office.readPDF("1111111111", by: cast.marek),
            ]
            let draft = try await office.sortFiles(keys, by: cast.marek)
            #expect(try await office.filesByFirm(draft, true).map(\.firmId) == [cast.bakery.id])
            #expect(
                try await office.filesByFirm(draft, false).map(\.match) == [.none, .closed("Meble Dąb sp. z o.o.")])
            let ids = try await office.filesByFirm(draft, false).map(\.id)
            for typed in ["2222222222", "Przewozy Ewa Nowak", "3333333333", "Nikt", "1234563218"] {
                let invalid = try await #require(throws: Invalid.self) {
                    try await office.review(draft, [ids[0]: typed])
                }
                #expect(invalid.problems.map(\.field) == ["firm-\(ids[0])"])
            }
            await #expect(throws: NotFound.self) {
                _ = try await office.database.read { db in try Draft.find(db, draft.key, of: cast.anna) }
            }
        }
    }

    @Test("Takes no file of somebody else's, no empty folder, and no review of a draft that is none")
    func refused() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let key = try await office.readPDF("1111111111", by: cast.marek)
            for keys in [[key], [], ["none"]] {
                await #expect(throws: Invalid.self) { try await office.sortFiles(keys, by: cast.dana) }
            }
            let draft = try await office.draft(to: .picked([cast.bakery.id]))
            await #expect(throws: NotFound.self) { try await office.review(draft, [:]) }
        }
    }

    @Test("Goes where a person says, by number or by name; what has nobody stays, and a person may take it back")
    func byHand() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let keys = [
                try await office.readPDF("a", named: "a.pdf"), try await office.readPDF("b", named: "b.pdf"),
                try await office.readPDF("3333333333", named: "c.pdf"),
            ]
            let draft = try await office.sortFiles(keys)
            let ids = try await office.filesByFirm(draft, false).map(\.id)
            let sure = try await office.filesByFirm(draft, true)[0].id
            try await office.review(
                draft, [ids[0]: "Piekarnia Kłos (1111111111)", ids[1]: "przewozy ewa nowak", sure: ""])
            #expect(
                try await office.filesByFirm(draft, true).map(\.firmId)
                    == [cast.furniture.id, cast.bakery.id, cast.carrier.id])
            try await office.review(draft, [ids[0]: "", ids[1]: "222 222 22 22", sure: "1111111111"])
            #expect(try await office.filesByFirm(draft, true).map(\.firmId) == [cast.furniture.id, cast.carrier.id])
            #expect(try await office.check(draft).count == 2)
        }
    }

    @Test("Comes to each firm in a private thread with its own files, which no other firm can take")
    func sent() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let keys = [
                try await office.readPDF("1111111111", named: "k1.pdf"),
                try await office.readPDF("1111111111", named: "k2.pdf"),
                try await office.readPDF("222-222-22-22", named: "e.pdf"),
                try await office.readPDF("nikt", named: "n.pdf"),
            ]
            let draft = try await office.sortFiles(keys)
            try await office.review(draft, [:])
            let sent = try await office.send(filesOf: draft, expecting: 2)
            let (bakery, carrier) = (
                try await office.thread(sent, cast.bakery), try await office.thread(sent, cast.carrier)
            )
            #expect(try await office.files(bakery, cast.piotr) == ["k1.pdf", "k2.pdf"])
            #expect(try await office.files(carrier, cast.ewa) == ["e.pdf"])
            // With only the numbers of attachments, without a message or with the other firm's.
            let ids = try await office.numbers("SELECT id FROM attachment").sorted()
            #expect(ids.count == 3)
            for id in ids {
                let owners = try await office.database.read { db in
                    [cast.piotr, cast.ewa, cast.tomasz].filter { person in
                        [nil, bakery.lastMessageId, carrier.lastMessageId].contains { message in
                            (try? Attachment.find(db, id, message: message, in: .member(person))) != nil
                        }
                    }
                }
                #expect(owners.count == 1)
            }
            #expect(try await office.number("SELECT count(*) FROM message") == 2)
            #expect(try await office.number("SELECT count(DISTINCT contentId) FROM message") == 2)
            #expect(try await office.number("SELECT count(*) FROM storedFile WHERE name = 'n.pdf'") == 1)
            #expect(
                try await office.number(
                    "SELECT count(*) FROM attachment JOIN storedFile ON storedFile.id = fileId WHERE name = 'n.pdf'")
                    == 0)
        }
    }

    @Test("Is counted, searched, reported, reminded of and ended as any notice")
    func afterwards() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let keys = [
                try await office.readPDF("1111111111", named: "klosy.pdf"),
                try await office.readPDF("2222222222", named: "trasy.pdf"),
            ]
            let draft = try await office.sortFiles(keys)
            try await office.review(draft, [:])
            let sent = try await office.send(filesOf: draft, expecting: 2)
            let again = try await office.send(filesOf: draft, expecting: 2)
            #expect(again.id == sent.id)
            try await office.database.read { db in
                for person in [cast.piotr, cast.ewa] { #expect(try Unread.ofClient(db, person).total == 1) }
                let report = BroadcastReport(sent, scope: .wholeOffice)
                #expect(try report.totals(db).received == 2 && report.page(db, .all).rows.count == 2)
                #expect(try sent.content(db).body == "Plik w załączniku." && sent.content(db).files.isEmpty)
                #expect(try sent.unreached(db, in: .wholeOffice).count == 2)
                let found = try Search("klosy", in: .wholeOffice).files(db).rows
                #expect(found.map(\.hit.firmCount) == [1])
                #expect(try Search("klosy", in: .member(cast.ewa)).files(db).rows.isEmpty)
                #expect(try Search("załączniku", in: .wholeOffice).messages(db).rows.count == 2)
                #expect(try Search("załączniku", in: .member(cast.ewa)).messages(db).rows.count == 1)
                let archive = try FirmArchive(of: cast.bakery).page(db)
                #expect(archive.entries.count == 1 && archive.files.values.flatMap { $0.map(\.name) } == ["klosy.pdf"])
                #expect(try sent.again(db, on: Cast.day).files.isEmpty)
            }
            let thread = try await office.thread(sent, cast.bakery)
            try await office.download(thread.lastMessageId, by: cast.piotr)
            #expect(
                try await office.database.read { try BroadcastReport(sent, scope: .wholeOffice).totals($0) }.downloaded
                    == 1)
        }
    }

    @Test("Stops on the check when a file that a person gave away carries another firm's number")
    func guarded() async throws {
        try await TestOffice.with { office in
            let draft = try await office.sortFiles([try await office.readPDF("1111111111 i 2222222222")])
            let id = try await office.filesByFirm(draft, false)[0].id
            try await office.review(draft, [id: "1111111111"])
            let wrong = try await #require(throws: WrongFiles.self) {
                _ = try await office.send(filesOf: draft, expecting: 1)
            }
            #expect(wrong.files[0].firms == ["Przewozy Ewa Nowak"])
            _ = try await office.send(filesOf: draft, expecting: 1, right: wrong.name)
        }
    }

    @Test("Is kept with its draft, and goes with it after a month")
    func swept() async throws {
        try await TestOffice.with { office in
            _ = try await office.sortFiles([try await office.readPDF("1111111111")])
            for (hours, count) in [(25.0, 1), (24.0 * 30, 0)] {
                office.pass(hours * 3600)
                let now = office.now
                _ = try await office.database.write { db in
                    try Draft.sweep(db, at: now)
                    return try StoredFile.sweep(db, at: now)
                }
                #expect(try await office.number("SELECT count(*) FROM storedFile") == Int64(count))
            }
        }
    }
}

extension TestOffice {
    fileprivate func files(_ conversation: Conversation, _ person: Int64) async throws -> [String] {
        try await database.read { db in
            let found = try Conversation.find(db, conversation.id, in: .member(person))
            return try MessageThread.fetch(db, found, seenBy: person, isOfOffice: false).files.values.flatMap {
                $0.map(\.name)
            }
        }
    }
}
