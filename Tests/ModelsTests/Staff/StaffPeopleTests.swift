import GRDB
import Models
import TestSupport
import Testing

@Suite("The people of the office, to their head")
struct StaffPeopleTests {
    @Test("Keep at least one head who can sign in, and nobody shuts himself out")
    func lastHead() async throws {
        try await TestOffice.with { office in
            let (cast, now) = (office.cast, office.now)
            let demote = { @Sendable (person: Int64, role: Staff.Role) in
                try await office.database.write { db in
                    try Staff.find(db, personId: person)?.change(db, to: role, by: cast.anna, on: Cast.day, at: now)
                }
            }
            let disable = { @Sendable (person: Int64, head: Int64) in
                try await office.database.write { db in try Person.find(db, person).disable(db, by: head, at: now) }
            }
            await #expect(throws: Invalid("person", "errors.lastHead")) { try await demote(cast.anna, .supervisor) }
            await #expect(throws: Invalid("person", "errors.notYourself")) { try await disable(cast.anna, cast.anna) }
            await #expect(throws: Invalid("person", "errors.lastHead")) { try await disable(cast.anna, cast.marek) }
            try await demote(cast.marek, .head)
            try await disable(cast.anna, cast.marek)
            await #expect(throws: Invalid("person", "errors.lastHead")) { try await demote(cast.marek, .accountant) }
        }
    }

    @Test("Are a list by name that goes on page after page, each person once, the disabled last")
    func paged() async throws {
        try await TestOffice.with { office in
            let (cast, now) = (office.cast, office.now)
            try await office.database.write { db in
                for number in 0..<2 * Staff.pageSize {
                    let new = NewPerson(name: "Adam", email: "adam\(number)@biuro.example", language: .pl)
                    _ = try Staff.add(db, new, role: .accountant, by: cast.anna, at: now)
                }
                try Person.find(db, cast.ola).disable(db, by: cast.anna, at: now)
            }
            let pages = try await office.database.read { db in
                var pages = [try Staff.page(db, on: Cast.day, at: now)]
                while let last = pages.last, last.count > Staff.pageSize {
                    pages.append(try Staff.page(db, on: Cast.day, at: now, after: last[Staff.pageSize - 1].id))
                }
                return pages.map { $0.prefix(Staff.pageSize).map(\.id) }
            }
            let ids = pages.flatMap { $0 }
            #expect(pages.count == 3 && ids.count == 2 * Staff.pageSize + 5 && Set(ids).count == ids.count)
            #expect(ids.last == cast.ola)
        }
    }

    @Test("Get many firms at once, and lose them at once; a supervisor follows the one before")
    func assigned() async throws {
        try await TestOffice.with { office in
            let (cast, now, day) = (office.cast, office.now, office.day)
            var others = StaffFirms(person: cast.rafal, day: day)
            others.show = .others
            let list = others
            let firms = try await office.database.read { db in try list.ids(db) }
            #expect(Set(firms) == Set([cast.bakery, cast.furniture, cast.sawmill, cast.studio, cast.empty].map(\.id)))
            let count = try await office.database.write { db in
                try Assignment.assign(
                    db, firms: firms, to: cast.rafal, duty: .supervisor, from: day, by: cast.anna, at: now)
            }
            #expect(count == 5)
            let scope = FirmScope.assigned(to: cast.marek, on: day)
            await #expect(throws: NotFound.self) {
                try await office.database.read { db in try Firm.find(db, cast.bakery.id, in: scope) }
            }
            try await office.database.write { db in
                try Assignment.end(db, firms: firms, of: cast.rafal, on: day, by: cast.anna, at: now)
            }
            let left = try await office.database.read { db in try StaffFirms(person: cast.rafal, day: day).ids(db) }
            #expect(left == [cast.carrier.id])
        }
    }

    @Test("An ended access takes the firm, its unread marks and an unused link, and says who ended it")
    func ended() async throws {
        try await TestOffice.with { office in
            let (cast, now) = (office.cast, office.now)
            _ = try await office.broadcast(to: [cast.bakery, cast.furniture])
            try await office.database.write { db in
                try Membership.end(db, of: cast.iwona, in: cast.bakery, by: cast.marek, at: now)
                try Membership.end(db, of: cast.tomasz, in: cast.furniture, by: cast.marek, at: now)
            }
            #expect(
                try await office.numbers("SELECT endedBy FROM membership WHERE endedAt IS NOT NULL") == [cast.marek])
            #expect(try await office.number("SELECT count(*) FROM unread WHERE personId = \(cast.iwona)") == 0)
            await #expect(throws: NotFound.self) {
                try await office.database.read { db in try PersonalLink.find(db, cast.iwonasLink, at: now) }
            }
            let tomasz = try await office.database.read { db in try HeaderCounts.client(db, cast.tomasz) }
            #expect(tomasz.firms.map(\.id) == [cast.sawmill.id], "the other firm stays")
        }
    }
}
