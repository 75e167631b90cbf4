import Foundation
import GRDB
import Models
import TestSupport
import Testing

@Suite("Handing a conversation over")
struct HandOverTests {
    @Test("Is offered to those of the office who see the firm, and to no others")
    func colleagues() async throws {
        try await TestOffice.with { office in
            let (cast, day) = (office.cast, office.day)
            let question = try await office.ask()
            let offered = try await office.database.read { db in try question.colleagues(db, on: day).map(\.id) }
            #expect(Set(offered) == [cast.anna, cast.marek, cast.ola])
            for outsider in [cast.dana, cast.rafal, cast.piotr, 987_654] {
                await #expect(throws: Invalid.self) {
                    try await Self.hand(office, question, to: outsider, by: cast.marek)
                }
            }
            #expect(try await office.number("SELECT count(*) FROM handOver") == 0)
        }
    }

    @Test("Moves it from mine to the colleague's, with a note, a row in the history, and an unread mark")
    func handed() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let question = try await office.ask()
            try await office.execute("DELETE FROM unread WHERE personId = \(cast.ola)")
            #expect(try await Self.mine(office, cast.marek) == [question.id])
            office.pass(60)
            try await Self.hand(office, question, to: cast.ola, note: "Zadzwoń do nich.", by: cast.marek)
            #expect(try await Self.mine(office, cast.marek).isEmpty)
            #expect(try await Self.mine(office, cast.ola) == [question.id])
            #expect(try await Self.counts(office, cast.ola).handed == 1)
            #expect(try await office.number("SELECT count(*) FROM unread WHERE personId = \(cast.ola)") == 1)
            let inside = try await NoteTests.inside(office, question)
            #expect(inside.notes.map(\.body) == ["Zadzwoń do nich."])
            let row = try #require(inside.handOvers.first)
            #expect(row.personName == "Marek Wilk" && row.toName == "Ola Zych" && row.handedAt == office.now)
        }
    }

    @Test("Is handed on and taken back; each time is a row, and the same again is none")
    func history() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let (question, day) = (try await office.ask(), office.day)
            for person in [cast.ola, cast.anna, cast.anna] {
                office.pass(60)
                try await Self.hand(office, question, to: person, by: cast.marek)
            }
            for _ in 1...2 {
                office.pass(60)
                let now = office.now
                try await office.database.write { db in try question.takeBack(db, by: cast.marek, on: day, at: now) }
            }
            let names = try await NoteTests.inside(office, question).handOvers.map { $0.toName ?? "-" }
            #expect(names == ["Ola Zych", "Anna Lis", "-"])
            #expect(try await office.number("SELECT count(*) FROM handOver WHERE endedAt IS NULL") == 1)
            #expect(try await Self.mine(office, cast.marek) == [question.id])
            #expect(try await office.database.read { db in try question.holder(db, on: day) } == nil)
        }
    }

    @Test("Counts for the colleague until it is answered or marked as handled")
    func counted() async throws {
        try await TestOffice.with { office in
            let (cast, day) = (office.cast, office.day)
            let (first, second) = (try await office.ask("Jeden"), try await office.ask("Dwa"))
            office.pass(60)
            for each in [first, second] { try await Self.hand(office, each, to: cast.ola, by: cast.marek) }
            #expect(try await Self.counts(office, cast.ola).handed == 2)
            office.pass(60)
            try await office.post(first, by: cast.ola, .office)
            let now = office.now
            try await office.database.write { db in try second.handle(db, by: cast.ola, on: day, at: now) }
            #expect(try await Self.counts(office, cast.ola).handed == 0)
        }
    }

    @Test("Falls back to those who look after the firm when the colleague sees it no more")
    func gone() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let question = try await office.ask()
            try await Self.hand(office, question, to: cast.ola, by: cast.marek)
            try await office.execute("DELETE FROM assignment WHERE personId = \(cast.ola)")
            #expect(try await Self.mine(office, cast.marek) == [question.id])
            #expect(try await Self.mine(office, cast.ola).isEmpty)
            #expect(try await Self.counts(office, cast.ola).handed == 0)
        }
    }

    private static func hand(
        _ office: TestOffice, _ conversation: Conversation, to colleague: Int64, note: TypedBlock = "", by person: Int64
    ) async throws {
        let (day, now) = (office.day, office.now)
        try await office.database.write { db in
            try conversation.handOver(db, to: colleague, note: note, by: person, on: day, at: now)
        }
    }

    private static func questions(_ office: TestOffice, _ person: Int64) async throws -> Questions {
        var questions = Questions(person: person, scope: try await office.scope(person), day: office.day)
        questions.isMine = true
        return questions
    }

    private static func mine(_ office: TestOffice, _ person: Int64) async throws -> [Int64] {
        let questions = try await questions(office, person)
        return try await office.database.read { db in try questions.page(db).questions.map(\.id) }
    }

    private static func counts(_ office: TestOffice, _ person: Int64) async throws -> Questions.Counts {
        let questions = try await questions(office, person)
        return try await office.database.read { db in try questions.counts(db) }
    }
}
