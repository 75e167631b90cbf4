import GRDB
import Models
import Secrets
import TestSupport
import Testing

@Suite("A person")
struct PersonTests {
    @Test(
        "Is found by the address, however it is typed",
        arguments: ["piotr@piekarnia.example", " PIOTR@Piekarnia.Example\n"])
    func byAddress(typed: String) async throws {
        try await TestOffice.with { office in
            let person = try await office.database.read { db in try Person.find(db, email: EmailAddress(typed)) }
            #expect(person?.id == office.cast.piotr)
        }
    }

    @Test("Is not found by an address that nobody has")
    func unknown() async throws {
        try await TestOffice.with { office async throws in
            #expect(try await office.database.read { db in try Person.find(db, email: "%@piekarnia.example") == nil })
            await #expect(throws: NotFound.self) {
                try await office.database.read { db in try Person.find(db, 999_999) }
            }
        }
    }

    @Test("Chooses a language for herself alone")
    func language() async throws {
        try await TestOffice.with { office in
            let (piotr, ewa) = (office.cast.piotr, office.cast.ewa)
            try await office.database.write { db in try Person.find(db, piotr).choose(db, language: .he) }
            let languages = try await office.database.read { db in
                (try Person.find(db, piotr).language, try Person.find(db, ewa).language)
            }
            #expect(languages == (.he, .pl))
        }
    }

    @Test("Has the hash renewed only while the password is still that one")
    func rehash() async throws {
        try await TestOffice.with { office in
            let piotr = office.cast.piotr
            let person = try await office.database.read { db in try Person.find(db, piotr) }
            let (newer, late) = (
                try PasswordHash.make(Cast.password), try PasswordHash.make("an old password, rehashed")
            )
            try await office.database.write { db in try person.rehash(db, newer) }
            try await office.database.write { db in try person.rehash(db, late) }
            #expect(try await office.database.read { db in try Person.find(db, piotr).passwordHash } == newer.phc)
        }
    }

    @Test("Turns to the supervisor of the first firm, or to nobody when there is none")
    func supervisor() async throws {
        try await TestOffice.with { office in
            let (cast, day) = (office.cast, office.day)
            try await office.execute("DELETE FROM assignment WHERE firmId = \(cast.carrier.id)")
            let names = try await office.database.read { db in
                try [cast.tomasz, cast.noa, cast.ewa].map { try Staff.supervisor(db, ofClient: $0, on: day)?.name }
            }
            #expect(names == ["Marek Wilk", "Dana Bar", nil])
        }
    }
}
