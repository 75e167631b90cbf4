import Foundation
import GRDB
import Models
import TestSupport
import Testing

@Suite("A kept text")
struct NoticeTemplateTests {
    @Test("Is the whole office's, with author and time, and is gone when removed")
    func kept() async throws {
        try await TestOffice.with { office in
            let (ola, anna, now) = (office.cast.ola, office.cast.anna, office.now)
            let saved = try await Self.save(office, "Święta")
            #expect(saved.personName == "Ola Zych" && saved.savedAt == now)
            let all = try await office.database.read { db in try NoticeTemplate.all(db).map(\.name) }
            #expect(all == ["Święta"])
            try await office.database.write { db in try saved.remove(db, by: anna, at: now) }
            await #expect(throws: NotFound.self) {
                try await office.database.read { db in try NoticeTemplate.find(db, saved.id) }
            }
            let events = try await office.texts(
                "SELECT action || personId || detail FROM auditEvent WHERE action LIKE 'template%'")
            #expect(
                events == [#"templateSaved\#(ola){"name":"Święta"}"#, #"templateRemoved\#(anna){"name":"Święta"}"#])
        }
    }

    @Test("Is one of a list by name that goes on page after page, each text once")
    func paged() async throws {
        try await TestOffice.with { office in
            for number in 0..<NoticeTemplate.pageSize + 3 { _ = try await Self.save(office, "Tekst \(number + 100)") }
            let (first, second) = try await office.database.read { db in
                let first = try NoticeTemplate.page(db)
                return (first, try NoticeTemplate.page(db, after: first[NoticeTemplate.pageSize - 1].id))
            }
            #expect(first.count == NoticeTemplate.pageSize + 1)
            #expect(second.map(\.name) == ["Tekst 150", "Tekst 151", "Tekst 152"])
        }
    }

    @Test(
        "Has a name of its own, a subject and a text",
        arguments: ["święta", "SWIETA", "", String(repeating: "a", count: 81)])
    func refused(name: String) async throws {
        try await TestOffice.with { office in
            try await Self.save(office, "Święta")
            await #expect(throws: Invalid.self) { try await Self.save(office, TypedLine(name)) }
            await #expect(throws: Invalid.self) { try await Self.save(office, "Inny", body: " ") }
            #expect(try await office.number("SELECT count(*) FROM template") == 1)
        }
    }

    @discardableResult
    private static func save(
        _ office: TestOffice, _ name: TypedLine, body: String = "Biuro nieczynne."
    ) async throws -> NoticeTemplate {
        let (ola, now) = (office.cast.ola, office.now)
        return try await office.database.write { db in
            try NoticeTemplate.save(db, name: name, subject: "Święta", NewContent(body: body), by: ola, at: now)
        }
    }
}
