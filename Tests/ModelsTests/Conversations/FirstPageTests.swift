import Foundation
import GRDB
import TestSupport
import Testing

@testable import Models

@Suite("A client's first page")
struct FirstPageTests {
    @Test("Lists each conversation once: unread, else waiting for the office's answer, else earlier")
    func once() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let question = try await office.ask("Pytanie")
            let handled = try await office.ask("Załatwione")
            let foreign = try await office.ask("Cudze", firm: cast.carrier, by: cast.ewa)
            let notice = try await office.thread(office.broadcast(to: [cast.bakery], "Nowe"), cast.bakery)
            let (anna, day, now) = (cast.anna, office.day, office.now)
            try await office.database.write { db in try handled.handle(db, by: anna, on: day, at: now) }
            let first = try await Self.page(office)
            #expect(first.unread.map(\.id) == [notice.id])
            #expect(first.asked.map(\.id) == [question.id] && first.asked.first?.lastAuthorId == cast.piotr)
            #expect(first.earlier.map(\.id) == [handled.id], "and not \(foreign.id)")

            try await office.post(question, by: cast.marek, .office, "Odpowiedź")
            let answered = try await Self.page(office)
            #expect(Set(answered.unread.map(\.id)) == [notice.id, question.id] && answered.asked.isEmpty)
            // Unread and waiting at once, as when a notice is answered before a reminder comes: it is unread.
            try await office.post(notice, by: cast.piotr, .client, "Dziękuję")
            let thanked = try await Self.page(office)
            #expect(thanked.unread.map(\.id).contains(notice.id) && thanked.asked.isEmpty)
        }
    }

    @Test("Has nothing of payroll for somebody without the right to it, neither in what waits for the office")
    func payroll() async throws {
        try await TestOffice.with { office in
            let question = try await office.ask("Lista płac")
            try await office.database.write { db in
                try db.execute(
                    sql: "UPDATE everyConversation SET isPayroll = TRUE WHERE id = ?", arguments: [question.id])
            }
            let page = try await Self.page(office)
            #expect(page.unread.isEmpty && page.asked.isEmpty && page.earlier.isEmpty)
        }
    }

    @Test("Finds what waits for the office by the firm, not among the questions of the whole office")
    func plan() async throws {
        try await TestOffice.with { office in
            let asked = Inbox.asked(FirmScope.member(office.cast.piotr).containsConversation("conversation"))
            let plan = try await office.database.read { db in
                try Row.fetchAll(db, SQLRequest<Row>("EXPLAIN QUERY PLAN \(asked)")).map { $0["detail"] as String }
            }
            #expect(plan.contains { $0.contains("conversationWaitingOfFirm (firmId=?)") }, "\(plan)")
            #expect(!plan.contains { $0.hasPrefix("SCAN conversation") }, "\(plan)")
        }
    }

    private static func page(_ office: TestOffice) async throws -> Inbox.FirstPage {
        let piotr = office.cast.piotr
        return try await office.database.read { db in try Inbox.firstPage(db, of: piotr, firm: nil) }
    }
}
