import Foundation
import GRDB
import Models
import Secrets
import TestSupport
import Testing

@Suite("A personal link")
struct PersonalLinkTests {
    private static func mint(_ office: TestOffice, _ person: Int64) async throws -> PersonalLink.Minted {
        let (anna, now) = (office.cast.anna, office.now)
        return try await office.database.write { db in
            try PersonalLink.mint(db, for: person, handed: .byMail, by: anna, at: now)
        }
    }

    private static func works(_ office: TestOffice, _ token: Token) async throws -> Bool {
        let now = office.now
        return try await office.database.read { db in
            do { return try PersonalLink.find(db, token, at: now).id > 0 } catch is NotFound { return false }
        }
    }

    private static func consume(_ office: TestOffice, _ token: Token) async throws -> Person {
        let (now, hash) = (office.now, try PasswordHash.make("a new password for tests"))
        return try await office.database.write { db in
            try PersonalLink.consume(db, token, password: hash, at: now)
        }
    }

    @Test("Activates an invited person, once")
    func singleUse() async throws {
        try await TestOffice.with { office in
            let token = office.cast.iwonasLink
            let person = try await Self.consume(office, token)
            #expect(person.id == office.cast.iwona && person.activatedAt == office.now && !person.isInvited)
            #expect(try await Self.works(office, token) == false)
            let before = try await office.counts()
            await #expect(throws: NotFound.self) { try await Self.consume(office, token) }
            #expect(try await office.counts() == before)
        }
    }

    @Test("Used at the same moment in two browsers, works in one of them")
    func race() async throws {
        try await TestOffice.with { office in
            let token = office.cast.iwonasLink
            async let first = try? Self.consume(office, token)
            async let second = try? Self.consume(office, token)
            let people = await [first, second].compactMap { $0 }
            #expect(people.map(\.id) == [office.cast.iwona])
        }
    }

    @Test("Ends after seven days")
    func expires() async throws {
        try await TestOffice.with { office async throws in
            let token = office.cast.iwonasLink
            office.pass(7 * 24 * 3600 - 1)
            #expect(try await Self.works(office, token))
            office.pass(1)
            #expect(try await Self.works(office, token) == false)
            await #expect(throws: NotFound.self) { try await Self.consume(office, token) }
        }
    }

    @Test("Ends when a newer one is made, which works")
    func replaced() async throws {
        try await TestOffice.with { office in
            let newer = try await Self.mint(office, office.cast.iwona)
            #expect(try await Self.works(office, office.cast.iwonasLink) == false)
            #expect(try await Self.works(office, newer.token))
            #expect(newer.purpose == .activation && newer.personId == office.cast.iwona)
        }
    }

    @Test("Of another person is not touched by a new one")
    func others() async throws {
        try await TestOffice.with { office in
            _ = try await Self.mint(office, office.cast.ewa)
            #expect(try await Self.works(office, office.cast.iwonasLink))
        }
    }

    @Test("That nobody made does not exist")
    func unknown() async throws {
        try await TestOffice.with { office async throws in
            #expect(try await Self.works(office, Token()) == false)
            await #expect(throws: NotFound.self) { try await Self.consume(office, Token()) }
        }
    }

    @Test("Of a disabled person does not work")
    func disabled() async throws {
        try await TestOffice.with { office in
            try await office.execute("UPDATE person SET disabledAt = 1 WHERE id = \(office.cast.iwona)")
            #expect(try await Self.works(office, office.cast.iwonasLink) == false)
        }
    }

    @Test("Of an active person sets a new password, ends all sessions and keeps the day of activation")
    func reset() async throws {
        try await TestOffice.with { office in
            let (piotr, now) = (office.cast.piotr, office.now)
            try await office.database.write { db in
                let person = try Person.find(db, piotr)
                _ = try Session.open(db, for: person, device: "", address: "", at: now)
            }
            let link = try await Self.mint(office, piotr)
            #expect(link.purpose == .reset)
            office.pass(60)
            let person = try await Self.consume(office, link.token)
            #expect(person.activatedAt == now)
            let later = office.now
            let sessions = try await office.database.read { db in try Session.all(db, of: piotr, at: later) }
            #expect(sessions.isEmpty)
            #expect(PasswordHash(phc: try #require(person.passwordHash)).verify("a new password for tests"))
        }
    }

    @Test("Looked at changes nothing")
    func looking() async throws {
        try await TestOffice.with { office in
            let before = try await office.counts()
            for _ in 0..<3 { #expect(try await Self.works(office, office.cast.iwonasLink)) }
            #expect(try await office.counts() == before)
        }
    }
}
