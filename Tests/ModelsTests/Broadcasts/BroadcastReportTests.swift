import Foundation
import GRDB
import Models
import TestSupport
import Testing

@Suite("The send report")
struct BroadcastReportTests {
    /// A notice with a file to all six firms, after three of them reacted.
    private struct Sent {
        let broadcast: Broadcast
        let bakery, carrier, furniture: Conversation

        init(_ office: TestOffice) async throws {
            let cast = office.cast
            let firms = [cast.bakery, cast.carrier, cast.furniture, cast.sawmill, cast.studio, cast.empty]
            broadcast = try await office.broadcast(to: firms, files: [office.upload()])
            bakery = try await office.thread(broadcast, cast.bakery)
            carrier = try await office.thread(broadcast, cast.carrier)
            furniture = try await office.thread(broadcast, cast.furniture)
            office.pass(60)
            try await office.read(bakery.lastMessageId, of: bakery, by: cast.piotr)
            office.pass(60)
            try await office.download(bakery.lastMessageId, by: cast.piotr)
            office.pass(60)
            try await office.download(bakery.lastMessageId, by: cast.piotr)
            try await office.read(furniture.lastMessageId, of: furniture, by: cast.tomasz)
            try await office.post(carrier, by: cast.ewa, .client, "Pierwsza odpowiedź")
            try await office.post(carrier, by: cast.ewa, .client, "Druga odpowiedź")
            // A download by the office is not counted as the client's.
            try await office.download(carrier.lastMessageId, by: cast.dana, in: .wholeOffice)
        }
    }

    @Test("Counts who received, read, took a file, answered, was skipped")
    func totals() async throws {
        try await TestOffice.with { office in
            let sent = try await Sent(office)
            let totals = try await Self.totals(office, sent.broadcast, .wholeOffice)
            #expect(totals.received == 5 && totals.read == 2 && totals.unread == 3)
            #expect(totals.downloaded == 1 && totals.answered == 1 && totals.skipped == 1)
        }
    }

