import GRDB
import TestSupport
import Testing

@testable import Models

@Suite("Live changes")
struct LiveChangesTests {
    @Test("Are told to the people concerned, each change once, after the commit")
    func told() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            var piotr = office.database.changes.stream(for: cast.piotr).makeAsyncIterator()
            var marek = office.database.changes.stream(for: cast.marek).makeAsyncIterator()
            let conversation = try await office.ask()
            #expect(await piotr.next() == [conversation.topic])
            #expect(await marek.next() == [conversation.topic, "questions", "firms"])
        }
    }

    @Test("Are not told of a firm that is not one's own")
    func notForeign() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            var ewa = office.database.changes.stream(for: cast.ewa).makeAsyncIterator()
            var rafal = office.database.changes.stream(for: cast.rafal).makeAsyncIterator()
            _ = try await office.ask()
            let own = try await office.ask(firm: cast.carrier, by: cast.ewa)
            #expect(await ewa.next() == [own.topic])
            #expect(await rafal.next()?.contains(own.topic) == true)
        }
    }

    @Test("Are forgotten with the verb that throws")
    func rolledBack() async throws {
        try await TestOffice.with { office in
            let piotr = office.cast.piotr
            var stream = office.database.changes.stream(for: piotr).makeAsyncIterator()
            await #expect(throws: NotFound.self) {
                try await office.database.write { db in
                    try LiveChanges.record(db, about: "undone", person: piotr)
                    throw NotFound()
                }
            }
            try await office.database.write { db in try LiveChanges.record(db, about: "done", person: piotr) }
            #expect(await stream.next() == ["done"])
        }
    }

    @Test("Are not told when the commit fails")
    func commitFailed() async throws {
        try await TestOffice.with { office in
            let piotr = office.cast.piotr
            var stream = office.database.changes.stream(for: piotr).makeAsyncIterator()
            await #expect(throws: DatabaseError.self) {
                try await office.database.write { db in
                    try LiveChanges.record(db, about: "undone", person: piotr)
                    try db.execute(sql: "PRAGMA defer_foreign_keys = ON")
                    try db.execute(sql: "INSERT INTO staff (personId, role) VALUES (999999, 'head')")
                }
            }
            try await office.database.write { db in try LiveChanges.record(db, about: "done", person: piotr) }
            #expect(await stream.next() == ["done"])
        }
    }

    @Test("A tick reaches everyone and says nothing, an end ends all streams")
    func tickAndEnd() async throws {
        let changes = LiveChanges()
        var first = changes.stream(for: 1).makeAsyncIterator()
        var second = changes.stream(for: 2).makeAsyncIterator()
        changes.tick()
        #expect(await first.next() == [])
        #expect(await second.next() == [])
        changes.finish()
        #expect(await first.next() == nil)
        #expect(await second.next() == nil)
    }

    @Test("Reach every open page of a person")
    func everyStream() async throws {
        let changes = LiveChanges()
        var first = changes.stream(for: 1).makeAsyncIterator()
        var second = changes.stream(for: 1).makeAsyncIterator()
        changes.publish([1: ["inbox"], 2: ["firms"]])
        #expect(await first.next() == ["inbox"])
        #expect(await second.next() == ["inbox"])
    }
}
