import Foundation
import GRDB
import Models
import TestSupport
import Testing

@Suite("Handling a question")
struct HandlingTests {
    @Test("Ends its waiting and the unread marks of all, by name and time")
    func handled() async throws {
        try await TestOffice.with { office in
            let question = try await office.ask()
            office.pass(60)
            let handled = try await Self.handle(office, question, by: office.cast.ola)
            #expect(handled.waitingSince == nil)
            #expect(try await office.number("SELECT count(*) FROM unread") == 0)
            let mark = try await office.database.read { db in try handled.handling(db) }
            #expect(mark?.personName == "Ola Zych" && mark?.handledAt == office.now)
        }
    }

    @Test("Done twice keeps the first mark")
    func twice() async throws {
        try await TestOffice.with { office in
            let question = try await office.ask()
            _ = try await Self.handle(office, question, by: office.cast.ola)
            let before = try await office.counts()
            office.pass(60)
            let again = try await Self.handle(office, question, by: office.cast.marek)
            #expect(try await office.counts() == before)
            #expect(try await office.database.read { db in try again.handling(db)?.personName } == "Ola Zych")
        }
    }

    @Test("Leaves the office's own unread messages to the client")
    func otherSide() async throws {
        try await TestOffice.with { office in
            let question = try await office.ask()
            try await office.post(question, by: office.cast.marek, .office)
            try await office.post(question, by: office.cast.iwona, .client)
            _ = try await Self.handle(office, question, by: office.cast.marek)
            let unread = try await office.numbers("SELECT personId FROM unread")
            #expect(unread == [office.cast.piotr, office.cast.iwona])
        }
    }

    @Test("Is undone by opening again: it waits since the client's last message")
    func reopened() async throws {
        try await TestOffice.with { office in
            let question = try await office.ask()
            office.pass(60)
            try await office.post(question, by: office.cast.piotr, .client)
            let last = office.now
            _ = try await Self.handle(office, question, by: office.cast.marek)
            office.pass(60)
            let opened = try await Self.reopen(office, question)
            #expect(opened.waitingSince == last)
            #expect(try await office.database.read { db in try opened.handling(db) == nil })
            let before = try await office.counts()
            _ = try await Self.reopen(office, question)
            #expect(try await office.counts() == before)
        }
    }

    @Test("Is undone by a new message of the client, which waits since then")
    func newMessage() async throws {
        try await TestOffice.with { office in
            let question = try await office.ask()
            _ = try await Self.handle(office, question, by: office.cast.marek)
            office.pass(3600)
            let answered = try await office.post(question, by: office.cast.piotr, .client)
            #expect(answered.waitingSince == office.now)
            #expect(try await office.number("SELECT count(*) FROM handling") == 0)
            #expect(try await office.numbers("SELECT personId FROM unread").count == 3)
        }
    }

    @Test("Stays when the office writes once more")
    func officeMessage() async throws {
        try await TestOffice.with { office in
            let question = try await office.ask()
            _ = try await Self.handle(office, question, by: office.cast.marek)
            let answered = try await office.post(question, by: office.cast.marek, .office)
            #expect(answered.waitingSince == nil)
            #expect(try await office.number("SELECT count(*) FROM handling") == 1)
        }
    }

    private static func handle(
        _ office: TestOffice, _ conversation: Conversation, by person: Int64
    ) async throws -> Conversation {
        let (day, now) = (office.day, office.now)
        return try await office.database.write { db in
            try conversation.handle(db, by: person, on: day, at: now)
            return try Conversation.find(db, conversation.id, in: .wholeOffice)
        }
    }

    private static func reopen(_ office: TestOffice, _ conversation: Conversation) async throws -> Conversation {
        let (day, now, marek) = (office.day, office.now, office.cast.marek)
        return try await office.database.write { db in
            try conversation.reopen(db, by: marek, on: day, at: now)
            return try Conversation.find(db, conversation.id, in: .wholeOffice)
        }
    }
}
