import Foundation
import Models
import TestSupport
import Testing

@Suite("A form that is sent again")
struct FormKeyTests {
    private static let key = "k123456789012345678901234567890"

    private static func content(_ body: String, key: String = key) -> NewContent {
        NewContent(body: body, formKey: key)
    }

    private static func messages(_ office: TestOffice) async throws -> Int64? {
        try await office.number("SELECT count(*) FROM message")
    }

    @Test("starts one conversation, whichever side it is; another subject or text is another one")
    func started() async throws {
        try await TestOffice.with { office in
            let (cast, day, now) = (office.cast, office.day, office.now)
            func ask(_ subject: String, _ body: String) async throws -> Int64 {
                try await office.database.write { db in
                    try Conversation.ask(
                        db, TypedLine(subject), Self.content(body), firm: cast.bakery, by: cast.piotr, on: day, at: now
                    ).id
                }
            }
            func start(_ body: String, to firm: Firm) async throws -> Int64 {
                try await office.database.write { db in
                    try Conversation.start(
                        db, "Temat", Self.content(body), firm: firm, by: cast.anna, on: day, at: now
                    ).id
                }
            }
            let question = try await ask("Pytanie", "Kiedy?")
            #expect(try await ask("Pytanie", "Kiedy?") == question)
            #expect(try await ask("Pytanie", "Ile?") != question)
            #expect(try await ask("Inne", "Kiedy?") != question)
            let message = try await start("Treść", to: cast.bakery)
            #expect(try await start("Treść", to: cast.bakery) == message && message != question)
            #expect(try await start("Treść", to: cast.carrier) != message)
            #expect(try await Self.messages(office) == 5)
            #expect(try await office.texts("SELECT id FROM auditEvent WHERE action = 'questionAsked'").count == 3)
        }
    }

    @Test("answers once; of another person, with another text, or without a key it is an answer of its own")
    func answered() async throws {
        try await TestOffice.with { office in
            let (cast, day, now) = (office.cast, office.day, office.now)
            let question = try await office.ask()
            let answers: [(Int64, Message.Side, NewContent, Int64)] = [
                (cast.ola, .office, Self.content("Jutro"), 2), (cast.ola, .office, Self.content("Jutro"), 2),
                (cast.anna, .office, Self.content("Jutro"), 3), (cast.ola, .office, Self.content("Dziś"), 4),
                (cast.piotr, .client, Self.content("Dobrze"), 5), (cast.piotr, .client, Self.content("Dobrze"), 5),
                (cast.piotr, .client, Self.content("Dobrze", key: ""), 6),
                (cast.piotr, .client, Self.content("Dobrze", key: "krótki"), 7),
            ]
            for (person, side, content, count) in answers {
                try await office.database.write { db in
                    try Conversation.find(db, question.id, in: .wholeOffice)
                        .post(db, content, by: person, side: side, on: day, at: now)
                }
                #expect(try await Self.messages(office) == count, "\(person) \(content.body)")
            }
        }
    }
}
