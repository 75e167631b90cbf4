import Dates
import Foundation
import GRDB
import Models
import TestSupport
import Testing

@Suite("A deputy for a time")
struct DeputyshipTests {
    private static func day(_ office: TestOffice, _ number: Int) -> Day {
        Day(office.now.addingTimeInterval(Double(number) * 24 * 3600), in: office.zone)
    }

    private static func begin(
        _ office: TestOffice, _ first: Int, _ last: Int, of absent: Int64? = nil, by deputy: Int64? = nil
    ) async throws {
        let (cast, now, today) = (office.cast, office.now, office.day)
        let (from, until) = (day(office, first), day(office, last))
        try await office.database.write { db in
            try Deputyship.begin(
                db, absent: absent ?? cast.marek, deputy: deputy ?? cast.ola, from: from, until: until, by: cast.anna,
                today: today, at: now
            )
        }
    }

    private static func sees(_ office: TestOffice, _ number: Int, _ person: Int64? = nil) async throws -> Set<Int64> {
        let scope = FirmScope.assigned(to: person ?? office.cast.ola, on: day(office, number))
        return try await office.database.read { db in
            try Set(FirmList(scope: scope, day: Cast.day).ids(db))
        }
    }

    @Test("Takes all firms of the absent colleague from the first day to the last, and loses them by itself")
    func dates() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await Self.begin(office, 2, 5)
            let (own, all) = ([cast.bakery.id] as Set, [cast.bakery, cast.furniture, cast.sawmill, cast.empty])
            for number in [0, 1, 6, 7] { #expect(try await Self.sees(office, number) == own, "day \(number)") }
            for number in 2...5 { #expect(try await Self.sees(office, number) == Set(all.map(\.id)), "day \(number)") }
            #expect(try await Self.sees(office, 3, cast.rafal) == [cast.carrier.id], "the outsider sees nothing new")
            #expect(try await Self.sees(office, 3, cast.marek) == Set(all.map(\.id)), "the absent one keeps them")
        }
    }

