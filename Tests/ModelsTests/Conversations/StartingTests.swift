import Foundation
import GRDB
import Models
import TestSupport
import Testing

@Suite("Writing to one firm")
struct StartingTests {
    @Test("Makes one conversation that its readers find unread, and nobody else")
    func started() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let key = try await office.upload()
            let conversation = try await Self.start(office, to: cast.bakery, files: [key])
            #expect(conversation.waitingSince == nil && conversation.broadcastId == nil && !conversation.isPayroll)
            #expect(try await office.numbers("SELECT personId FROM unread") == [cast.piotr, cast.iwona])
            #expect(try await office.texts("SELECT kind FROM message") == ["message"])
            await #expect(throws: NotFound.self) {
                try await office.database.read { db in
                    try Conversation.find(db, conversation.id, in: .member(cast.ewa))
                }
            }
        }
    }

    @Test("Is refused where nobody would read it, and leaves nothing behind")
    func nobody() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let before = try await office.counts()
            await #expect(throws: Invalid("firm", "errors.nobodyReads")) {
                try await Self.start(office, to: cast.empty)
            }
            await #expect(throws: Invalid.self) { try await Self.start(office, to: cast.bakery, subject: " ") }
            #expect(try await office.counts() == before)
        }
    }

    @discardableResult
    private static func start(
        _ office: TestOffice, to firm: Firm, subject: TypedLine = "Umowa", files: [String] = []
    ) async throws -> Conversation {
        let (anna, day, now) = (office.cast.anna, office.day, office.now)
        let content = NewContent(body: "Proszę o podpis.", files: files)
        return try await office.database.write { db in
            try Conversation.start(db, subject, content, firm: firm, by: anna, on: day, at: now)
        }
    }
}
