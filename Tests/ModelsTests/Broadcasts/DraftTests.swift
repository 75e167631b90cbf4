import Foundation
import GRDB
import Models
import TestSupport
import Testing

@Suite("Writing a notice")
struct DraftTests {
    @Test("Keeps text, files in their order, and the firms as they were chosen")
    func keeps() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let keys = try await [office.upload("drugi.txt"), office.upload("pierwszy.txt")]
            let draft = try await office.draft(to: .matching(FirmFilter(), except: [cast.carrier.id]), files: keys)
            let (firms, files) = try await office.database.read { db in (try draft.firmIds(db), try draft.files(db)) }
            let others = [cast.bakery, cast.furniture, cast.sawmill, cast.studio, cast.empty].map(\.id)
            #expect(Set(firms) == Set(others))
            #expect(files.map(\.key) == keys)
            let new = try await office.addFirms(1)
            #expect(try await office.database.read { db in try !draft.firmIds(db).contains(new[0].id) })
        }
    }

    @Test(
        "Is refused with the field named, and nothing kept",
        arguments: [
            ("", "Treść", "subject", "errors.subjectMissing"),
            ("  \u{202E}\u{0000} ", "Treść", "subject", "errors.subjectMissing"),
            ("Temat", " \n ", "body", "errors.bodyMissing"),
            (String(repeating: "t", count: 151), "Treść", "subject", "errors.tooLong"),
            ("Temat", String(repeating: "t", count: 20_001), "body", "errors.tooLong"),
        ]
    )
    func refused(subject: String, body: String, field: String, key: String) async throws {
        try await TestOffice.with { office in
            let before = try await office.counts()
            let invalid = await #expect(throws: Invalid.self) {
                try await office.draft(to: .picked([office.cast.bakery.id]), subject, body)
            }
            #expect(invalid?.problems.map(\.field) == [field] && invalid?.problems.map(\.key) == [key])
            #expect(try await office.counts() == before)
        }
    }

    @Test("Takes a subject and a text of exactly the longest size")
    func longest() async throws {
        try await TestOffice.with { office in
            let subject = String(repeating: "ż", count: 150)
            let draft = try await office.draft(
                to: .picked([office.cast.bakery.id]), subject, String(repeating: "ż", count: 20_000)
            )
            #expect(try await office.send(draft, expecting: 1).subject == subject)
        }
    }

    @Test("Is refused without a firm of one's own")
    func noFirms() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            await #expect(throws: Invalid("firms", "errors.noFirms")) { try await office.draft(to: .picked([])) }
            await #expect(throws: Invalid("firms", "errors.noFirms")) {
                try await office.draft(to: .picked([cast.carrier.id]), by: cast.marek)
            }
        }
    }

    @Test("Does not take a file that somebody else uploaded")
    func foreignFile() async throws {
        try await TestOffice.with { office in
            let key = try await office.upload(by: office.cast.dana)
            await #expect(throws: Invalid("files", "errors.fileGone")) {
                try await office.draft(to: .picked([office.cast.bakery.id]), files: [key])
            }
        }
    }

    @Test("Takes at most a hundred files, and the same one once")
    func fileCount() async throws {
        try await TestOffice.with { office in
            let key = try await office.upload()
            let draft = try await office.draft(to: .picked([office.cast.bakery.id]), files: [key, key])
            #expect(try await office.database.read { db in try draft.files(db).count } == 1)
            let invalid = await #expect(throws: Invalid.self) {
                try await office.draft(to: .picked([office.cast.bakery.id]), files: Array(repeating: key, count: 101))
            }
            #expect(invalid?.problems.map(\.key) == ["errors.tooManyFiles"])
        }
    }

    @Test("Is forgotten after a month, with its firms and files, and no sooner")
    func sweep() async throws {
        try await TestOffice.with { office in
            let key = try await office.upload()
            _ = try await office.draft(to: .picked([office.cast.bakery.id]), files: [key])
            for (seconds, count) in [(30.0 * 24 * 3600, 1), (1, 0)] {
                office.pass(seconds)
                let now = office.now
                try await office.database.write { db in try Draft.sweep(db, at: now) }
                let counts = try await office.counts()
                #expect([counts["draft"], counts["draftFirm"], counts["draftFile"]] == [count, count, count])
            }
        }
    }
}