    @Test("Ends early by a press, from that day on")
    func early() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await Self.begin(office, 0, 7)
            office.pass(2 * 24 * 3600)
            #expect(try await Self.sees(office, 0).count == 4)
            let (today, now) = (office.day, office.now)
            try await office.database.write { db in
                let id = try Deputyship.current(db, on: today)[0].id
                try Deputyship.end(db, id, by: cast.anna, today: today, at: now)
            }
            #expect(try await Self.sees(office, 0) == [cast.bakery.id], "her own firm stays")
            #expect(try await Self.sees(office, -1).count == 4, "what was stays written down")
            #expect(try await office.database.read { db in try Deputyship.current(db, on: today).isEmpty })
            await #expect(throws: NotFound.self) {
                try await office.database.write { db in try Deputyship.end(db, 1, by: cast.anna, today: today, at: now)
                }
            }
        }
    }

    @Test("Gets a firm that comes to the absent colleague meanwhile, and loses one that goes")
    func follows() async throws {
        try await TestOffice.with { office in
            let (cast, now, today) = (office.cast, office.now, office.day)
            try await Self.begin(office, 0, 5)
            try await office.database.write { db in
                try Assignment.assign(
                    db, firms: [cast.studio.id], to: cast.marek, duty: .supervisor, from: today, by: cast.anna, at: now)
                try Assignment.end(db, firms: [cast.sawmill.id], of: cast.marek, on: today, by: cast.anna, at: now)
                // Another supervisor takes over the furniture maker.
                try Assignment.assign(
                    db, firm: cast.furniture.id, to: cast.dana, duty: .supervisor, from: today, by: cast.anna, at: now)
            }
            #expect(try await Self.sees(office, 0) == [cast.bakery.id, cast.empty.id, cast.studio.id])
            #expect(try await Self.sees(office, 6) == [cast.bakery.id])
        }
    }

    @Test("Of the head sees every firm on those days, one that comes meanwhile too, and answers what is the head's")
    func head() async throws {
        try await TestOffice.with { office in
            let (cast, now, today) = (office.cast, office.now, office.day)
            try await Self.begin(office, 0, 5, of: cast.anna)
            let all = Set([cast.bakery, cast.carrier, cast.furniture, cast.sawmill, cast.studio, cast.empty].map(\.id))
            #expect(try await Self.sees(office, 5) == all)
            #expect(try await Self.sees(office, 6) == [cast.bakery.id])
            #expect(try await Self.sees(office, 3, cast.rafal) == [cast.carrier.id], "the outsider sees nothing new")
            let new = try await office.addFirms(1)[0]
            #expect(
                try await Self.sees(office, 1) == all.union([new.id]), "it is in nobody's care, and the head sees it")
            // The head looks after the studio; the deputy sees Dana's carrier, but need not answer it.
            try await office.database.write { db in
                try Assignment.assign(
                    db, firm: cast.studio.id, to: cast.anna, duty: .supervisor, from: today, by: cast.anna, at: now)
            }
            let asked = try await office.ask("Do szefowej", firm: cast.studio, by: cast.noa)
            let foreign = try await office.ask("Do Dany", firm: cast.carrier, by: cast.ewa)
            var questions = Questions(person: cast.ola, scope: .assigned(to: cast.ola, on: today), day: today)
            let everyones = questions
            questions.isMine = true
            let mine = questions
            let (seen, own) = try await office.database.read { db in
                (try everyones.page(db).questions.map(\.id), try mine.page(db).questions.map(\.id))
            }
            #expect(Set(seen) == [asked.id, foreign.id] && own == [asked.id])
        }
    }

    @Test("Sees what the absent colleague's new role sees, from that day on")
    func role() async throws {
        try await TestOffice.with { office in
            let (cast, now, today) = (office.cast, office.now, office.day)
            try await Self.begin(office, 0, 5)
            let before = try await Self.sees(office, 3)
            for (role, expected) in [(Staff.Role.head, 6), (.supervisor, before.count)] {
                try await office.database.write { db in
                    try Staff.find(db, personId: cast.marek)?
                        .change(db, to: role, by: cast.anna, on: today, at: now)
                }
                #expect(try await Self.sees(office, 3).count == expected)
                #expect(try await Self.sees(office, 6) == [cast.bakery.id])
            }
        }
    }

    @Test("Is planned with the firms that are not closed, and beside whoever stands in on these days already")
    func plan() async throws {
        try await TestOffice.with { office in
            let (cast, now, today) = (office.cast, office.now, office.day)
            try await office.database.write { db in try cast.sawmill.close(db, by: cast.anna, at: now) }
            try await Self.begin(office, 3, 4, by: cast.rafal)
            for (first, last, others) in [(0, 2, [Int64]()), (0, 3, [cast.rafal]), (4, 9, [cast.rafal]), (5, 9, [])] {
                let (from, until) = (Self.day(office, first), Self.day(office, last))
                let plan = try await office.database.read { db in
                    try Deputyship.plan(
                        db, absent: cast.marek, deputy: cast.ola, from: from, until: until, today: today)
                }
                #expect(plan.firmCount == 3 && plan.others.map(\.deputyId) == others)
            }
        }
    }

    @Test("Is one of a list by days that goes on page after page, each once")
    func paged() async throws {
        try await TestOffice.with { office in
            for number in 0..<Deputyship.pageSize + 2 {
                let deputy = number.isMultiple(of: 2) ? office.cast.ola : office.cast.rafal
                try await Self.begin(office, number / 2, number / 2, by: deputy)
            }
            let today = office.day
            let (first, second, all) = try await office.database.read { db in
                let first = try Deputyship.page(db, on: today)
                let second = try Deputyship.page(db, on: today, after: first[Deputyship.pageSize - 1].id)
                return (first, second, try Deputyship.current(db, on: today))
            }
            #expect(second.count == 2 && first.dropLast().map(\.id) + second.map(\.id) == all.map(\.id))
        }
    }

    @Test("Needs a colleague, two days in order and not in the past, and not twice the same")
    func refused() async throws {
        try await TestOffice.with { office in
            let (cast, today) = (office.cast, office.day)
            try await Self.begin(office, 3, 4)
            for (deputy, first, last, field) in [
                (cast.marek, 0, 1, "deputy"), (cast.piotr, 0, 1, "deputy"), (cast.ola, 2, 1, "until"),
                (cast.ola, -3, -1, "until"), (cast.ola, 4, 9, "from"),
            ] {
                let (from, until) = (Self.day(office, first), Self.day(office, last))
                let invalid = await #expect(throws: Invalid.self) {
                    try await office.database.read { db in
                        _ = try Deputyship.plan(
                            db, absent: cast.marek, deputy: deputy, from: from, until: until, today: today)
                    }
                }
                #expect(invalid?.problems.map(\.field) == [field])
            }
        }
    }
}
