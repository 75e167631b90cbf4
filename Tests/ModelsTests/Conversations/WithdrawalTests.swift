import Foundation
import GRDB
import Models
import TestSupport
import Testing

@Suite("Withdrawing what nobody has read")
struct WithdrawalTests {
    private static func withdraw(_ office: TestOffice, _ sent: Broadcast, by person: Int64? = nil) async throws -> Int {
        let (person, now) = (person ?? office.cast.anna, office.now)
        let scope = try await office.scope(person)
        return try await office.database.write { db in try sent.withdraw(db, by: person, in: scope, at: now) }
    }

    private static func withdraw(
        _ office: TestOffice, _ conversation: Conversation, message: Int64, sentBy sender: Int64? = nil
    ) async throws {
        let (anna, day, now) = (office.cast.anna, office.day, office.now)
        try await office.database.write { db in
            try conversation.withdraw(db, message: message, sentBy: sender, by: anna, on: day, at: now)
        }
    }

    @Test("Takes a notice back from the firms that do not know of it, and leaves it where somebody does")
    func notice() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let firms = [cast.bakery, cast.carrier, cast.studio, cast.furniture, cast.sawmill]
            let sent = try await office.broadcast(to: firms, files: [office.upload()])
            let (read, taken) = (
                try await office.thread(sent, cast.bakery), try await office.thread(sent, cast.carrier)
            )
            let answered = try await office.thread(sent, cast.studio)
            try await office.read(read.lastMessageId, of: read, by: cast.piotr)
            try await office.download(taken.lastMessageId, by: cast.ewa)
            try await office.post(answered, by: cast.noa, .client)
            // What the office itself looks at does not count.
            let own = try await office.thread(sent, cast.sawmill)
            try await office.download(own.lastMessageId, by: cast.anna, in: .wholeOffice)
            #expect(try await Self.withdraw(office, sent) == 2)
            #expect(
                try await office.numbers("SELECT firmId FROM conversation")
                    == [cast.bakery.id, cast.carrier.id, cast.studio.id])
            let unread = try await office.numbers("SELECT firmId FROM unread WHERE side = 'office'")
            #expect(unread == [cast.carrier.id, cast.bakery.id, cast.studio.id])
            let report = try await office.database.read { db in
                try BroadcastReport(sent, scope: .wholeOffice).totals(db)
            }
            #expect(report.received == 3 && report.withdrawn == 2)
            let entry = try await office.database.read { db in try BroadcastList.page(db, by: nil).first }
            #expect(entry?.firmCount == 3 && entry?.withdrawnCount == 2)
            #expect(try await Self.withdraw(office, sent) == 0, "nothing is left to withdraw")
        }
    }

    @Test(
        "The client finds nothing of it any more: no page, file, search, count; the office keeps it, by whom and when")
    func vanishes() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let sent = try await office.broadcast(to: [cast.bakery], "Tajemnica", files: [office.upload()])
            let thread = try await office.thread(sent, cast.bakery)
            let file = try #require(await office.number("SELECT id FROM attachment"))
            #expect(try await Self.withdraw(office, sent) == 1)
            let piotr = cast.piotr
            try await office.database.read { db in
                #expect(throws: NotFound.self) { try Conversation.find(db, thread.id, in: .member(piotr)) }
                #expect(throws: NotFound.self) {
                    try Models.Attachment.find(db, file, message: thread.lastMessageId, in: .member(piotr))
                }
                #expect(try Unread.ofClient(db, piotr).total == 0)
                let office = try Conversation.findEvery(db, thread.id, in: .wholeOffice)
                let kept = try MessageThread.fetch(db, office, seenBy: cast.anna, isOfOffice: true).entries
                #expect(kept.map(\.withdrawnBy) == ["Anna Lis"] && kept[0].withdrawnAt != nil)
                _ = try Models.Attachment.find(db, file, message: thread.lastMessageId, in: .wholeOffice)
            }
            await #expect(throws: NotFound.self) {
                try await office.read(thread.lastMessageId, of: thread, by: piotr)
            }
        }
    }

    @Test("A download that began a moment before it is refused when it would be recorded")
    func race() async throws {
        try await TestOffice.with { office in
            let (piotr, day, now) = (office.cast.piotr, office.day, office.now)
            let sent = try await office.broadcast(to: [office.cast.bakery], files: [office.upload()])
            let message = try await office.thread(sent, office.cast.bakery).lastMessageId
            let id = try #require(await office.number("SELECT id FROM attachment"))
            let found = try await office.database.read { db in
                try Models.Attachment.find(db, id, message: message, in: .member(piotr))
            }
            #expect(try await Self.withdraw(office, sent) == 1)
            await #expect(throws: NotFound.self) {
                try await office.database.write { db in try found.recordDownload(db, by: piotr, on: day, at: now) }
            }
        }
    }

    @Test("An answer that is withdrawn lets the client wait again since the question")
    func answer() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let asked = try await office.ask()
            office.pass(60)
            let answered = try await office.post(asked, by: cast.anna, .office)
            #expect(answered.waitingSince == nil)
            try await Self.withdraw(office, answered, message: answered.lastMessageId)
            let now = try await office.database.read { db in
                try Conversation.find(db, asked.id, in: .member(cast.piotr))
            }
            #expect(now.waitingSince == asked.waitingSince && now.lastMessageId == asked.lastMessageId)
            #expect(now.lastMessageAt == asked.lastMessageAt)
        }
    }

    @Test("Refuses a message that was read, one of a client, one of somebody else, and one of another conversation")
    func refused() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let asked = try await office.ask()
            let answered = try await office.post(asked, by: cast.anna, .office)
            await #expect(throws: NotFound.self) {
                try await Self.withdraw(office, answered, message: asked.lastMessageId)
            }
            await #expect(throws: NotFound.self) {
                try await Self.withdraw(office, answered, message: answered.lastMessageId, sentBy: cast.marek)
            }
            let other = try await office.ask("Inne")
            await #expect(throws: NotFound.self) {
                try await Self.withdraw(office, other, message: answered.lastMessageId)
            }
            try await office.read(answered.lastMessageId, of: answered, by: cast.piotr)
            await #expect(throws: AlreadyRead.self) {
                try await Self.withdraw(office, answered, message: answered.lastMessageId)
            }
        }
    }

    @Test("A supervisor withdraws from own firms alone")
    func scoped() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let sent = try await office.broadcast(to: [cast.bakery, cast.studio], by: cast.anna)
            let own = try await office.scope(cast.marek)
            let count = try await office.database.read { db in try sent.withdrawableCount(db, in: own) }
            #expect(try await Self.withdraw(office, sent, by: cast.marek) == count && count == 1)
        }
    }
}
