import GRDB
import Models
import TestSupport
import Testing

@Suite("A client's question")
struct AskingTests {
    @Test("Waits from now on, and is unread for everybody of the office who sees the firm")
    func asked() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let before = try await office.counts()
            let conversation = try await office.ask("  Termin  ZUS ", "Kiedy?")
            #expect(conversation.subject == "Termin ZUS" && conversation.waitingSince == office.now)
            #expect(conversation.startedBy == cast.piotr && conversation.broadcastId == nil)
            let readers = try await office.numbers(
                "SELECT personId FROM unread WHERE messageId = \(conversation.lastMessageId) AND side = 'client'"
            )
            #expect(readers == [cast.anna, cast.marek, cast.ola])
            let expected = ["everyConversation": 1, "everyMessage": 1, "content": 1, "unread": 3, "auditEvent": 1]
            #expect(try await office.added(since: before) == expected)
        }
    }

    @Test("Carries the files that were uploaded for it, in their order, shown with it")
    func files() async throws {
        try await TestOffice.with { office in
            let piotr = office.cast.piotr
            let keys = try await [office.upload("b.txt", by: piotr), office.upload("a.txt", by: piotr)]
            let conversation = try await office.ask(files: keys)
            let thread = try await office.database.read { db in
                try MessageThread.fetch(db, conversation, seenBy: piotr, isOfOffice: false)
            }
            let entry = try #require(thread.entries.first)
            #expect(thread.files[entry.contentId]?.map(\.name) == ["b.txt", "a.txt"])
            #expect(entry.kind == .message && entry.side == .client && !entry.isUnread)
        }
    }

    @Test("Is refused with every wrong field named, and nothing stored")
    func refused() async throws {
        try await TestOffice.with { office in
            let before = try await office.counts()
            let invalid = await #expect(throws: Invalid.self) { try await office.ask("", "") }
            #expect(invalid?.problems.map(\.field) == ["body", "subject"])
            await #expect(throws: Invalid("files", "errors.fileGone")) { try await office.ask(files: ["nothing"]) }
            #expect(try await office.counts() == before)
        }
    }

    @Test("Does not exist for a client of another firm, nor for staff of others")
    func foreign() async throws {
        try await TestOffice.with { office in
            let (conversation, cast) = (try await office.ask(), office.cast)
            for (person, sees) in [
                (cast.piotr, true), (cast.iwona, true), (cast.ewa, false), (cast.approver, false),
                (cast.payroller, false),
                (cast.notified, false), (cast.anna, true), (cast.marek, true), (cast.ola, true), (cast.rafal, false),
                (cast.dana, false),
            ] {
                let scope = try await office.scope(person)
                let found = try await office.database.read { db in
                    do { return try Conversation.find(db, conversation.id, in: scope).id } catch is NotFound {
                        return 0
                    }
                }
                #expect(found == (sees ? conversation.id : 0), "person \(person)")
            }
        }
    }
}
