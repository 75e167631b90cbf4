import GRDB
import Models
import TestSupport
import Testing

@Suite("The search on the firm list")
struct FirmSearchTests {
    @Test(
        "Finds a firm by name, number, person or address, whatever the letters",
        arguments: [
            ("klos", \Cast.bakery), ("KŁOS", \.bakery), ("Kłos Piekarnia", \.bakery), ("111-111-11-11", \.bakery),
            ("111 111 11", \.bakery), ("1111111111", \.bakery), ("iwona", \.bakery), ("piotr@piekarnia", \.bakery),
            ("nowak przewozy", \.carrier), ("  ewa   nowak ", \.carrier), ("51-11111", \.studio), ("נועה", \.studio),
            ("לוי", \.studio), ("noa@studio.example", \.studio), ("meble sp", \.furniture),
        ]
    )
    func found(search: String, firm: CastFirm) async throws {
        try await TestOffice.with { office async throws in
            #expect(try await Self.ids(office, search) == [office.cast[keyPath: firm].id])
        }
    }

    @Test(
        "Finds a Hebrew name by its letters in any form: with points, final or plain", arguments: ["כהן", "כהנ", "כֹּהֵן"])
    func hebrew(search: String) async throws {
        try await TestOffice.with { office in
            let (anna, day, now) = (office.cast.anna, office.day, office.now)
            let firm = try await office.database.write { db in
                let new = NewFirm(
                    name: "כהן ובניו", country: .israel, taxIdentifier: "520000472", form: .israeli, supervisor: nil
                )
                return try Firm.add(db, new, by: anna, on: day, at: now)
            }
            #expect(try await Self.ids(office, search) == [firm.id])
        }
    }

    @Test(
        "Finds nothing for words that do not all occur, and takes no character for a joker",
        arguments: ["klos carrier", "%", "_", "*", "'", "\"", "kłos; DROP"])
    func nothing(search: String) async throws {
        try await TestOffice.with { office async throws in
            #expect(try await Self.ids(office, search).isEmpty)
        }
    }

    @Test("Finds active firms of one's own only")
    func scope() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            #expect(try await Self.ids(office, "", cast.ola) == [cast.bakery.id])
            #expect(try await Self.ids(office, "przewozy", cast.ola).isEmpty)
            try await office.execute("UPDATE firm SET closedAt = 1 WHERE id = \(cast.bakery.id)")
            #expect(try await Self.ids(office, "kłos").isEmpty)
            #expect(try await Self.ids(office, "").count == 5)
        }
    }

    @Test("Does not find a firm by a person whose access has ended, once somebody new is invited")
    func endedPerson() async throws {
        try await TestOffice.with { office in
            let (cast, now) = (office.cast, office.now)
            try await office.execute("UPDATE membership SET endedAt = 1 WHERE personId = \(cast.ewa)")
            try await office.database.write { db in
                let new = NewPerson(name: "Jan Kot", email: "jan@przewozy.example", language: .pl)
                _ = try Membership.invite(db, new, to: cast.carrier, by: cast.anna, at: now)
            }
            #expect(try await Self.ids(office, "ewa@przewozy.example").isEmpty)
            #expect(try await Self.ids(office, "jan kot") == [cast.carrier.id])
        }
    }

    private static func ids(_ office: TestOffice, _ search: String, _ person: Int64? = nil) async throws -> [Int64] {
        var list = FirmList(scope: try await office.scope(person ?? office.cast.anna), day: office.day)
        list.filter = FirmFilter(search: search)
        let chosen = list
        return try await office.database.read { db in
            let page = try chosen.page(db)
            let ids = try chosen.ids(db)
            #expect(page.rows.map(\.id) == ids && page.matching == ids.count)
            return ids
        }
    }
}
