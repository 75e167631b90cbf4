import Foundation
import GRDB
import Models
import TestSupport
import Testing

@Suite("Notices to many firms among the questions")
struct SentNoticesTests {
    @Test("Are one row each, with the figures of the viewer's own firms")
    func figures() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let sent = try await office.broadcast(to: [cast.bakery, cast.carrier, cast.furniture])
            let (bakery, carrier) = (
                try await office.thread(sent, cast.bakery), try await office.thread(sent, cast.carrier)
            )
            for _ in 1...2 { try await office.read(bakery.lastMessageId, of: bakery, by: cast.piotr) }
            try await office.read(carrier.lastMessageId, of: carrier, by: cast.ewa)
            office.pass(60)
            for _ in 1...2 { try await office.post(carrier, by: cast.ewa, .client, "Dziękuję") }
            for (person, figures) in [
                (cast.anna, [3, 2, 1, 1]), (cast.marek, [2, 1, 0, 0]), (cast.ola, [1, 1, 0, 0]),
                (cast.dana, [1, 1, 1, 1]),
            ] {
                let row = try #require(try await Self.page(office, person).notices.first)
                #expect([row.received, row.read, row.answered, row.waiting] == figures, "\(person)")
                #expect(row.subject == "Zamknięcie roku" && row.senderName == "Anna Lis")
            }
        }
    }

    @Test("Are all there for the head, and for others all that their firms got, whoever sent them")
    func everySend() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let first = try await office.broadcast(to: [cast.bakery], "Pierwsze")
            office.pass(60)
            let second = try await office.broadcast(to: [cast.carrier], "Drugie", by: cast.dana)
            office.pass(60)
            let third = try await office.broadcast(to: [cast.bakery, cast.carrier], "Trzecie", by: cast.anna)
            for (person, expected) in [
                (cast.anna, [third, second, first]), (cast.marek, [third, first]), (cast.dana, [third, second]),
                (cast.rafal, [third, second]),
            ] {
                #expect(try await Self.page(office, person).notices.map(\.id) == expected.map(\.id), "\(person)")
            }
            #expect(try await Self.page(office, cast.anna, .unanswered).rows.isEmpty, "nothing of it waits")
        }
    }

    @Test("Leave an answered conversation to a row of its own, and the others in theirs")
    func answered() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let sent = try await office.broadcast(to: [cast.bakery, cast.carrier])
            let thread = try await office.thread(sent, cast.bakery)
            office.pass(60)
            try await office.post(thread, by: cast.piotr, .client, "Kiedy?")
            #expect(try await Self.page(office, cast.anna, .unanswered).questions.map(\.id) == [thread.id])
            let all = try await Self.page(office, cast.anna)
            #expect(all.questions.map(\.id) == [thread.id] && all.notices.map(\.id) == [sent.id])
            let inside = try await Self.page(office, cast.anna, notice: sent.id)
            #expect(inside.questions.count == 2 && inside.questions.first?.id == thread.id && inside.notices.isEmpty)
            #expect(
                try await Self.page(office, cast.dana, notice: sent.id).questions.map(\.firmName) == [cast.carrier.name]
            )
        }
    }

    @Test("Come with the conversations in pages that visit each once, the newest first")
    func pages() async throws {
        try await TestOffice.with { office in
            let bakery = office.cast.bakery
            var expected: [String] = []
            for _ in 1...3 {
                expected += try await office.broadcastMany(12, to: bakery).map { "notice \($0)" }
                // Of the same time, the conversations come first.
                expected += try await office.askMany(11).map { "question \($0)" }
                office.pass(60)
            }
            var (seen, page) = ([String](), try await Self.page(office, office.cast.marek))
            while true {
                seen += page.rows.map {
                    switch $0 {
                    case .question(let row): "question \(row.id)"
                    case .notice(let row): "notice \(row.id)"
                    }
                }
                guard page.hasOlder, let last = page.rows.last else { break }
                page = try await Self.page(office, office.cast.marek, after: last.place)
            }
            #expect(seen == expected.reversed())
        }
    }

    @Test("Are as foreign as their firms: no place in the list, no page, nothing to handle")
    func foreign() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let foreign = try await office.broadcast(to: [cast.carrier])
            for id in [foreign.id, 999_999] {
                #expect(try await Self.page(office, cast.marek, after: .notice(id)).rows.isEmpty)
                let questions = Questions(
                    person: cast.marek, scope: try await office.scope(cast.marek), day: office.day)
                let now = office.now
                await #expect(throws: NotFound.self) {
                    try await office.database.read { db in try questions.notice(db, id) }
                }
                await #expect(throws: NotFound.self) {
                    try await office.database.write { db in
                        try questions.handleAnswers(db, to: id, through: .max, at: now)
                    }
                }
            }
        }
    }

    @Test("Have their answers handled at once: those that were shown, in one's own firms")
    func handled() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let sent = try await office.broadcast(to: [cast.bakery, cast.carrier, cast.furniture])
            for (firm, person) in [(cast.bakery, cast.piotr), (cast.carrier, cast.ewa)] {
                office.pass(60)
                try await office.post(office.thread(sent, firm), by: person, .client, "Dziękuję")
            }
            let shown = try #require(try await Self.page(office, cast.marek).notices.first)
            #expect(shown.waiting == 1)
            office.pass(60)
            try await office.post(office.thread(sent, cast.furniture), by: cast.tomasz, .client, "A co z fakturami?")
            let questions = Questions(person: cast.marek, scope: try await office.scope(cast.marek), day: office.day)
            let (last, now) = (try #require(shown.lastWaiting), office.now)
            try await office.database.write { db in
                try questions.handleAnswers(db, to: sent.id, through: last, at: now)
            }
            let waiting = try await Self.page(office, cast.anna, .unanswered).questions
            #expect(Set(waiting.map(\.firmName)) == [cast.carrier.name, cast.furniture.name])
        }
    }

    private static func page(
        _ office: TestOffice, _ person: Int64, _ show: Questions.Show = .all, after place: Questions.Place? = nil,
        notice: Int64? = nil
    ) async throws -> Questions.Page {
        var questions = Questions(person: person, scope: try await office.scope(person), day: office.day)
        (questions.show, questions.notice) = (show, notice)
        let chosen = questions
        return try await office.database.read { db in try chosen.page(db, after: place) }
    }
}
