import Foundation
import GRDB
import Models
import TestSupport
import Testing

@Suite("Client questions")
struct QuestionsTests {
    /// An answered question, a handled one, a waiting one, one of another firm, and a notice to both.
    private struct Asked {
        let answered, handled, waiting, foreign: Conversation
        let notice, foreignNotice: Conversation

        init(_ office: TestOffice) async throws {
            let cast = office.cast
            answered = try await office.ask("Odpowiedziane")
            office.pass(60)
            let settled = try await office.ask("Załatwione")
            handled = settled
            office.pass(60)
            waiting = try await office.ask("Czeka")
            office.pass(60)
            foreign = try await office.ask("Cudze", firm: cast.carrier, by: cast.ewa)
            office.pass(60)
            let broadcast = try await office.broadcast(to: [cast.bakery, cast.carrier])
            notice = try await office.thread(broadcast, cast.bakery)
            foreignNotice = try await office.thread(broadcast, cast.carrier)
            office.pass(60)
            let (day, now) = (office.day, office.now)
            try await office.database.write { db in try settled.handle(db, by: cast.marek, on: day, at: now) }
            try await office.post(answered, by: cast.ola, .office)
        }
    }

    @Test(
        "Show the firms in one's care, the newest message first",
        arguments: [\Cast.anna, \.marek, \.ola, \.rafal, \.dana])
    func scope(person: CastPerson) async throws {
        try await TestOffice.with { office in
            let (cast, asked) = (office.cast, try await Asked(office))
            let bakery = [asked.answered, asked.waiting, asked.handled].map(\.id)
            let carrier = [asked.foreign.id]
            let all = [asked.answered, asked.foreign, asked.waiting, asked.handled].map(\.id)
            let expected = [
                cast.anna: all, cast.marek: bakery, cast.ola: bakery, cast.rafal: carrier, cast.dana: carrier,
            ]
            let viewer = cast[keyPath: person]
            let page = try await Self.page(office, viewer)
            #expect(page.questions.map(\.id) == expected[viewer])
            #expect(page.notices.map(\.id) == [asked.notice.broadcastId])
        }
    }

    @Test("Show what each filter asks for")
    func filters() async throws {
        try await TestOffice.with { office in
            let asked = try await Asked(office)
            for (show, expected) in [
                (Questions.Show.unread, [asked.waiting]), (.unanswered, [asked.waiting]), (.handled, [asked.handled]),
            ] {
                let page = try await Self.page(office, office.cast.marek, show)
                #expect(page.questions.map(\.id) == expected.map(\.id), "\(show)")
                #expect(page.notices.isEmpty)
            }
        }
    }

    @Test("Count the unread and the unanswered of one's own firms")
    func counts() async throws {
        try await TestOffice.with { office in
            _ = try await Asked(office)
            for (person, count) in [(office.cast.anna, 2), (office.cast.marek, 1), (office.cast.rafal, 1)] {
                let questions = Questions(person: person, scope: try await office.scope(person), day: office.day)
                let counts = try await office.database.read { db in try questions.counts(db) }
                #expect(counts.unread == count && counts.unanswered == count)
            }
        }
    }

    @Test("Of the head are all, or those of the firms assigned to the head")
    func mine() async throws {
        try await TestOffice.with { office in
            let (cast, day, now) = (office.cast, office.day, office.now)
            let asked = try await Asked(office)
            try await office.database.write { db in
                try Assignment.assign(
                    db, firm: cast.carrier.id, to: cast.anna, duty: .accountant, from: day, by: cast.anna, at: now
                )
            }
            var mine = Questions(person: cast.anna, scope: .wholeOffice, day: day)
            (mine.isMine, mine.show) = (true, .all)
            let chosen = mine
            let page = try await office.database.read { db in try chosen.page(db) }
            #expect(page.questions.map(\.id) == [asked.foreign.id])
            #expect(page.notices.map(\.received) == [1])
        }
    }

    @Test("Say of each: who wrote last, whether it was read, by whom it was handled, since when it waits")
    func rows() async throws {
        try await TestOffice.with { office in
            let (cast, asked) = (office.cast, try await Asked(office))
            try await office.read(asked.notice.lastMessageId, of: asked.notice, by: cast.piotr)
            let rows =
                try await Self.page(office, cast.marek).questions
                + Self.page(office, cast.marek, ofNotice: asked.notice.broadcastId).questions
            let byId = Dictionary(uniqueKeysWithValues: rows.map { ($0.id, $0) })
            let notice = try #require(byId[asked.notice.id])
            #expect(notice.readers == 1 && notice.broadcastId != nil && notice.lastSide == .office)
            let answered = try #require(byId[asked.answered.id])
            #expect(answered.lastAuthor == "Ola Zych" && answered.readers == 0 && !answered.isUnread)
            #expect(byId[asked.handled.id]?.handledBy == "Marek Wilk")
            let waiting = try #require(byId[asked.waiting.id])
            #expect(waiting.isUnread && waiting.waitingSince == asked.waiting.startedAt && waiting.handledBy == nil)
            #expect(waiting.lastAuthor == "Piotr Kłos" && waiting.preview == "Kiedy termin?")
        }
    }

    @Test(
        "Come in pages that visit each once: unanswered from the oldest, others from the newest",
        arguments: [Questions.Show.all, .unread, .unanswered])
    func pages(show: Questions.Show) async throws {
        try await TestOffice.with { office in
            let ids = try await office.askMany(70, minuteEvery: 20)
            var (seen, page) = ([Int64](), try await Self.page(office, office.cast.marek, show))
            while true {
                seen += page.questions.map(\.id)
                guard page.hasOlder, let last = page.questions.last else { break }
                page = try await Self.page(office, office.cast.marek, show, after: last.id)
            }
            #expect(seen == (show == .unanswered ? ids : ids.reversed()))
        }
    }

    @Test("Begin anew after a place that was answered meanwhile")
    func placeGone() async throws {
        try await TestOffice.with { office in
            let (first, second) = (try await office.ask("Jeden"), try await office.ask("Dwa"))
            try await office.post(second, by: office.cast.ola, .office)
            let page = try await Self.page(office, office.cast.marek, .unanswered, after: second.id)
            #expect(page.questions.map(\.id) == [first.id])
        }
    }

    @Test("Answer to a place in a firm of others as to none")
    func foreignPlace() async throws {
        try await TestOffice.with { office in
            let asked = try await Asked(office)
            for place in [asked.foreign.id, 999_999] {
                #expect(try await Self.page(office, office.cast.marek, after: place).rows.isEmpty)
            }
        }
    }

    private static func page(
        _ office: TestOffice, _ person: Int64, _ show: Questions.Show = .all, after: Int64? = nil,
        ofNotice notice: Int64? = nil
    ) async throws -> Questions.Page {
        var questions = Questions(person: person, scope: try await office.scope(person), day: office.day)
        (questions.show, questions.notice) = (show, notice)
        let chosen = questions
        return try await office.database.read { db in try chosen.page(db, after: after.map { .conversation($0) }) }
    }
}
