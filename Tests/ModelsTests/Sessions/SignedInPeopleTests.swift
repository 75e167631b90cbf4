import Foundation
import GRDB
import Models
import Secrets
import TestSupport
import Testing

/// Signed-in people are cached between requests; nothing outdated may come from the cache.
@Suite("Who asks, asked a second time")
struct SignedInPeopleTests {
    /// Signs a person in and makes a first request.
    private static func known(_ office: TestOffice, _ person: Int64) async throws -> Token {
        let now = office.now
        let token = try await office.database.write { db in
            try Session.open(db, for: Person.find(db, person), device: "Firefox", address: "192.0.2.7", at: now).token
        }
        #expect(try office.database.signedIn(token, at: now)?.person.id == person)
        return token
    }

    @Test("Is told without a read: it is the same answer")
    func same() async throws {
        try await TestOffice.with { office in
            let token = try await Self.known(office, office.cast.piotr)
            let first = try office.database.signedIn(token, at: office.now)
            #expect(try office.database.signedIn(token, at: office.now) === first)
            #expect(try office.database.signedIn(Token(), at: office.now) == nil)
        }
    }

    @Test(
        "Is gone or new with the commit that changed the session, the person, the staff or the office",
        arguments: [
            ("UPDATE session SET endedAt = 1", false), ("DELETE FROM session", false),
            ("UPDATE person SET disabledAt = 1", false), ("UPDATE person SET name = 'Ola Z.'", true),
            ("UPDATE staff SET role = 'head'", true), ("DELETE FROM staff", true),
            ("UPDATE office SET name = 'Biuro B'", true),
        ])
    func changed(change: String, lives: Bool) async throws {
        try await TestOffice.with { office in
            let token = try await Self.known(office, office.cast.ola)
            let before = try #require(try office.database.signedIn(token, at: office.now))
            try await office.execute("PRAGMA defer_foreign_keys = ON; DELETE FROM assignment; \(change)")
            let after = try office.database.signedIn(token, at: office.now)
            #expect((after != nil) == lives && after !== before)
        }
    }

    @Test("Is new when the person begins to work for the office")
    func hired() async throws {
        try await TestOffice.with { office in
            let token = try await Self.known(office, office.cast.piotr)
            try await office.execute("INSERT INTO staff (personId, role) VALUES (\(office.cast.piotr), 'accountant')")
            #expect(try office.database.signedIn(token, at: office.now)?.staff?.role == .accountant)
        }
    }

    @Test("Ends by the clock alone, without anybody's write")
    func clock() async throws {
        try await TestOffice.with { office in
            let token = try await Self.known(office, office.cast.anna)
            office.pass(Session.Limits.staff.idle - 1)
            #expect(try office.database.signedIn(token, at: office.now) != nil)
            office.pass(1)
            #expect(try office.database.signedIn(token, at: office.now) == nil)
        }
    }

    @Test("Stays what it was when a change is undone, and the others' when one session changes")
    func kept() async throws {
        struct Undone: Error {}
        try await TestOffice.with { office in
            let (ola, piotr) = (
                try await Self.known(office, office.cast.ola), try await Self.known(office, office.cast.piotr)
            )
            let before = try office.database.signedIn(ola, at: office.now)
            await #expect(throws: Undone.self) {
                try await office.database.write { db in
                    try db.execute(sql: "UPDATE person SET disabledAt = 1")
                    throw Undone()
                }
            }
            try await office.execute("UPDATE session SET lastSeenAt = 1 WHERE personId = \(office.cast.piotr)")
            #expect(try office.database.signedIn(ola, at: office.now) === before)
            #expect(try office.database.signedIn(piotr, at: office.now) == nil)
        }
    }
}
