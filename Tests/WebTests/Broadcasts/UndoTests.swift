import Foundation
import GRDB
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Models
import TestSupport
import Testing

@Suite("After the press on Send")
struct UndoTests {
    /// Runs a test in an office in which a send can be undone for a time, with a notice that the head has just sent.
    private static func sent(
        _ test: @escaping @Sendable (TestOffice, any TestClientProtocol, Browser, _ draft: String) async throws -> Void
    ) async throws {
        try await TestOffice.with { office in
            let (cast, now) = (office.cast, office.now)
            try await office.database.write { db in
                try Office.choose(db, undoSeconds: 10, by: cast.anna, at: now)
            }
            try await office.app { client in
                let anna = try await office.browser(client, as: cast.anna)
                let written = try await anna.post(
                    "/office/broadcasts/check",
                    ["firm": "\(cast.bakery.id)", "subject": "Tajemnica", "body": "Treść powiadomienia"])
                let draft = try #require(written.location.split(separator: "=").last.map(String.init))
                let sent = try await anna.post("/office/broadcasts", ["draft": draft, "expected": "1"])
                #expect(sent.location == "/office/firms")
                try await test(office, client, anna, draft)
            }
        }
    }

    private static func go(_ office: TestOffice) async throws {
        office.pass(10)
        let now = office.now
        #expect(try await office.database.write { db in try PlannedSend.goNext(db, at: now) })
    }

    @Test("each page of the sender offers to undo it, no client sees it, and then it is told that it went")
    func wholeWay() async throws {
        try await Self.sent { office, client, anna, draft in
            let list = try await anna.get("/office/firms").text
            #expect(list.contains(#"action="/office/broadcasts/undo""#) && list.contains("Tajemnica"))
            #expect(list.contains(#"data-countdown="10""#))
            let piotr = try await office.browser(client, as: office.cast.piotr)
            #expect(try await !piotr.get("/conversations").text.contains("Tajemnica"))
            let marek = try await office.browser(client, as: office.cast.marek)
            #expect(try await !marek.get("/office/firms").text.contains("/office/broadcasts/undo"))
            try await Self.go(office)
            let after = try await anna.get("/office/firms").text
            #expect(after.contains("Wysłano do 1 firmy") && !after.contains("/office/broadcasts/undo"))
            #expect(try await piotr.get("/conversations").text.contains("Tajemnica"))
            office.pass(60)
            #expect(try await !anna.get("/office/firms").text.contains("Wysłano do 1 firmy"))
            let report = try await anna.get("/office/broadcasts/check?draft=\(draft)").location
            #expect(report.hasPrefix("/office/broadcasts/"))
        }
    }

    @Test("undone, it opens with all that was written, and can be sent again")
    func undone() async throws {
        try await Self.sent { office, _, anna, draft in
            let undone = try await anna.post("/office/broadcasts/undo", ["draft": draft])
            let composer = try await anna.get(undone.location).text
            #expect(composer.contains("Tajemnica") && composer.contains("Treść powiadomienia"))
            #expect(composer.contains("Nikt nic nie dostał"))
            let again = try await anna.post("/office/broadcasts", ["draft": draft, "expected": "1"])
            #expect(again.location == "/office/firms")
            try await Self.go(office)
            // Too late: the report says so.
            let late = try await anna.post("/office/broadcasts/undo", ["draft": draft])
            let report = try await anna.get(try await anna.get(late.location).location).text
            #expect(report.contains("Za późno"))
        }
    }

    @Test("its check page says that it goes by itself, has no second Send, and the composer is closed meanwhile")
    func waiting() async throws {
        try await Self.sent { _, _, anna, draft in
            let check = try await anna.get("/office/broadcasts/check?draft=\(draft)").text
            #expect(check.contains("wyjdzie za chwilę samo") && !check.contains("name=\"expected\""))
            let composer = try await anna.get("/office/broadcasts/new?draft=\(draft)")
            #expect(composer.location == "/office/broadcasts/check?draft=\(draft)")
            #expect(try await !anna.get("/office/broadcasts").text.contains("/office/broadcasts/drafts/removal"))
        }
    }

    @Test("one that failed says why on each page, and is among the drafts")
    func failed() async throws {
        try await Self.sent { office, _, anna, _ in
            let bakery = office.cast.bakery
            try await office.database.write { db in
                try db.execute(sql: "UPDATE firm SET closedAt = 1 WHERE id = ?", arguments: [bakery.id])
            }
            try await Self.go(office)
            let page = try await anna.get("/office/questions").text
            #expect(page.contains("żadna z firm nie może go już dostać"))
            #expect(try await anna.get("/office/broadcasts").text.contains("/office/broadcasts/drafts/removal"))
        }
    }

    @Test("a notice is withdrawn from the firms that have not read it, and its report says from whom, by whom and when")
    func withdrawn() async throws {
        try await Self.sent { office, client, anna, draft in
            try await Self.go(office)
            let report = try await anna.get("/office/broadcasts/check?draft=\(draft)").location
            #expect(try await anna.get(report).text.contains("\(report)/withdrawals/new"))
            let question = try await anna.get("\(report)/withdrawals/new").text
            #expect(question.contains("Wycofaj z 1 firmy"))
            let done = try await anna.post("\(report)/withdrawals", [:])
            let after = try await anna.get(done.location).text
            #expect(after.contains("Piekarnia Kłos") && after.contains("Wycofano: "))
            let piotr = try await office.browser(client, as: office.cast.piotr)
            #expect(try await !piotr.get("/conversations").text.contains("Tajemnica"))
            #expect(try await piotr.get("/search?q=Tajemnica").text.contains("Nic nie znaleziono"))
            let second = try await anna.post("\(report)/withdrawals", [:])
            #expect(try await anna.get(second.location).text.contains("Nie wycofano"))
        }
    }

    @Test("what is typed keeps itself, is offered on the firm list and among the notices, and can be thrown away")
    func drafts() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await office.app { client in
                let anna = try await office.browser(client, as: cast.anna)
                let kept = try await anna.post(
                    "/office/broadcasts/drafts", ["firm": "\(cast.bakery.id)", "subject": "Niedokończone", "body": ""])
                #expect(kept.status == .ok && kept.text.contains("Szkic zapisany o"))
                #expect(try await anna.get("/office/firms").text.contains("Niedokończone"))
                let list = try await anna.get("/office/broadcasts").text
                #expect(list.contains("Niedokończone"))
                let key = try #require(list.firstMatch(of: /name="draft" value="([^"]+)"/)?.output.1)
                #expect(try await anna.get("/office/broadcasts/new?draft=\(key)").text.contains("Niedokończone"))
                let marek = try await office.browser(client, as: cast.marek)
                #expect(try await !marek.get("/office/broadcasts").text.contains("Niedokończone"))
                _ = try await anna.post("/office/broadcasts/drafts/removal", ["draft": String(key)])
                #expect(try await !anna.get("/office/broadcasts").text.contains("Niedokończone"))
            }
        }
    }
}
