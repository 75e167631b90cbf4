import GRDB
import Models
import TestSupport
import Testing

@Suite("The list of notices sent")
struct BroadcastListTests {
    @Test("Has all of them for the head, the own ones for the others, newest first")
    func senders() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let first = try await office.broadcast(to: [cast.bakery, cast.carrier], "Pierwsze")
            let second = try await office.broadcast(to: [cast.bakery], "Drugie", by: cast.marek)
            let (all, own, none) = try await office.database.read { db in
                (
                    try BroadcastList.page(db, by: nil), try BroadcastList.page(db, by: cast.marek),
                    try BroadcastList.page(db, by: cast.ola)
                )
            }
            #expect(all.map(\.id) == [second.id, first.id])
            #expect(own.map(\.id) == [second.id] && own.first?.senderName == "Marek Wilk")
            #expect(none.isEmpty)
        }
    }

    @Test("Counts the firms that have read the notice, not the people and not later messages")
    func read() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let broadcast = try await office.broadcast(to: [cast.bakery, cast.carrier])
            let (bakery, carrier) = try await (
                office.thread(broadcast, cast.bakery), office.thread(broadcast, cast.carrier)
            )
            try await office.read(bakery.lastMessageId, of: bakery, by: cast.piotr)
            try await office.read(bakery.lastMessageId, of: bakery, by: cast.iwona)
            let answered = try await office.post(carrier, by: cast.dana, .office)
            try await office.read(answered.lastMessageId, of: carrier, by: cast.ewa)
            let rows = try await office.database.read { db in try BroadcastList.page(db, by: nil) }
            #expect(rows.map(\.read) == [1] && rows.map(\.firmCount) == [2])
        }
    }

    @Test("Is paged by key")
    func pages() async throws {
        try await TestOffice.with { office in
            let sent = Array(try await office.broadcastMany(30, to: office.cast.bakery).reversed())
            let (first, second) = try await office.database.read { db in
                (try BroadcastList.page(db, by: nil), try BroadcastList.page(db, by: nil, before: sent[24]))
            }
            #expect(first.map(\.id) == Array(sent.prefix(26)) && second.map(\.id) == Array(sent.suffix(5)))
        }
    }

    @Test("Opens a notice of another's only for the head")
    func find() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let broadcast = try await office.broadcast(to: [cast.bakery])
            try await office.database.read { db throws in
                #expect(try Broadcast.find(db, broadcast.id, by: nil).id == broadcast.id)
                #expect(try Broadcast.find(db, broadcast.id, by: cast.anna).id == broadcast.id)
                #expect(throws: NotFound.self) { try Broadcast.find(db, broadcast.id, by: cast.marek) }
                #expect(throws: NotFound.self) { try Broadcast.find(db, broadcast.id + 1, by: nil) }
            }
        }
    }
}
