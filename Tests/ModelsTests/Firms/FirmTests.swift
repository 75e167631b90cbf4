import GRDB
import Models
import TestSupport
import Testing

@Suite("A new firm")
struct FirmTests {
    private static func add(_ office: TestOffice, _ new: NewFirm) async throws -> Firm {
        let (anna, day, now) = (office.cast.anna, office.day, office.now)
        return try await office.database.write { db in try Firm.add(db, new, by: anna, on: day, at: now) }
    }

    @Test("Is kept with its form of taxation from today and its supervisor")
    func added() async throws {
        try await TestOffice.with { office in
            let marek = office.cast.marek
            let firm = try await Self.add(
                office,
                NewFirm(
                    name: "  Zakład \u{202E}Żuraw ", country: .poland, taxIdentifier: "PL 526-025-02-74", form: .card,
                    supervisor: marek
                )
            )
            #expect(firm.name == "Zakład Żuraw" && firm.taxIdentifier == "5260250274" && firm.closedAt == nil)
            let day = office.day
            let row = try await office.database.read { db in try FirmList.FirmRow.find(db, firm, on: day) }
            #expect(row.form == .card && row.supervisor == "Marek Wilk" && row.peopleCount == 0)
            #expect(row.lastSubject == nil && row.people == nil && row.unread == 0 && row.questions == 0)
        }
    }

    @Test("Is refused when the office has a firm of that number, which is named")
    func known() async throws {
        try await TestOffice.with { office in
            let new = NewFirm(
                name: "Inna", country: .poland, taxIdentifier: "111-111-11-11", form: .card, supervisor: nil
            )
            await #expect(throws: Invalid("identifier", "errors.firmKnown", ["name": "Piekarnia Kłos"])) {
                try await Self.add(office, new)
            }
        }
    }

    @Test("Is refused with every wrong field named, and nothing stored", arguments: [Country.poland, .israel])
    func refused(country: Country) async throws {
        try await TestOffice.with { office in
            let before = try await office.counts()
            let new = NewFirm(name: " ", country: country, taxIdentifier: "123", form: .card, supervisor: nil)
            let invalid = await #expect(throws: Invalid.self) { try await Self.add(office, new) }
            let key = country == .poland ? "errors.nipWrong" : "errors.companyNumberWrong"
            #expect(invalid?.problems.map(\.key) == ["errors.nameMissing", key])
            let long = NewFirm(
                name: String(repeating: "a", count: 161), country: country,
                taxIdentifier: country == .poland ? "5260250274" : "520000472", form: .card, supervisor: nil
            )
            await #expect(throws: Invalid("name", "errors.tooLong", ["limit": "160"])) {
                try await Self.add(office, long)
            }
            #expect(try await office.counts() == before)
        }
    }

    @Test("Does not exist outside of one's own firms")
    func scope() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let scopes = try await (office.scope(cast.ola), office.scope(cast.ewa), office.scope(cast.notified))
            try await office.database.read { db throws in
                #expect(try Firm.find(db, cast.bakery.id, in: scopes.0).id == cast.bakery.id)
                #expect(throws: NotFound.self) { try Firm.find(db, cast.carrier.id, in: scopes.0) }
                #expect(throws: NotFound.self) { try Firm.find(db, cast.bakery.id, in: scopes.1) }
                #expect(throws: NotFound.self) { try Firm.find(db, cast.bakery.id, in: scopes.2) }
                #expect(throws: NotFound.self) { try Firm.find(db, 999_999, in: .wholeOffice) }
            }
        }
    }
}
