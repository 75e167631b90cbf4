import GRDB
import Models
import TestSupport
import Testing

@Suite("A right that is given back")
struct MembershipRightsTests {
    private typealias Rights = Membership.Rights

    private static func give(
        _ office: TestOffice, _ person: Int64, read: Bool = true, payroll: Bool = false
    ) async throws {
        let (cast, now) = (office.cast, office.now)
        var rights = Rights()
        (rights.canRead, rights.canPayroll) = (read, payroll)
        let given = rights
        try await office.database.write { db in
            try Membership.change(db, rights: given, of: person, in: cast.bakery, by: cast.anna, at: now)
        }
    }

    private static func unread(_ office: TestOffice, _ person: Int64) async throws -> [String] {
        try await office.texts(
            """
            SELECT subject FROM unread JOIN conversation ON conversation.id = conversationId
            WHERE personId = \(person) AND side = 'office' ORDER BY messageId
            """)
    }

    private static func read(_ office: TestOffice, _ broadcast: Broadcast, by people: Int64...) async throws {
        let thread = try await office.thread(broadcast, office.cast.bakery)
        let (day, now) = (office.day, office.now)
        try await office.database.write { db in
            for person in people {
                try ReadReceipt.write(db, message: thread.lastMessageId, of: thread, by: person, on: day, at: now)
            }
        }
    }

    @Test("To read makes unread what the person never read, whoever of the firm has, and nothing else")
    func reading() async throws {
        try await TestOffice.with { office in
            let (cast, iwona) = (office.cast, office.cast.iwona)
            let sent = try await ["Przeczytane", "Otwarte u Piotra", "Nieotwarte"].asyncMap { subject in
                try await office.broadcast(to: [cast.bakery], subject)
            }
            try await Self.read(office, sent[0], by: iwona, cast.piotr)
            try await Self.read(office, sent[1], by: cast.piotr)
            try await Self.give(office, iwona, read: false)
            #expect(try await Self.unread(office, iwona).isEmpty)
            let meanwhile = try await office.broadcast(to: [cast.bakery], "W przerwie")
            try await Self.read(office, meanwhile, by: cast.piotr)
            try await Self.give(office, iwona)
            #expect(try await Self.unread(office, iwona) == ["Otwarte u Piotra", "Nieotwarte", "W przerwie"])
            let inbox = try await office.database.read { db in try Inbox.fetch(db, of: iwona) }
            #expect(inbox.unread.count == 3 && inbox.read.count == 1)
            // The receipts stay.
            #expect(try await office.number("SELECT count(*) FROM readReceipt WHERE personId = \(iwona)") == 1)
        }
    }

    @Test("To payroll does the same for what is about payroll alone")
    func payroll() async throws {
        try await TestOffice.with { office in
            let (cast, day, iwona) = (office.cast, office.day, office.cast.iwona)
            try await Self.give(office, iwona, payroll: true)
            try await Self.give(office, cast.piotr, payroll: true)
            let plain = try await office.broadcast(to: [cast.bakery], "Zwykłe")
            try await Self.read(office, plain, by: iwona, cast.piotr)
            let now = office.now
            let wages = try await office.database.write { db in
                let new = Draft.New(
                    subject: "Płace", content: NewContent(body: "Lista"), audience: .picked([cast.bakery.id]),
                    isPayroll: true)
                let draft = try Draft.create(db, new, by: cast.anna, in: .wholeOffice, on: day, at: now)
                return try Broadcast.send(db, draft, CheckedSend(expecting: 1), in: .wholeOffice, at: now)
            }
            try await Self.read(office, wages, by: cast.piotr)
            try await Self.give(office, iwona)
            #expect(try await Self.unread(office, iwona).isEmpty)
            try await Self.give(office, iwona, payroll: true)
            #expect(try await Self.unread(office, iwona) == ["Płace"])
            // The right to payroll is lost and regained with the right to read.
            try await Self.give(office, iwona, read: false, payroll: true)
            #expect(try await Self.unread(office, iwona).isEmpty)
            try await Self.give(office, iwona, payroll: true)
            #expect(try await Self.unread(office, iwona) == ["Płace"])
        }
    }

    @Test("For the first time makes unread only what nobody of the firm has read")
    func firstTime() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let known = try await office.broadcast(to: [cast.bakery], "Znane")
            try await Self.read(office, known, by: cast.piotr)
            _ = try await office.broadcast(to: [cast.bakery], "Nowe")
            try await Self.give(office, cast.approver)
            #expect(try await Self.unread(office, cast.approver) == ["Nowe"])
        }
    }

    @Test("Does not bring back a notice whose last day is over")
    func expired() async throws {
        try await TestOffice.with { office in
            let (cast, iwona, now) = (office.cast, office.cast.iwona, office.now)
            let over = try await office.broadcast(to: [cast.bakery], "Stare")
            try await Self.give(office, iwona, read: false)
            try await office.execute("UPDATE broadcast SET expiresOn = '2020-01-01' WHERE id = \(over.id)")
            try await office.database.write { db in try Broadcast.expire(db, on: Cast.day, at: now) }
            _ = try await office.broadcast(to: [cast.bakery], "Ważne")
            try await Self.give(office, iwona)
            #expect(try await Self.unread(office, iwona) == ["Ważne"])
        }
    }

    @Test("With the access itself, or after somebody was disabled, makes unread what came meanwhile")
    func access() async throws {
        try await TestOffice.with { office in
            let (cast, iwona, now) = (office.cast, office.cast.iwona, office.now)
            _ = try await office.broadcast(to: [cast.bakery], "Przed")
            try await office.database.write { db in
                try Membership.end(db, of: iwona, in: cast.bakery, by: cast.anna, at: now)
            }
            let meanwhile = try await office.broadcast(to: [cast.bakery], "W przerwie")
            try await Self.read(office, meanwhile, by: cast.piotr)
            try await office.database.write { db in
                let new = try NewPerson(name: "Iwona", email: Person.find(db, iwona).email, language: .pl)
                _ = try Membership.invite(db, new, to: cast.bakery, by: cast.anna, at: now)
            }
            #expect(try await Self.unread(office, iwona) == ["Przed", "W przerwie"])
            try await office.database.write { db in try Person.find(db, iwona).disable(db, by: cast.anna, at: now) }
            let absent = try await office.broadcast(to: [cast.bakery], "Pod nieobecność")
            try await Self.read(office, absent, by: cast.piotr)
            try await office.database.write { db in try Person.find(db, iwona).enable(db, by: cast.anna, at: now) }
            #expect(try await Self.unread(office, iwona) == ["Przed", "W przerwie", "Pod nieobecność"])
        }
    }
}

extension Array {
    fileprivate func asyncMap<Value>(_ make: (Element) async throws -> Value) async throws -> [Value] {
        var values: [Value] = []
        for element in self { values.append(try await make(element)) }
        return values
    }
}
