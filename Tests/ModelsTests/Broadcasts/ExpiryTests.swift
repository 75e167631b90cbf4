import Dates
import Foundation
import GRDB
import Models
import TestSupport
import Testing

@Suite("A notice with a last day")
struct ExpiryTests {
    @Test("Is not taken with a day that is over or is none", arguments: ["2026-11-19", "2026-02-30", "jutro"])
    func refused(day: String) async throws {
        try await TestOffice.with { office in
            await #expect(throws: Invalid.self) { _ = try await Self.send(office, until: day) }
            let sent = try await office.number("SELECT count(*) FROM broadcast")
            #expect(sent == 0)
        }
    }

    @Test("Waits until the office's midnight, and for nobody afterwards")
    func midnight() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let sent = try await Self.send(office, until: "2026-11-20")
            // 23:59:59 in Warsaw.
            office.pass(11 * 3600 - 1)
            try await Self.expire(office)
            #expect(try await Self.unread(office, cast.piotr) == 1)
            #expect(try await Self.columns(office) == 1)
            office.pass(1)
            try await Self.expire(office)
            #expect(try await Self.unread(office, cast.piotr) == 0)
            #expect(try await Self.columns(office) == 0, "the office's list does not count it either")
            let piotr = cast.piotr
            let inbox = try await office.database.read { db in try Inbox.fetch(db, of: piotr) }
            #expect(inbox.unread.isEmpty)
            #expect(inbox.read.first?.expiresOn == Day("2026-11-20"), "it is still there")
            let totals = try await office.database.read { db in
                try BroadcastReport(sent, scope: .wholeOffice).totals(db)
            }
            #expect(totals.unread == 1, "the report still says who has not read")
        }
    }

    @Test("Ends once, with one entry in the journal, and tells the people whose count changed")
    func once() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            _ = try await Self.send(office, until: "2026-11-20")
            office.pass(24 * 3600)
            var piotr = office.database.changes.stream(for: cast.piotr).makeAsyncIterator()
            try await Self.expire(office)
            #expect(await piotr.next() == ["inbox"])
            let before = try await office.counts()
            try await Self.expire(office)
            #expect(try await office.counts() == before)
            #expect(try await office.number("SELECT count(*) FROM auditEvent WHERE action = 'noticeExpired'") == 1)
        }
    }

    @Test("Takes no other unread message along: not a later answer, not another notice")
    func others() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let sent = try await Self.send(office, until: "2026-11-20")
            let thread = try await office.thread(sent, cast.bakery)
            try await office.post(thread, by: cast.marek, .office, "Jeszcze jedno")
            _ = try await office.broadcast(to: [cast.bakery], "Bez terminu")
            office.pass(24 * 3600)
            try await Self.expire(office)
            #expect(try await Self.unread(office, cast.piotr) == 2)
        }
    }

    @Test("Is not sent after that day, however long the draft has lain")
    func lain() async throws {
        try await TestOffice.with { office in
            let draft = try await Self.draft(office, until: "2026-11-20")
            office.pass(24 * 3600)
            await #expect(throws: NoticeExpired.self) { try await office.send(draft, expecting: 1) }
        }
    }

    static func draft(_ office: TestOffice, until day: String) async throws -> Draft {
        let (anna, today, now, bakery) = (office.cast.anna, office.day, office.now, office.cast.bakery.id)
        let new = Draft.New(
            subject: "Spotkanie", content: NewContent(body: "Zapraszamy."), audience: .picked([bakery]),
            expiresOn: day
        )
        return try await office.database.write { db in
            try Draft.create(db, new, by: anna, in: .wholeOffice, on: today, at: now)
        }
    }

    static func send(_ office: TestOffice, until day: String) async throws -> Broadcast {
        try await office.send(draft(office, until: day), expecting: 1)
    }

    static func expire(_ office: TestOffice) async throws {
        let (day, now) = (office.day, office.now)
        try await office.database.write { db in try Broadcast.expire(db, on: day, at: now) }
    }

    private static func unread(_ office: TestOffice, _ person: Int64) async throws -> Int {
        try await office.database.read { db in try Unread.ofClient(db, person).total }
    }

    private static func columns(_ office: TestOffice) async throws -> Int {
        let (bakery, day) = (office.cast.bakery, office.day)
        return try await office.database.read { db in try FirmList.FirmRow.find(db, bakery, on: day).unread }
    }
}
