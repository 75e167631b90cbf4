import GRDB
import Models
import TestSupport
import Testing

@Suite("An answer")
struct AnsweringTests {
    @Test(
        "Of the office ends the waiting and the unread marks of all colleagues, and is unread for the client's people")
    func office() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let question = try await office.ask()
            office.pass(60)
            let answered = try await office.post(question, by: cast.ola, .office)
            #expect(answered.waitingSince == nil && answered.lastMessageAt == office.now)
            #expect(try await office.number("SELECT count(*) FROM unread WHERE side = 'client'") == 0)
            let readers = try await office.numbers("SELECT personId FROM unread WHERE side = 'office'")
            #expect(readers == [cast.piotr, cast.iwona])
        }
    }

    @Test("Of the client waits since the first unanswered message, not the last")
    func waitsSinceFirst() async throws {
        try await TestOffice.with { office in
            let question = try await office.ask()
            office.pass(3600)
            let again = try await office.post(question, by: office.cast.iwona, .client)
            #expect(again.waitingSince == question.waitingSince && again.lastMessageAt == office.now)
            try await office.post(question, by: office.cast.marek, .office)
            office.pass(3600)
            #expect(try await office.post(question, by: office.cast.piotr, .client).waitingSince == office.now)
        }
    }

    @Test("Is unread for the other side alone, and never for its author")
    func sides() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let question = try await office.ask()
            let answered = try await office.post(question, by: cast.marek, .office)
            let sql = "SELECT personId FROM unread WHERE messageId = "
            #expect(try await office.numbers("\(sql)\(answered.lastMessageId)") == [cast.piotr, cast.iwona])
            let back = try await office.post(question, by: cast.piotr, .client)
            #expect(try await office.numbers("\(sql)\(back.lastMessageId)") == [cast.anna, cast.marek, cast.ola])
        }
    }

    @Test("To a notice makes it a question that waits")
    func toNotice() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let broadcast = try await office.broadcast(to: [cast.bakery, cast.carrier])
            let answered = try await office.post(
                try await office.thread(broadcast, cast.bakery), by: cast.piotr, .client)
            #expect(answered.waitingSince == office.now)
            #expect(try await office.thread(broadcast, cast.carrier).waitingSince == nil)
        }
    }

    @Test("Without a word is refused, and with somebody else's file")
    func refused() async throws {
        try await TestOffice.with { office in
            let question = try await office.ask()
            let before = try await office.counts()
            await #expect(throws: Invalid("body", "errors.bodyMissing")) {
                try await office.post(question, by: office.cast.marek, .office, " \r\n ")
            }
            let key = try await office.upload(by: office.cast.ewa)
            await #expect(throws: Invalid("files", "errors.fileGone")) {
                try await office.post(question, by: office.cast.piotr, .client, files: [key])
            }
            #expect(try await office.added(since: before) == ["storedFile": 1, "auditEvent": 1])
        }
    }
}
