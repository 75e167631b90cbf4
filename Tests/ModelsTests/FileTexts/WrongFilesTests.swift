import Foundation
import GRDB
import Models
import TestSupport
import Testing

@Suite("Files that look like another firm's")
struct WrongFilesTests {
    @Test("Stop a notice that goes to somebody else too, until they are said to be right; the journal has it")
    func notice() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let key = try await office.readPDF("Ewidencja, NIP 222-222-22-22")
            let draft = try await office.draft(to: .picked([cast.bakery.id, cast.carrier.id]), files: [key])
            let wrong = try #require(try await office.wrongFiles(draft))
            #expect(wrong.files.map(\.name) == ["ewidencja.pdf"])
            #expect(wrong.files[0].firms == ["Przewozy Ewa Nowak"] && !wrong.files[0].hasOthers)
            for right in [nil, "", "another"] {
                await #expect(throws: WrongFiles.self) { try await office.send(draft, expecting: 2, right: right) }
            }
            #expect(try await office.number("SELECT count(*) FROM broadcast") == 0)
            #expect(try await office.number("SELECT count(*) FROM content") == 0)
            let sent = try await office.send(draft, expecting: 2, right: wrong.name)
            #expect(
                try await office.texts("SELECT subject FROM auditEvent WHERE action = 'filesConfirmed'")
                    == [sent.topic])
        }
    }

    @Test("Are none for the firm itself, nor by the office's own number, nor by a number of nobody")
    func right() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let key = try await office.readPDF("Biuro 9999999999 dla 1111111111, bank 1234563218, PESEL 44051401359")
            let own = try await office.draft(to: .picked([cast.bakery.id]), files: [key])
            #expect(try await office.wrongFiles(own) == nil)
            _ = try await office.send(own, expecting: 1)
            let other = try await office.draft(to: .picked([cast.carrier.id]), files: [key])
            #expect(try await office.wrongFiles(other)?.files[0].firms == ["Piekarnia Kłos"])
            let both = try await office.draft(to: .picked([cast.bakery.id, cast.carrier.id]), files: [key])
            #expect(try await office.wrongFiles(both)?.files[0].firms == ["Piekarnia Kłos"])
        }
    }

    @Test("Are found by the number of an Israeli firm and of a closed one")
    func others() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let keys = [try await office.readPDF("51-111111-4"), try await office.readPDF("NIP 3333333333")]
            try await office.execute("UPDATE firm SET closedAt = 1 WHERE id = \(cast.furniture.id)")
            let draft = try await office.draft(to: .picked([cast.bakery.id]), files: keys)
            let wrong = try #require(try await office.wrongFiles(draft))
            #expect(wrong.files.flatMap(\.firms) == ["Studio Noa", "Meble Dąb sp. z o.o."])
        }
    }

    @Test("Are not told by a firm's name to who may not know of the firm")
    func scope() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let key = try await office.readPDF("2222222222 i 4444444444", by: cast.marek)
            let draft = try await office.draft(to: .picked([cast.bakery.id]), files: [key], by: cast.marek)
            let wrong = try #require(try await office.wrongFiles(draft))
            #expect(wrong.files[0].firms == ["Tartak Dąb"] && wrong.files[0].hasOthers)
        }
    }

    @Test("Stop a message and an answer to one firm; what a client sends is the client's own matter")
    func messages() async throws {
        try await TestOffice.with { office in
            let (cast, day, now) = (office.cast, office.day, office.now)
            let key = try await office.readPDF("NIP 2222222222")
            let start = { @Sendable (right: String?) in
                try await office.database.write { db in
                    try Conversation.start(
                        db, "Ewidencja", NewContent(body: "W załączniku.", files: [key], rightFiles: right),
                        firm: cast.bakery, by: cast.anna, on: day, at: now)
                }
            }
            let wrong = try await #require(throws: WrongFiles.self) { _ = try await start(nil) }
            #expect(try await office.number("SELECT count(*) FROM conversation") == 0)
            let conversation = try await start(wrong.name)
            await #expect(throws: WrongFiles.self) {
                try await office.post(conversation, by: cast.anna, .office, files: [key])
            }
            let clients = try await office.uploadPDF(TestPDF.page("NIP 2222222222"), by: cast.piotr)
            try await office.post(conversation, by: cast.piotr, .client, files: [clients])
            #expect(try await office.number("SELECT count(*) FROM message") == 2)
        }
    }

    @Test("Are not known of a PDF that could not be read, which is said")
    func unchecked() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let key = try await office.uploadPDF(TestPDF.scan, "skan.pdf")
            try await FileReader(database: office.database, files: office.files).read(
                [key], within: .seconds(300), at: office.now)
            let keys = [key, try await office.upload("a.txt")]
            let draft = try await office.draft(to: .picked([cast.bakery.id]), files: keys)
            #expect(try await office.database.read { db in try draft.uncheckedFiles(db) } == ["skan.pdf"])
            #expect(try await office.wrongFiles(draft) == nil)
            _ = try await office.send(draft, expecting: 1)
        }
    }

    @Test("Do not slip through while they wait to be read; only where nothing can read them they go unchecked")
    func awaited() async throws {
        try await TestOffice.with { office in
            let (cast, day, now) = (office.cast, office.day, office.now)
            let key = try await office.uploadPDF(TestPDF.page("NIP 2222222222"), "nowy.pdf")
            let draft = try await office.draft(to: .picked([cast.bakery.id]), files: [key])
            let write = { @Sendable (uncheckable: Set<String>) in
                try await office.database.write { db in
                    try Conversation.start(
                        db, "Ewidencja", NewContent(body: "W załączniku.", files: [key], uncheckable: uncheckable),
                        firm: cast.bakery, by: cast.anna, on: day, at: now)
                }
            }
            let problem = Invalid("files", "errors.filesAwaited")
            await #expect(throws: problem) { _ = try await office.send(draft, expecting: 1) }
            await #expect(throws: problem) { _ = try await write([]) }
            #expect(try await office.number("SELECT count(*) FROM conversation") == 0)
            let conversation = try await write([key])
            await #expect(throws: problem) {
                try await office.post(conversation, by: cast.anna, .office, files: [key])
            }
            try await FileReader(database: office.database, files: office.files).read(
                [key], within: .seconds(300), at: office.now)
            await #expect(throws: WrongFiles.self) { _ = try await office.send(draft, expecting: 1) }
        }
    }

    @Test("Are found by the number in their name, though they are no PDF or hold no words")
    func names() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let scan = try await office.uploadPDF(TestPDF.scan, "KPiR_2222222222_2026-07.pdf")
            try await FileReader(database: office.database, files: office.files).read(
                [scan], within: .seconds(300), at: office.now)
            let keys = [scan, try await office.upload("3333333333.txt"), try await office.upload("1111111111.txt")]
            let draft = try await office.draft(to: .picked([cast.bakery.id]), files: keys)
            let wrong = try #require(try await office.wrongFiles(draft))
            #expect(wrong.files.map(\.firms) == [["Przewozy Ewa Nowak"], ["Meble Dąb sp. z o.o."]])
        }
    }

    @Test("Are right for the firm alone for which that was said")
    func recipient() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let key = try await office.readPDF("NIP 2222222222")
            let drafts = [
                try await office.draft(to: .picked([cast.bakery.id]), files: [key]),
                try await office.draft(to: .picked([cast.furniture.id]), files: [key]),
            ]
            let right = try #require(try await office.wrongFiles(drafts[0])).name
            await #expect(throws: WrongFiles.self) { try await office.send(drafts[1], expecting: 1, right: right) }
            _ = try await office.send(drafts[0], expecting: 1, right: right)
        }
    }
}

extension TestOffice {
    fileprivate func wrongFiles(_ draft: Draft) async throws -> WrongFiles? {
        let scope = try await scope(draft.personId)
        return try await database.read { db in try draft.wrongFiles(db, in: scope) }
    }
}