    @Test("Has a row a firm: who read when, who took which file when first, the last answer")
    func rows() async throws {
        try await TestOffice.with { office in
            let sent = try await Sent(office)
            let page = try await Self.page(office, sent.broadcast, .all)
            #expect(
                page.rows.map(\.firmName) == [
                    "Meble Dąb sp. z o.o.", "Piekarnia Kłos", "Przewozy Ewa Nowak", "Studio Noa", "Tartak Dąb",
                ])
            let notice = sent.bakery.lastMessageId
            let reader = try #require(page.readers[notice]?.first)
            #expect(page.readers[notice]?.count == 1)
            #expect(reader.personName == "Piotr Kłos" && reader.at == sent.broadcast.sentAt.addingTimeInterval(60))
            let taken = try #require(page.downloads[notice]?.first)
            #expect(page.downloads[notice]?.count == 1)
            #expect(taken.personName == "Piotr Kłos" && taken.fileName == "ewidencja.txt")
            #expect(taken.at == sent.broadcast.sentAt.addingTimeInterval(120))
            let carrier = try #require(page.rows.first { $0.conversationId == sent.carrier.id })
            #expect(carrier.answer == "Druga odpowiedź" && carrier.answeredAt == office.now)
            #expect(page.downloads[sent.carrier.lastMessageId] == nil && page.readers.count == 2)
            #expect(page.rows.map(\.activeCount) == [1, 1, 1, 1, 1])
        }
    }

    @Test(
        "Shows the firms that a filter asks for",
        arguments: [
            (BroadcastReport.Show.read, ["Meble Dąb sp. z o.o.", "Piekarnia Kłos"]),
            (.unread, ["Przewozy Ewa Nowak", "Studio Noa", "Tartak Dąb"]), (.downloaded, ["Piekarnia Kłos"]),
            (.answered, ["Przewozy Ewa Nowak"]), (.skipped, []),
        ]
    )
    func filters(show: BroadcastReport.Show, names: [String]) async throws {
        try await TestOffice.with { office in
            let sent = try await Sent(office)
            #expect(try await Self.page(office, sent.broadcast, show).rows.map(\.firmName) == names)
        }
    }

    @Test("Shows a supervisor and an accountant the own firms only, in rows, totals and skips")
    func scope() async throws {
        try await TestOffice.with { office in
            let (sent, cast) = (try await Sent(office), office.cast)
            for (person, names, received, skipped) in [
                (cast.marek, ["Meble Dąb sp. z o.o.", "Piekarnia Kłos", "Tartak Dąb"], 3, 1),
                (cast.rafal, ["Przewozy Ewa Nowak"], 1, 0),
            ] {
                let scope = try await office.scope(person)
                let report = BroadcastReport(sent.broadcast, scope: scope)
                let totals = try await Self.totals(office, sent.broadcast, scope)
                let (page, skips) = try await office.database.read { db in
                    (try report.page(db, .all), try report.skipped(db))
                }
                #expect(page.rows.map(\.firmName) == names)
                #expect(totals.received == received && totals.skipped == skipped && skips.count == skipped)
                // A page cannot begin after a firm outside the scope.
                let foreign = person == cast.marek ? sent.carrier : sent.bakery
                let after = try await office.database.read { db in try report.page(db, .all, after: foreign.id).rows }
                #expect(after.isEmpty)
            }
        }
    }

    @Test("Does not take a read answer for a read notice")
    func laterMessages() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let broadcast = try await office.broadcast(to: [cast.bakery])
            let thread = try await office.thread(broadcast, cast.bakery)
            let answered = try await office.post(thread, by: cast.marek, .office)
            try await office.read(answered.lastMessageId, of: thread, by: cast.piotr)
            let totals = try await Self.totals(office, broadcast, .wholeOffice)
            #expect(totals.read == 0 && totals.answered == 0)
        }
    }

    @Test("Comes in pages that visit each firm once, by name")
    func pages() async throws {
        try await TestOffice.with { office in
            let firms = try await office.addFirms(230)
            let broadcast = try await office.broadcast(to: firms)
            var (seen, sizes): ([String], [Int]) = ([], [])
            var page = try await Self.page(office, broadcast, .all)
            while true {
                seen += page.rows.map { "\($0.firmName) \($0.conversationId)" }
                sizes.append(page.rows.count)
                guard page.hasNext, let last = page.rows.last else { break }
                page = try await Self.page(office, broadcast, .all, after: last.conversationId)
            }
            #expect(sizes == [100, 100, 30] && Set(seen).count == 230)
            let names = seen.map { $0.split(separator: " ")[1] }
            #expect(names == names.sorted())
        }
    }

    @Test("Has those who never signed in after the others who have not read, across its pages")
    func neverSignedIn() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let firms = try await office.addFirms(120)
            // By name the last, and the only one whose person can sign in.
            let broadcast = try await office.broadcast(to: firms + [cast.sawmill])
            let first = try await Self.page(office, broadcast, .unread)
            let second = try await Self.page(office, broadcast, .unread, after: first.rows.last?.conversationId)
            #expect(first.rows.first?.firmName == "Tartak Dąb" && first.rows.count == 100 && first.hasNext)
            let rest = (first.rows.dropFirst() + second.rows).map(\.conversationId)
            #expect(Set(rest).count == 120 && rest.count == 120 && !second.hasNext)
            let contacts = try #require(first.contacts[first.rows[1].conversationId])
            #expect(contacts.allSatisfy(\.isInvited) && !contacts.isEmpty)
            #expect(first.contacts[first.rows[0].conversationId]?.allSatisfy { !$0.isInvited } == true)
        }
    }

    private static func totals(
        _ office: TestOffice, _ broadcast: Broadcast, _ scope: FirmScope
    ) async throws -> BroadcastReport.Totals {
        try await office.database.read { db in try BroadcastReport(broadcast, scope: scope).totals(db) }
    }

    private static func page(
        _ office: TestOffice, _ broadcast: Broadcast, _ show: BroadcastReport.Show, after: Int64? = nil
    ) async throws -> BroadcastReport.Page {
        try await office.database.read { db in
            try BroadcastReport(broadcast, scope: .wholeOffice).page(db, show, after: after)
        }
    }
}
