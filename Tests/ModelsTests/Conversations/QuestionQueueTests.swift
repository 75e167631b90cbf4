import Foundation
import GRDB
import Models
import TestSupport
import Testing

@Suite("The queue of questions")
struct QuestionQueueTests {
    @Test("Goes on with the one that waits longest after this one, then with the first of the others")
    func order() async throws {
        try await TestOffice.with { office in
            let ids = try await office.askMany(3, minuteEvery: 1)
            let queue = try await Self.queue(office, office.cast.marek)
            for (id, next) in [(ids[0], ids[1]), (ids[1], ids[2]), (ids[2], ids[0])] {
                #expect(try await office.database.read { db in try queue.next(db, after: id) } == next)
                #expect(try await office.database.read { db in try queue.left(db, besides: id) } == 2)
            }
        }
    }

    @Test("Begins again after a question that no longer waits, and ends when none does")
    func end() async throws {
        try await TestOffice.with { office in
            let (first, second) = (try await office.ask("Jeden"), try await office.ask("Dwa"))
            let queue = try await Self.queue(office, office.cast.marek)
            try await office.post(first, by: office.cast.ola, .office)
            #expect(try await office.database.read { db in try queue.next(db, after: first.id) } == second.id)
            #expect(try await office.database.read { db in try queue.left(db, besides: first.id) } == 1)
            #expect(try await office.database.read { db in try queue.next(db, after: second.id) } == nil)
            #expect(try await office.database.read { db in try queue.left(db, besides: second.id) } == 0)
        }
    }

    @Test("Never leads to a question of another's firms")
    func foreign() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let foreign = try await office.ask("Cudze", firm: cast.carrier, by: cast.ewa)
            office.pass(60)
            let own = try await office.ask("Własne")
            let queue = try await Self.queue(office, cast.marek)
            #expect(try await office.database.read { db in try queue.next(db, after: own.id) } == nil)
            #expect(try await office.database.read { db in try queue.left(db, besides: own.id) } == 0)
            #expect(try await office.database.read { db in try queue.next(db, after: foreign.id) } == own.id)
        }
    }

    @Test("Of what was handed over is worked off by whoever holds it, oldest first")
    func handed() async throws {
        try await TestOffice.with { office in
            let (cast, day) = (office.cast, office.day)
            let ids = try await office.askMany(3, minuteEvery: 1)
            let now = office.now
            try await office.database.write { db in
                for id in ids.prefix(2) {
                    try Conversation.find(db, id, in: .wholeOffice)
                        .handOver(db, to: cast.ola, note: "", by: cast.marek, on: day, at: now)
                }
            }
            let queue = try await Self.queue(office, cast.ola, .handed)
            #expect(
                try await office.database.read { db in try queue.page(db).questions.map(\.id) } == Array(ids.prefix(2)))
            #expect(try await office.database.read { db in try queue.next(db, after: ids[0]) } == ids[1])
            let first = try await office.database.read { db in try Conversation.find(db, ids[0], in: .wholeOffice) }
            try await office.post(first, by: cast.ola, .office)
            #expect(try await office.database.read { db in try queue.page(db).questions.map(\.id) } == [ids[1]])
            #expect(try await office.database.read { db in try queue.counts(db) }.handed == 1)
        }
    }

    private static func queue(
        _ office: TestOffice, _ person: Int64, _ show: Questions.Show = .unanswered
    ) async throws -> Questions {
        var questions = Questions(person: person, scope: try await office.scope(person), day: office.day)
        questions.show = show
        return questions
    }
}
