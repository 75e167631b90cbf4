import Foundation
import GRDB
import Models
import TestSupport
import Testing

@Suite("Reminding those who have not read")
struct ReminderTests {
    private static let key = String(repeating: "k", count: 40)

    @Test("Goes to the firms in which nobody has read, in their own threads, and to no other")
    func sent() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let broadcast = try await office.broadcast(to: [cast.bakery, cast.carrier, cast.furniture])
            let bakery = try await office.thread(broadcast, cast.bakery)
            try await office.read(bakery.lastMessageId, of: bakery, by: cast.piotr)
            let audience = try await Self.audience(office, broadcast)
            #expect(audience.count == 2)
            office.pass(3600)
            let reminder = try await Self.remind(office, broadcast, audience)
            #expect(reminder.firmCount == 2 && reminder.personName == "Anna Lis" && reminder.sentAt == office.now)
            let firms = try await office.numbers("SELECT firmId FROM message WHERE kind = 'reminder'")
            #expect(firms == [cast.carrier.id, cast.furniture.id])
            let carrier = try await office.thread(broadcast, cast.carrier)
            #expect(carrier.lastMessageAt == office.now && carrier.waitingSince == nil)
            #expect(try await office.number("SELECT count(*) FROM unread WHERE personId = \(cast.ewa)") == 2)
            #expect(try await office.number("SELECT count(*) FROM unread WHERE personId = \(cast.piotr)") == 0)
            let totals = try await office.database.read { db in
                try BroadcastReport(broadcast, scope: .wholeOffice).totals(db)
            }
            #expect(totals.unread == 2, "reading a reminder is not reading the notice")
        }
    }

    @Test("Pressed twice reminds once")
    func once() async throws {
        try await TestOffice.with { office in
            let broadcast = try await office.broadcast(to: [office.cast.bakery])
            let audience = try await Self.audience(office, broadcast)
            let first = try await Self.remind(office, broadcast, audience)
            let before = try await office.counts()
            #expect(try await Self.remind(office, broadcast, audience).id == first.id)
            #expect(try await office.counts() == before)
        }
    }

    @Test("Asks again when somebody has read meanwhile, and sends nothing")
    func changed() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let broadcast = try await office.broadcast(to: [cast.bakery, cast.carrier])
            let audience = try await Self.audience(office, broadcast)
            let carrier = try await office.thread(broadcast, cast.carrier)
            try await office.read(carrier.lastMessageId, of: carrier, by: cast.ewa)
            let before = try await office.counts()
            await #expect(throws: AudienceChanged.self) { try await Self.remind(office, broadcast, audience) }
            #expect(try await office.counts() == before)
        }
    }

    @Test("Counts only readers of today: who read and left is nobody")
    func left() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let broadcast = try await office.broadcast(to: [cast.bakery])
            let thread = try await office.thread(broadcast, cast.bakery)
            try await office.read(thread.lastMessageId, of: thread, by: cast.piotr)
            #expect(try await Self.audience(office, broadcast).count == 0)
            try await office.execute("UPDATE membership SET endedAt = 1 WHERE personId = \(cast.piotr)")
            #expect(try await Self.audience(office, broadcast).count == 1, "Iwona may read, and has not")
        }
    }

    @Test("Is refused when the notice has expired, without words, and by a person's own firms only")
    func refused() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let expiring = try await ExpiryTests.send(office, until: "2026-11-20")
            let audience = try await Self.audience(office, expiring)
            await #expect(throws: Invalid.self) { try await Self.remind(office, expiring, audience, " ") }
            let olas = try await office.scope(cast.ola)
            let other = try await office.broadcast(to: [cast.bakery, cast.carrier])
            let seen = try await office.database.read { db in try other.unreached(db, in: olas) }
            #expect(seen.count == 1)
            office.pass(24 * 3600)
            await #expect(throws: NoticeExpired.self) { try await Self.remind(office, expiring, audience) }
            #expect(try await office.number("SELECT count(*) FROM reminder") == 0)
        }
    }

    private static func audience(_ office: TestOffice, _ broadcast: Broadcast) async throws -> Reminder.Audience {
        try await office.database.read { db in try broadcast.unreached(db, in: .wholeOffice) }
    }

    @discardableResult
    private static func remind(
        _ office: TestOffice, _ broadcast: Broadcast, _ audience: Reminder.Audience, _ body: String = "Prosimy."
    ) async throws -> Reminder {
        let (anna, day, now) = (office.cast.anna, office.day, office.now)
        return try await office.database.write { db in
            try broadcast.remind(
                db, NewContent(body: body), key: key, expecting: audience, by: anna, in: .wholeOffice, on: day, at: now
            )
        }
    }
}
