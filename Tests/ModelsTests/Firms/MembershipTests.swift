import GRDB
import Models
import TestSupport
import Testing

@Suite("An invitation to a firm")
struct MembershipTests {
    private static func invite(
        _ office: TestOffice, _ name: String, _ email: String, to firm: Firm, phone: String = ""
    ) async throws -> PersonalLink.Minted? {
        let (marek, now) = (office.cast.marek, office.now)
        let new = NewPerson(name: name, email: email, phone: phone, language: .pl)
        return try await office.database.write { db in try Membership.invite(db, new, to: firm, by: marek, at: now) }
    }

    @Test("Makes a person who can be written to at once and found by a search")
    func invited() async throws {
        try await TestOffice.with { office in
            let empty = office.cast.empty
            let link = try #require(try await Self.invite(office, "Zofia Mąk", "Zofia@Mak.example", to: empty))
            let (person, people) = try await office.database.read { db in
                (try Membership.person(db, link.personId, of: empty), try Membership.people(db, of: empty))
            }
            #expect(person.email == "zofia@mak.example" && person.isInvited && people.map(\.id) == [person.id])
            var list = FirmList(scope: .wholeOffice, day: office.day)
            list.filter = FirmFilter(search: "zofia mak")
            let search = list
            #expect(try await office.database.read { db in try search.ids(db) } == [empty.id])
            #expect(try await office.broadcast(to: [empty]).firmCount == 1)
        }
    }

    @Test("Of somebody already active gives a second firm and no link")
    func secondFirm() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let before = try await office.counts()
            #expect(try await Self.invite(office, "Ktoś", "EWA@przewozy.example", to: cast.empty) == nil)
            #expect(try await office.added(since: before) == ["membership": 1, "auditEvent": 1])
            let firms = try await office.database.read { db in try HeaderCounts.client(db, cast.ewa).firms.map(\.id) }
            #expect(Set(firms) == [cast.carrier.id, cast.empty.id])
            #expect(try await office.texts("SELECT name FROM person WHERE id = \(cast.ewa)") == ["Ewa Nowak"])
        }
    }

    @Test(
        "Is refused for a member, for staff, and with wrong fields",
        arguments: [
            ("Piotr Kłos", "piotr@piekarnia.example", "", "email", "errors.personIsMember"),
            ("Ola Zych", "ola@biuro.example", "", "email", "errors.personIsStaff"),
            ("", "nowy@firma.example", "", "name", "errors.nameMissing"),
            ("Nowy", "nowy", "", "email", "errors.emailWrong"),
            ("Nowy", "nowy@firma.example", "12", "phone", "errors.phoneWrong"),
        ])
    func refused(name: String, email: String, phone: String, field: String, key: String) async throws {
        try await TestOffice.with { office in
            let before = try await office.counts()
            await #expect(throws: Invalid(field, key)) {
                try await Self.invite(office, name, email, to: office.cast.bakery, phone: phone)
            }
            #expect(try await office.counts() == before)
        }
    }

    @Test("Can be renewed after the access has ended")
    func again() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await office.execute("UPDATE membership SET endedAt = 1 WHERE personId = \(cast.ewa)")
            await #expect(throws: NotFound.self) {
                try await office.database.read { db in try Membership.person(db, cast.ewa, of: cast.carrier) }
            }
            _ = try await Self.invite(office, "Ewa Nowak", "ewa@przewozy.example", to: cast.carrier)
            let person = try await office.database.read { db in try Membership.person(db, cast.ewa, of: cast.carrier) }
            #expect(person.id == cast.ewa)
        }
    }

    @Test("Names nobody of another firm")
    func foreign() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            await #expect(throws: NotFound.self) {
                try await office.database.read { db in try Membership.person(db, cast.ewa, of: cast.bakery) }
            }
        }
    }
}
