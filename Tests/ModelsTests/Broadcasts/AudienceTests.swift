import GRDB
import Models
import TestSupport
import Testing

@Suite("The firms chosen for a notice")
struct AudienceTests {
    @Test(
        "Are those that the list counts, without the ones unticked",
        arguments: ["", "dab", "kłos", "tomasz", "444-444", "nothing"])
    func matching(search: String) async throws {
        try await TestOffice.with { office in
            try await office.addFirms(120)
            var list = FirmList(scope: .wholeOffice, day: office.day)
            list.filter = FirmFilter(search: search)
            let chosen = list
            let (count, ids) = try await office.database.read { db in (try chosen.count(db), try chosen.ids(db)) }
            let except = Set(ids.prefix(1))
            let (all, some) = try await (
                Self.firms(office, .matching(FirmFilter(search: search), except: [])),
                Self.firms(office, .matching(FirmFilter(search: search), except: except))
            )
            #expect(all.count == count && Set(all) == Set(ids))
            #expect(some == ids.filter { !except.contains($0) })
        }
    }

    @Test("Match a search for more than one firm", arguments: [("dab", 2), ("", 6), ("nothing", 0)])
    func counted(search: String, count: Int) async throws {
        try await TestOffice.with { office async throws in
            #expect(try await Self.firms(office, .matching(FirmFilter(search: search), except: [])).count == count)
        }
    }

    @Test("Are never outside of one's own, picked or matched")
    func inScope() async throws {
        try await TestOffice.with { office async throws in
            let cast = office.cast
            let all = [cast.bakery, cast.carrier, cast.furniture, cast.sawmill, cast.studio, cast.empty].map(\.id)
            for (person, own) in [
                (cast.marek, [cast.empty, cast.furniture, cast.bakery, cast.sawmill]), (cast.ola, [cast.bakery]),
                (cast.rafal, [cast.carrier]), (cast.dana, [cast.carrier, cast.studio]),
            ] {
                #expect(try await Self.firms(office, .picked(all), person) == own.map(\.id))
                #expect(try await Self.firms(office, .matching(FirmFilter(), except: []), person) == own.map(\.id))
            }
        }
    }

    @Test("Picked twice count once; unknown and closed ones do not count")
    func picked() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await office.execute("UPDATE firm SET closedAt = 1 WHERE id = \(cast.studio.id)")
            let ids = [cast.carrier.id, cast.bakery.id, cast.bakery.id, cast.studio.id, 999_999, -1]
            #expect(try await Self.firms(office, .picked(ids)) == [cast.bakery.id, cast.carrier.id])
        }
    }

    private static func firms(_ office: TestOffice, _ audience: Audience, _ person: Int64? = nil) async throws
        -> [Int64]
    {
        let (scope, day) = (try await office.scope(person ?? office.cast.anna), office.day)
        return try await office.database.read { db in try audience.firms(db, in: scope, on: day) }
    }
}
