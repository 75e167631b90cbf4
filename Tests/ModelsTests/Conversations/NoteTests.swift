import Foundation
import GRDB
import Models
import TestSupport
import Testing

@Suite("A note inside the office")
struct NoteTests {
    @Test("Is kept with author and time, and tells the colleagues of the firm and nobody else")
    func written() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let question = try await office.ask()
            var ola = office.database.changes.stream(for: cast.ola).makeAsyncIterator()
            let streams = [cast.piotr, cast.iwona, cast.dana, cast.ewa].map(office.database.changes.stream)
            try await Self.write(office, question, "Klient zwleka z fakturami.", by: cast.marek)
            #expect(await ola.next() == [question.topic, "questions"])
            office.database.changes.finish()
            for stream in streams {
                for await about in stream { Issue.record("somebody else heard of \(about)") }
            }
            let notes = try await Self.inside(office, question).notes
            #expect(notes.map(\.body) == ["Klient zwleka z fakturami."])
            #expect(notes.first?.personName == "Marek Wilk" && notes.first?.writtenAt == office.now)
        }
    }

    @Test("Adds no message, no unread mark, and nothing to what waits")
    func noMessage() async throws {
        try await TestOffice.with { office in
            let question = try await office.ask()
            let before = try await office.counts()
            office.pass(60)
            try await Self.write(office, question, "Notatka", by: office.cast.ola)
            #expect(try await office.added(since: before) == ["note": 1, "auditEvent": 1])
            let after = try await office.database.read { db in
                try Conversation.find(db, question.id, in: .wholeOffice)
            }
            #expect(after.lastMessageAt == question.lastMessageAt && after.waitingSince == question.waitingSince)
        }
    }

    @Test("Needs words, and not too many", arguments: ["", " \n ", String(repeating: "a", count: 5_001)])
    func refused(body: String) async throws {
        try await TestOffice.with { office in
            let question = try await office.ask()
            let before = try await office.counts()
            await #expect(throws: Invalid.self) {
                try await Self.write(office, question, TypedBlock(body), by: office.cast.ola)
            }
            #expect(try await office.counts() == before)
        }
    }

    @Test("Stands on the page of the thread that its time belongs to")
    func paged() async throws {
        try await TestOffice.with { office in
            let question = try await office.ask()
            office.pass(30)
            try await Self.write(office, question, "Na początku", by: office.cast.ola)
            for number in 1...45 {
                office.pass(60)
                try await office.post(question, by: office.cast.piotr, .client, "Nr \(number)")
            }
            office.pass(30)
            try await Self.write(office, question, "Na końcu", by: office.cast.ola)
            #expect(try await Self.inside(office, question).notes.map(\.body) == ["Na końcu"])
            let first = try await Self.thread(office, question).entries[0].id
            #expect(try await Self.inside(office, question, before: first).notes.map(\.body) == ["Na początku"])
        }
    }

    private static func write(
        _ office: TestOffice, _ conversation: Conversation, _ body: TypedBlock, by person: Int64
    ) async throws {
        let (day, now) = (office.day, office.now)
        try await office.database.write { db in
            try conversation.write(db, note: body, by: person, on: day, at: now)
        }
    }

    private static func thread(_ office: TestOffice, _ conversation: Conversation) async throws -> MessageThread {
        let anna = office.cast.anna
        return try await office.database.read { db in
            try MessageThread.fetch(db, conversation, seenBy: anna, isOfOffice: true)
        }
    }

    static func inside(
        _ office: TestOffice, _ conversation: Conversation, before: Int64? = nil
    ) async throws -> InsideEvents {
        let anna = office.cast.anna
        return try await office.database.read { db in
            let thread = try MessageThread.fetch(db, conversation, seenBy: anna, before: before, isOfOffice: true)
            return try InsideEvents.fetch(db, conversation, beside: thread, before: before)
        }
    }
}
