import Foundation
import GRDB
import HTTPTypes
import Models
import TestSupport
import Testing

@Suite("The page of client questions")
struct QueueTests {
    @Test("opens on what waits, the longest wait first, with its age in plain words and the moment behind it")
    func opens() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let ids = try await Self.askedDaysAgo([8, 2, 0], office)
            try await office.app { client in
                let page = try await office.browser(client, as: cast.marek).get("/office/questions").text
                #expect(Self.questions(in: page) == ids)
                let ages = page.matches(of: #/class="question__age age--(\w+)"[^>]*title="([^"]+)">([^<]+)</#)
                #expect(ages.map { String($0.1) } == ["bad", "wait", "none"])
                #expect(ages.map { String($0.3) } == ["8 dni", "2 dni", "1 min"])
                #expect(ages.allSatisfy { $0.2.contains(#/20\d\d, \d\d:\d\d/#) })
                #expect(page.contains(#/data-show="unanswered" aria-current="page">Bez odpowiedzi <b[^>]*>3</#))
                let explicit = try await office.browser(client, as: cast.marek).get("/office/questions?show=unanswered")
                #expect(Self.questions(in: explicit.text) == ids)
            }
        }
    }

    @Test("leads from a sent answer to the next question with the answer focused, and after the last to the list")
    func next() async throws {
        try await TestOffice.with { office in
            let ids = try await Self.askedDaysAgo([2, 1, 0], office)
            try await office.app { client in
                let marek = try await office.browser(client, as: office.cast.marek)
                let asked = "?show=unanswered&of=mine"
                var place = "/office/conversations/\(ids[0])\(asked)"
                for (id, left) in zip(ids, [2, 1, 0]) {
                    #expect(place.hasPrefix("/office/conversations/\(id)?") && place.contains("of=mine"))
                    let page = try await marek.get(place).text
                    #expect(page.contains("Wyślij i następne (\(left))") == (left > 0))
                    #expect(page.contains(#/<textarea[^>]*id="body"[^>]*autofocus/#))
                    let sent = try await marek.post(
                        "/office/conversations/\(id)/messages\(asked)", ["body": "Tak.", "then": "next"])
                    place = sent.location
                }
                #expect(place.hasPrefix("/office/questions?") && place.contains("of=mine"))
                #expect(try await marek.get(place).text.contains("Każdy klient ma już odpowiedź."))
            }
        }
    }

    @Test("stays with the conversation where only sending was asked for, and keeps the list to go back to")
    func only() async throws {
        try await TestOffice.with { office in
            let ids = try await Self.askedDaysAgo([1, 0], office)
            try await office.app { client in
                let marek = try await office.browser(client, as: office.cast.marek)
                let sent = try await marek.post(
                    "/office/conversations/\(ids[0])/messages?show=unanswered", ["body": "Tak."])
                #expect(sent.location.hasPrefix("/office/conversations/\(ids[0])?"))
                #expect(try await marek.get(sent.location).text.contains(#/class="back" href="[^"]*show=unanswered"/#))
                // From elsewhere there is no queue.
                let page = try await marek.get("/office/conversations/\(ids[1])").text
                #expect(!page.contains("Wyślij i następne") && !page.contains("autofocus"))
                let alone = try await marek.post(
                    "/office/conversations/\(ids[1])/messages", ["body": "Tak.", "then": "next"])
                #expect(alone.location.hasPrefix("/office/conversations/\(ids[1])"))
            }
        }
    }

    @Test("keeps what was typed and the queue when an answer is refused")
    func refused() async throws {
        try await TestOffice.with { office in
            let ids = try await Self.askedDaysAgo([1, 0], office)
            try await office.app { client in
                let marek = try await office.browser(client, as: office.cast.marek)
                let refused = try await marek.post(
                    "/office/conversations/\(ids[0])/messages?show=unanswered",
                    ["body": "Prawie gotowe", "files": "not-a-key", "then": "next"])
                #expect(refused.status == .unprocessableContent)
                #expect(refused.text.contains("Prawie gotowe") && refused.text.contains("Wyślij i następne (1)"))
                #expect(refused.text.contains("/messages?show=unanswered"))
            }
        }
    }

    @Test("marks a question as handled from its row and stays, from its page and goes on")
    func handled() async throws {
        try await TestOffice.with { office in
            let ids = try await Self.askedDaysAgo([2, 1, 0], office)
            try await office.app { client in
                let marek = try await office.browser(client, as: office.cast.marek)
                #expect(
                    try await marek.get("/office/questions").text.contains(
                        "formaction=\"/office/conversations/\(ids[0])/handling?show=unanswered\""))
                let row = try await marek.post(
                    "/office/conversations/\(ids[0])/handling?show=unanswered", ["then": "list"])
                #expect(row.location.hasPrefix("/office/questions?show=unanswered"))
                #expect(Self.questions(in: try await marek.get(row.location).text) == [ids[1], ids[2]])
                let page = try await marek.post(
                    "/office/conversations/\(ids[1])/handling?show=unanswered", ["then": "next"])
                #expect(page.location.hasPrefix("/office/conversations/\(ids[2])?"))
            }
        }
    }

    @Test("has every send under All, for the head and for each supervisor with their own firms' figures alone")
    func sends() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let world = try await AccessWorld(office)
            try await office.app { client in
                let anna = try await office.browser(client, as: cast.anna)
                let draft = try await SendingTests.draft(
                    anna, to: [cast.bakery, cast.carrier, cast.furniture], "Do trzech")
                _ = try await anna.post("/office/broadcasts", ["draft": draft, "expected": "3"])
                for (person, figures, hasReport) in [
                    (cast.anna, "0 z 3 odczytało", true), (cast.marek, "0 z 2 odczytało", false),
                    (cast.rafal, "0 z 1 odczytało", false),
                ] {
                    let browser = try await office.browser(client, as: person)
                    let page = try await browser.get("/office/questions?show=all").text
                    #expect(page.matches(of: #/>Do trzech</#).count == 1 && page.contains(figures), "\(person)")
                    #expect(page.contains("question__report") == hasReport)
                    #expect(page.contains("Godziny otwarcia") == (person != cast.rafal))
                    #expect(!(try await browser.get("/office/questions").text.contains("Do trzech")))
                }
                let dana = try await office.browser(client, as: cast.dana)
                #expect(try await dana.get("/office/questions?notice=\(world.broadcast)").status == .notFound)
            }
        }
    }

    @Test("closes the thank-yous of one send at once, and shows what they say before")
    func settled() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let sent = try await office.broadcastAndAnswers()
            try await office.app { client in
                let marek = try await office.browser(client, as: cast.marek)
                let page = try await marek.get("/office/questions?notice=\(sent)").text
                #expect(page.contains("Załatw 2") && page.matches(of: #/Dziękuję/#).count == 2)
                let last = try SendingTests.field("message", in: page)
                let done = try await marek.post("/office/broadcasts/\(sent)/handling", ["message": last])
                #expect(done.location.hasPrefix("/office/questions?notice="))
                #expect(Self.questions(in: try await marek.get("/office/questions").text).isEmpty)
                let dana = try await office.browser(client, as: cast.dana)
                #expect(Self.questions(in: try await dana.get("/office/questions").text).count == 1)
            }
        }
    }

    @Test("shows nothing of another supervisor's firms, in no tab and behind no address")
    func foreign() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let now = office.now
            let foreign = try await office.database.write { db in
                try Conversation.ask(
                    db, "Sprawa przewozów", NewContent(body: "Treść"), firm: cast.carrier, by: cast.ewa, on: Cast.day,
                    at: now
                ).id
            }
            try await office.app { client in
                let marek = try await office.browser(client, as: cast.marek)
                for show in Questions.Show.allCases {
                    for of in ["", "&of=mine", "&after=\(foreign)"] {
                        let page = try await marek.get("/office/questions?show=\(show.rawValue)\(of)")
                        #expect(page.status == .ok && !page.text.contains("Sprawa przewozów"), "\(show)\(of)")
                    }
                }
                let answer: KeyValuePairs = ["body": "Nie moje", "then": "next"]
                for path in ["messages", "handling"] {
                    let refused = try await marek.post(
                        "/office/conversations/\(foreign)/\(path)?show=unanswered", answer)
                    #expect(refused.status == .notFound)
                }
            }
        }
    }

    /// Returns the conversations of a list's rows.
    private static func questions(in page: String) -> [Int64] {
        page.matches(of: #/data-question="conversation\/(\d+)"/#).compactMap { Int64($0.1) }
    }

    /// Asks a question of the bakery on each of the days, the first of them first.
    private static func askedDaysAgo(_ days: [Int], _ office: TestOffice) async throws -> [Int64] {
        let (cast, now) = (office.cast, office.now)
        return try await office.database.write { db in
            try days.map { days in
                let at = now.addingTimeInterval(-Double(days) * 24 * 3600)
                return try Conversation.ask(
                    db, TypedLine("Pytanie sprzed \(days) dni"), NewContent(body: "Treść"), firm: cast.bakery,
                    by: cast.piotr, on: Cast.day, at: at
                ).id
            }
        }
    }
}

extension TestOffice {
    /// Sends a notice to three firms, which all say thank you; returns its number.
    fileprivate func broadcastAndAnswers() async throws -> Int64 {
        let (cast, now) = (cast, now)
        return try await database.write { db in
            let firms = [(cast.bakery, cast.piotr), (cast.furniture, cast.tomasz), (cast.carrier, cast.ewa)]
            let new = Draft.New(
                subject: "Uwaga", content: NewContent(body: "Treść"), audience: .picked(firms.map(\.0.id)))
            let draft = try Draft.create(db, new, by: cast.anna, in: .wholeOffice, on: Cast.day, at: now)
            let sent = try Broadcast.send(db, draft, CheckedSend(expecting: firms.count), in: .wholeOffice, at: now)
            for (firm, person) in firms {
                let id = try Int64.fetchOne(
                    db, sql: "SELECT id FROM conversation WHERE broadcastId = ? AND firmId = ?",
                    arguments: [sent.id, firm.id])
                try Conversation.find(db, id ?? 0, in: .wholeOffice).post(
                    db, NewContent(body: "Dziękuję"), by: person, side: .client, on: Cast.day, at: now)
            }
            return sent.id
        }
    }
}
