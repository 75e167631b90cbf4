import GRDB
import Models
import TestSupport
import Testing

@Suite("A conversation about payroll")
struct PayrollTests {
    private static func rights(_ change: (inout Membership.Rights) -> Void) -> Membership.Rights {
        var rights = Membership.Rights()
        change(&rights)
        return rights
    }

    private static func give(_ office: TestOffice, _ person: Int64, _ rights: Membership.Rights) async throws {
        let (cast, now) = (office.cast, office.now)
        try await office.database.write { db in
            try Membership.change(db, rights: rights, of: person, in: cast.bakery, by: cast.anna, at: now)
        }
    }

    private static func notice(_ office: TestOffice, to firms: [Firm], files: [String] = []) async throws -> Broadcast {
        let (cast, day, now) = (office.cast, office.day, office.now)
        return try await office.database.write { db in
            let new = Draft.New(
                subject: "Lista płac", content: NewContent(body: "Premie", files: files),
                audience: .picked(firms.map(\.id)), isPayroll: true
            )
            let draft = try Draft.create(db, new, by: cast.anna, in: .wholeOffice, on: day, at: now)
            return try Broadcast.send(db, draft, CheckedSend(expecting: 1), in: .wholeOffice, at: now)
        }
    }

    private static func unread(_ office: TestOffice, _ person: Int64) async throws -> Int {
        try await office.database.read { db in try Unread.ofClient(db, person).total }
    }

    private static func inbox(_ office: TestOffice, _ person: Int64) async throws -> [Int64] {
        try await office.database.read { db in
            let inbox = try Inbox.fetch(db, of: person)
            return (inbox.unread + inbox.read).map(\.id)
        }
    }

    @Test("is known only to those of the firm who may read and have the right to payroll, and to the office")
    func known() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await Self.give(office, cast.iwona, Self.rights { $0.canPayroll = true })
            let file = try await office.upload("lista.txt")
            let sent = try await Self.notice(office, to: [cast.bakery], files: [file])
            let thread = try await office.thread(sent, cast.bakery)
            #expect(try await Self.inbox(office, cast.iwona) == [thread.id])
            #expect(try await Self.unread(office, cast.iwona) == 1)
            for person in [cast.piotr, cast.payroller, cast.approver, cast.notified, cast.ewa] {
                #expect(try await Self.inbox(office, person).isEmpty)
                #expect(try await Self.unread(office, person) == 0)
                await #expect(throws: NotFound.self) {
                    try await office.database.read { db in try Conversation.find(db, thread.id, in: .member(person)) }
                }
                await #expect(throws: NotFound.self) {
                    try await office.download(thread.lastMessageId, by: person)
                }
            }
            try await office.download(thread.lastMessageId, by: cast.iwona)
            try await office.post(thread, by: cast.ola, .office)
            #expect(try await Self.unread(office, cast.iwona) == 2)
            #expect(try await Self.unread(office, cast.piotr) == 0)
            #expect(try await office.numbers("SELECT personId FROM unread WHERE side = 'office'") == [cast.iwona])
        }
    }

    @Test("is not sent to a firm where nobody has the right, and the check and the report say why")
    func skipped() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await Self.give(office, cast.iwona, Self.rights { $0.canPayroll = true })
            let (day, now) = (office.day, office.now)
            let new = Draft.New(
                subject: "Lista płac", content: NewContent(body: "Premie"),
                audience: .picked([cast.bakery.id, cast.carrier.id, cast.empty.id]), isPayroll: true
            )
            let draft = try await office.database.write { db in
                try Draft.create(db, new, by: cast.anna, in: .wholeOffice, on: day, at: now)
            }
            let check = try await office.check(draft)
            #expect(check.recipients.map(\.people) == ["Iwona Kłos"])
            #expect(
                Set(check.skipped.map { "\($0.firmId) \($0.reason)" })
                    == ["\(cast.carrier.id) noPayroll", "\(cast.empty.id) noPerson"])
            let sent = try await office.send(draft, expecting: 1)
            let reasons = try await office.database.read { db in
                try BroadcastReport(sent, scope: .wholeOffice).skipped(db).map(\.reason.rawValue)
            }
            #expect(Set(reasons) == ["noPayroll", "noPerson"])
        }
    }

    @Test("is started by a client who has the right in that firm, and by nobody else")
    func asked() async throws {
        try await TestOffice.with { office in
            let (cast, day, now) = (office.cast, office.day, office.now)
            let ask = { @Sendable (person: Int64, firm: Firm) in
                try await office.database.write { db in
                    try Conversation.ask(
                        db, "Pensja", NewContent(body: "Ile?"), firm: firm, isPayroll: true, by: person, on: day,
                        at: now
                    )
                }
            }
            await #expect(throws: Invalid.self) { try await ask(cast.piotr, cast.bakery) }
            try await Self.give(office, cast.piotr, Self.rights { $0.canPayroll = true })
            let asked = try await ask(cast.piotr, cast.bakery)
            #expect(asked.isPayroll)
            #expect(try await Self.inbox(office, cast.iwona).isEmpty)
            #expect(try await Self.inbox(office, cast.piotr) == [asked.id])
        }
    }

    @Test("appears and disappears with the right, at once, its unread marks too")
    func changed() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await Self.give(office, cast.iwona, Self.rights { $0.canPayroll = true })
            let thread = try await office.thread(Self.notice(office, to: [cast.bakery]), cast.bakery)
            _ = try await office.broadcast(to: [cast.bakery])
            #expect(try await Self.unread(office, cast.piotr) == 1)
            try await Self.give(office, cast.piotr, Self.rights { $0.canPayroll = true })
            #expect(try await Self.unread(office, cast.piotr) == 2, "nobody has read it: it waits for him too")
            try await Self.give(office, cast.piotr, Self.rights { _ in })
            #expect(try await Self.unread(office, cast.piotr) == 1)
            #expect(try await Self.inbox(office, cast.piotr).contains(thread.id) == false)
            try await office.read(thread.lastMessageId, of: thread, by: cast.iwona)
            try await Self.give(office, cast.piotr, Self.rights { $0.canPayroll = true })
            #expect(try await Self.unread(office, cast.piotr) == 2, "it is given back, and he has not read it")
            #expect(try await Self.inbox(office, cast.piotr).contains(thread.id))
            try await Self.give(office, cast.piotr, Self.rights { $0.canRead = false })
            #expect(try await Self.inbox(office, cast.piotr).isEmpty)
            #expect(try await Self.unread(office, cast.piotr) == 0)
        }
    }

    @Test("tells live pages of those who may know of it only")
    func live() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await Self.give(office, cast.iwona, Self.rights { $0.canPayroll = true })
            let thread = try await office.thread(Self.notice(office, to: [cast.bakery]), cast.bakery)
            let (piotr, iwona) = (
                office.database.changes.stream(for: cast.piotr), office.database.changes.stream(for: cast.iwona)
            )
            try await office.post(thread, by: cast.ola, .office)
            office.database.changes.finish()
            var (heard, told): (Set<String>, Set<String>) = ([], [])
            for await about in piotr { heard.formUnion(about) }
            for await about in iwona { told.formUnion(about) }
            #expect(heard.isEmpty)
            #expect(told.contains(thread.topic))
        }
    }
}
