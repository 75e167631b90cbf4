import Foundation
import GRDB
import Models
import Secrets
import TestSupport
import Testing

@Suite("A session")
struct SessionTests {
    private static func open(
        _ office: TestOffice, _ person: Int64, _ kind: Session.Kind = .full
    ) async throws -> Session.Opened {
        let now = office.now
        return try await office.database.write { db in
            let person = try Person.find(db, person)
            return try Session.open(db, for: person, kind: kind, device: "Firefox", address: "192.0.2.7", at: now)
        }
    }

    private static func find(_ office: TestOffice, _ token: Token) async throws -> Session? {
        let now = office.now
        return try await office.database.read { db in try Session.find(db, token, at: now) }
    }

    private static func touch(_ office: TestOffice, _ token: Token) async throws {
        let (session, now) = (try #require(try await find(office, token)), office.now)
        try await office.database.write { db in try session.touch(db, at: now) }
    }

    @Test("Is found by its token, with who, where and what kind", arguments: [Session.Kind.full, .half, .reading])
    func found(kind: Session.Kind) async throws {
        try await TestOffice.with { office in
            let opened = try await Self.open(office, office.cast.piotr, kind)
            let session = try #require(try await Self.find(office, opened.token))
            #expect(session.personId == office.cast.piotr && session.kind == kind && session.device == "Firefox")
            #expect(session.address == "192.0.2.7" && session.createdAt == office.now)
            #expect(session.expiresAt == opened.expiresAt)
            #expect(try await Self.find(office, Token()) == nil)
        }
    }

    @Test(
        "Ends when it has not been used for long: four hours for the office, two weeks for a client",
        arguments: [(\Cast.anna, 14_400.0), (\.ola, 14_400), (\.piotr, 1_209_600)]
    )
    func idle(person: CastPerson, limit: TimeInterval) async throws {
        try await TestOffice.with { office in
            let token = try await Self.open(office, office.cast[keyPath: person]).token
            office.pass(limit - 1)
            #expect(try await Self.find(office, token) != nil)
            try await Self.touch(office, token)
            office.pass(limit - 1)
            #expect(try await Self.find(office, token) != nil)
            office.pass(1)
            #expect(try await Self.find(office, token) == nil)
        }
    }

    @Test(
        "Ends however much it is used: after sixteen hours for the office, thirty days for a client",
        arguments: [(\Cast.marek, 57_600.0), (\.ewa, 2_592_000)]
    )
    func total(person: CastPerson, limit: TimeInterval) async throws {
        try await TestOffice.with { office in
            let token = try await Self.open(office, office.cast[keyPath: person]).token
            for _ in 0..<8 {
                office.pass(limit / 8 - 0.125)
                try await Self.touch(office, token)
            }
            #expect(try await Self.find(office, token) != nil)
            office.pass(1)
            #expect(try await Self.find(office, token) == nil)
        }
    }

    @Test("Is written down as used at most every five minutes")
    func needsTouch() async throws {
        try await TestOffice.with { office in
            let token = try await Self.open(office, office.cast.piotr).token
            let session = try #require(try await Self.find(office, token))
            #expect(!session.needsTouch(at: office.now.addingTimeInterval(300)))
            #expect(session.needsTouch(at: office.now.addingTimeInterval(301)))
        }
    }

    @Test("Is gone once ended, for pages and for streams, and the others of the person stay")
    func ended() async throws {
        try await TestOffice.with { office in
            let piotr = office.cast.piotr
            let (first, second) = try await (Self.open(office, piotr), Self.open(office, piotr))
            let session = try #require(try await Self.find(office, first.token))
            let now = office.now
            try await office.database.write { db in try Session.end(db, session.id, of: piotr, at: now) }
            #expect(try await Self.find(office, first.token) == nil)
            #expect(try await Self.find(office, second.token) != nil)
            let (isAlive, all) = try await office.database.read { db in
                (try Session.isAlive(db, session.id, at: now), try Session.all(db, of: piotr, at: now))
            }
            #expect(!isAlive && all.count == 1)
        }
    }

    @Test("Can be ended by its own person only, and once")
    func endForeign() async throws {
        try await TestOffice.with { office in
            let (piotr, ewa, now) = (office.cast.piotr, office.cast.ewa, office.now)
            let token = try await Self.open(office, piotr).token
            let session = try #require(try await Self.find(office, token))
            await #expect(throws: NotFound.self) {
                try await office.database.write { db in try Session.end(db, session.id, of: ewa, at: now) }
            }
            #expect(try await Self.find(office, token) != nil)
            try await office.database.write { db in try Session.end(db, session.id, of: piotr, at: now) }
            await #expect(throws: NotFound.self) {
                try await office.database.write { db in try Session.end(db, session.id, of: piotr, at: now) }
            }
        }
    }

    @Test("Of a disabled person is gone at once")
    func disabled() async throws {
        try await TestOffice.with { office in
            let (token, now) = (try await Self.open(office, office.cast.piotr).token, office.now)
            let session = try #require(try await Self.find(office, token))
            try await office.execute("UPDATE person SET disabledAt = 1 WHERE id = \(office.cast.piotr)")
            #expect(try await Self.find(office, token) == nil)
            #expect(try office.database.signedIn(token, at: now) == nil)
            #expect(try await office.database.read { db in try !Session.isAlive(db, session.id, at: now) })
        }
    }

    @Test("Knows its person and, for staff, the role, in one look")
    func signedIn() async throws {
        try await TestOffice.with { office in
            let (ola, ewa, now) = (
                try await Self.open(office, office.cast.ola), try await Self.open(office, office.cast.ewa), office.now
            )
            let staff = try office.database.signedIn(ola.token, at: now)
            let client = try office.database.signedIn(ewa.token, at: now)
            #expect(staff?.staff?.role == .accountant && staff?.person.id == office.cast.ola)
            #expect(client?.person.id == office.cast.ewa && client?.staff == nil)
        }
    }

    @Test("Changing the password ends every other one")
    func passwordChanged() async throws {
        try await TestOffice.with { office in
            let (piotr, now) = (office.cast.piotr, office.now)
            let (kept, other) = try await (Self.open(office, piotr), Self.open(office, piotr))
            let foreign = try await Self.open(office, office.cast.ewa)
            let session = try #require(try await Self.find(office, kept.token))
            let hash = try PasswordHash.make("another password for tests")
            try await office.database.write { db in
                try Person.find(db, piotr).changePassword(db, to: hash, keeping: session.id, at: now)
            }
            #expect(try await Self.find(office, kept.token) != nil)
            #expect(try await Self.find(office, other.token) == nil)
            #expect(try await Self.find(office, foreign.token) != nil)
        }
    }
}
