import Foundation
import GRDB
import Models
import TestSupport
import Testing

@Suite("A read receipt")
struct ReadReceiptTests {
    @Test("Marks that message alone, for that person alone")
    func one() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let question = try await office.ask()
            let first = try await office.post(question, by: cast.marek, .office).lastMessageId
            let second = try await office.post(question, by: cast.marek, .office).lastMessageId
            try await office.read(first, of: question, by: cast.piotr)
            let unread = try await office.texts(
                "SELECT personId || '/' || messageId FROM unread WHERE side = 'office' ORDER BY personId, messageId"
            )
            #expect(Set(unread) == ["\(cast.piotr)/\(second)", "\(cast.iwona)/\(first)", "\(cast.iwona)/\(second)"])
            let receipts = try await office.texts("SELECT messageId || '/' || personId FROM readReceipt")
            #expect(receipts == ["\(first)/\(cast.piotr)"])
        }
    }

    @Test("Given twice keeps the first time and writes one event")
    func twice() async throws {
        try await TestOffice.with { office in
            let question = try await office.ask()
            let message = try await office.post(question, by: office.cast.marek, .office).lastMessageId
            let first = office.now
            try await office.read(message, of: question, by: office.cast.piotr)
            let before = try await office.counts()
            office.pass(3600)
            try await office.read(message, of: question, by: office.cast.piotr)
            #expect(try await office.number("SELECT readAt FROM readReceipt") == first.milliseconds)
            #expect(try await office.counts() == before)
        }
    }

    @Test("Is for the office's messages of that very conversation only")
    func notFound() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let question = try await office.ask()
            let other = try await office.ask("Inne")
            let answer = try await office.post(other, by: cast.marek, .office).lastMessageId
            for message in [question.lastMessageId, answer, 999_999] {
                await #expect(throws: NotFound.self) { try await office.read(message, of: question, by: cast.piotr) }
            }
            #expect(try await office.number("SELECT count(*) FROM readReceipt") == 0)
        }
    }

    @Test("Of a broadcast marks one firm's thread, also for a person of two firms")
    func twoFirms() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let broadcast = try await office.broadcast(to: [cast.furniture, cast.sawmill])
            let furniture = try await office.thread(broadcast, cast.furniture)
            try await office.read(furniture.lastMessageId, of: furniture, by: cast.tomasz)
            let counts = try await office.database.read { db in try Unread.ofClient(db, cast.tomasz).counts }
            #expect(counts == [cast.sawmill.id: 1])
        }
    }

    @Test("Is not what staff write by looking: they only see a client's message, and are not told on")
    func seen() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let question = try await office.ask()
            let before = try await office.counts()
            try await office.database.write { db in
                try Unread.seen(db, message: question.lastMessageId, of: question, by: cast.marek)
            }
            #expect(try await office.added(since: before) == ["unread": -1])
            #expect(try await office.numbers("SELECT personId FROM unread") == [cast.anna, cast.ola])
        }
    }

    @Test("Stands by name and time in the correspondence")
    func shown() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let broadcast = try await office.broadcast(to: [cast.bakery], files: [office.upload()])
            let thread = try await office.thread(broadcast, cast.bakery)
            office.pass(60)
            try await office.read(thread.lastMessageId, of: thread, by: cast.piotr)
            try await office.download(thread.lastMessageId, by: cast.iwona)
            let shown = try await office.database.read { db in
                try MessageThread.fetch(db, thread, seenBy: cast.anna, isOfOffice: true)
            }
            let receipt = try #require(shown.receipts[thread.lastMessageId]?.first)
            #expect(receipt.personName == "Piotr Kłos" && receipt.at == office.now)
            let taken = try #require(shown.downloads[thread.lastMessageId]?.first)
            #expect(taken.personName == "Iwona Kłos" && taken.at == office.now)
        }
    }
}
