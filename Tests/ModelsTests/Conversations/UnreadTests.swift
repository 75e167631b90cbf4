import Foundation
import GRDB
import Models
import TestSupport
import Testing

@Suite("The unread counts")
struct UnreadTests {
    @Test("Of a person of two firms stand for each firm and add up")
    func twoFirms() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            _ = try await office.broadcast(to: [cast.furniture, cast.sawmill, cast.bakery])
            _ = try await office.broadcast(to: [cast.furniture], "Drugie")
            let (tomasz, piotr) = try await office.database.read { db in
                (try Unread.ofClient(db, cast.tomasz), try Unread.ofClient(db, cast.piotr))
            }
            #expect(tomasz.counts == [cast.furniture.id: 2, cast.sawmill.id: 1] && tomasz.total == 3)
            #expect(piotr.counts == [cast.bakery.id: 1] && piotr.total == 1)
        }
    }

    @Test("Have nothing for a member without the right to read", arguments: [\Cast.approver, \.payroller, \.notified])
    func withoutRight(person: CastPerson) async throws {
        try await TestOffice.with { office in
            let member = office.cast[keyPath: person]
            _ = try await office.broadcast(to: [office.cast.bakery])
            try await office.post(try await office.ask(), by: office.cast.marek, .office)
            #expect(try await office.number("SELECT count(*) FROM unread WHERE personId = \(member)") == 0)
            let (unread, surroundings) = try await office.database.read { db in
                (try Unread.ofClient(db, member), try HeaderCounts.client(db, member))
            }
            #expect(unread.total == 0 && surroundings.firms.isEmpty)
        }
    }

    @Test("Fall when the access to a firm has ended")
    func ended() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            _ = try await office.broadcast(to: [cast.furniture, cast.sawmill])
            try await office.execute(
                "UPDATE membership SET endedAt = 1 WHERE personId = \(cast.tomasz) AND firmId = \(cast.sawmill.id)"
            )
            let client = try await office.database.read { db in try HeaderCounts.client(db, cast.tomasz) }
            #expect(client.unread.counts == [cast.furniture.id: 1])
            #expect(client.firms.map(\.name) == ["Meble Dąb sp. z o.o."])
        }
    }

    @Test("Of staff count clients' messages in their own firms, and the questions that wait")
    func staff() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let question = try await office.ask()
            try await office.post(question, by: cast.piotr, .client)
            _ = try await office.ask(firm: cast.carrier, by: cast.ewa)
            for (person, unread, waiting) in [
                (cast.anna, 3, 2), (cast.marek, 2, 1), (cast.rafal, 1, 1), (cast.dana, 1, 1),
            ] {
                let scope = try await office.scope(person)
                let found = try await office.database.read { db in try HeaderCounts.office(db, person, in: scope) }
                #expect(found.unread == unread && found.waiting == waiting)
            }
        }
    }

    @Test("Name a person's firms in the order of their names")
    func firms() async throws {
        try await TestOffice.with { office in
            let tomasz = office.cast.tomasz
            let firms = try await office.database.read { db in try HeaderCounts.client(db, tomasz).firms.map(\.id) }
            #expect(firms == [office.cast.furniture.id, office.cast.sawmill.id])
        }
    }
}
