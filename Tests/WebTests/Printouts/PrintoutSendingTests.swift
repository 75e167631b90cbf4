import Foundation
import GRDB
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Models
import TestSupport
import Testing

@testable import Web

@Suite("Printouts on a message")
struct PrintoutSendingTests {
    private static let period = "2026-02-01/2026-02-28"

    @Test("are offered by kind for the ticked firms, checked firm by firm, sent, and listed for each firm alone")
    func wholeWay() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await Self.takeInBooks(office)
            try await office.app { client in
                let anna = try await office.browser(client, as: cast.anna)
                let firms = [cast.bakery, cast.carrier, cast.sawmill]
                let offer = try await Self.post(anna, "/office/broadcasts/printouts", firms, ["period": ""]).text
                for word in ["taxLedger", "revenue", "vatSales", Self.period, "luty 2026"] {
                    #expect(offer.contains(word), "\(word)")
                }
                #expect(!offer.contains("trialBalance") && !offer.contains("Meble"))
                let written = try await Self.post(
                    anna, "/office/broadcasts/check", firms,
                    [
                        "subject": "Księgi", "body": "W załączeniu", "printouts": Self.period, "printout": "taxLedger",
                        "printout": "revenue",
                    ])
                let check = try await anna.get(written.location).text
                #expect(check.contains("lacking-title") && check.contains("Tartak Dąb"))
                // Firms without printouts are excluded unless chosen; the button shows the resulting number.
                #expect(try SendingTests.field("expected", in: check) == "2" && check.contains("Wyślij do 2 firm<"))
                #expect(try Self.counts(check) == ["2", "0", "1"])
                let all = try await anna.get("\(written.location)&lacking=nothing").text
                #expect(try SendingTests.field("expected", in: all) == "3" && all.contains("Wyślij do 3 firm<"))
                #expect(try SendingTests.field("lacking", in: all) == "nothing" && Self.counts(all) == ["2", "0", "1"])
                let bakery = try await anna.get("\(written.location)&at=\(cast.bakery.id)").text
                let paper = try #require(bakery.firstMatch(of: /<article class="card paper"[\s\S]*<\/article>/)).output
                #expect(paper.contains("Ewidencja przychodów") && !paper.contains("Podatkowa księga"))
                let sent = try await anna.post(
                    "/office/broadcasts",
                    [
                        "draft": SendingTests.field("draft", in: check), "expected": "2",
                        "audience": SendingTests.field("audience", in: check),
                        "lacking": SendingTests.field("lacking", in: check),
                    ])
                #expect(sent.location.hasPrefix("/office/broadcasts/") && !sent.location.contains("check"))
                let report = try await anna.get("\(sent.location)?show=all").text
                #expect(report.contains("Ewidencja przychodów, luty 2026"))
                let table = try await anna.get("\(sent.location)/report.csv").text
                #expect(table.contains("Podatkowa księga przychodów i rozchodów, luty 2026"))
                #expect(try await anna.get("\(sent.location)?show=skipped").text.contains("brakuje plików"))
                // Sent again, it has the same kinds, of the last complete month.
                let id = sent.location.split(separator: "/").last ?? ""
                let again = try await anna.get("/office/firms?again=\(id)").text
                for field in [
                    "name=\"printouts\" value=\"2026-10-01/2026-10-31\"", "name=\"printout\" value=\"taxLedger\"",
                    "name=\"printout\" value=\"revenue\"", "październik 2026",
                ] { #expect(again.contains(field), "\(field)") }

                for (person, own, other) in [
                    (cast.piotr, "Ewidencja przychodów", "Podatkowa księga"),
                    (cast.ewa, "Podatkowa księga", "Ewidencja przychodów"),
                ] {
                    let browser = try await office.browser(client, as: person)
                    for list in ["/", "/conversations"] {
                        #expect(try await browser.get(list).text.contains("1 załącznik"), "\(list)")
                    }
                    let page = try await Self.thread(browser)
                    #expect(page.contains(own) && !page.contains(other) && page.contains("luty 2026"))
                    #expect(page.firstMatch(of: /href="\/printouts\/\d+\?message=\d+"/) != nil)
                    #expect(page.contains("jeszcze nie pobrano"))
                }
            }
        }
    }

    @Test("stand in the archive by name, kind, period and source, with who took which when")
    func archive() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await Self.takeInBooks(office)
            try await office.app { client in
                let anna = try await office.browser(client, as: cast.anna)
                let started = try await anna.post(
                    "/office/firms/\(cast.bakery.id)/conversations",
                    [
                        "subject": "Księgi", "body": "W załączeniu", "printouts": Self.period, "printout": "revenue",
                    ])
                #expect(started.status == .seeOther)
                try await office.database.write { db in
                    try db.execute(
                        sql: """
                            INSERT INTO printoutDownload (printoutId, messageId, personId, startedAt)
                            SELECT printoutId, messageId, ?, ? FROM messagePrintout
                            """,
                        arguments: [cast.piotr, office.now.milliseconds])
                }
                let sha256 = try await office.database.read { db in
                    try String.fetchOne(
                        db, sql: "SELECT lower(hex(sha256)) FROM taxImport WHERE firmId = ?",
                        arguments: [cast.bakery.id])
                }
                let card = "/office/firms/\(cast.bakery.id)"
                for path in [card, "\(card)/archive", "\(card)/archive.csv"] {
                    let text = try await anna.get(path).text
                    for word in [
                        "Ewidencja przychodów", "Ewidencje i księgi", "luty 2026", "Piotr Kłos", sha256 ?? "-",
                    ] {
                        #expect(text.contains(word), "\(path): \(word)")
                    }
                    #expect(!text.contains("zastąpiony nowszą wersją"))
                }
                _ = try await office.takeIn(
                    TaxFileText.books("jpk_ewp_4", of: cast.bakery, made: "2026-03-05T09:00:00Z", purpose: 2))
                for path in [card, "\(card)/archive", "\(card)/archive.csv", started.location] {
                    #expect(try await anna.get(path).text.contains("zastąpiony nowszą wersją"), "\(path)")
                }
                let rafal = try await office.browser(client, as: cast.rafal)
                #expect(try await rafal.get("\(card)/archive.csv").status == .notFound)
            }
        }
    }

    @Test("about payroll are known to those of the firm alone who may see payroll")
    func payroll() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await Self.takeInBooks(office)
            try await office.app { client in
                let anna = try await office.browser(client, as: cast.anna)
                try await office.database.write { db in
                    try db.execute(
                        sql: "UPDATE membership SET canRead = 1 WHERE personId = ?", arguments: [cast.payroller])
                }
                let started = try await anna.post(
                    "/office/firms/\(cast.bakery.id)/conversations",
                    [
                        "subject": "Płace", "body": "W załączeniu", "printouts": Self.period, "printout": "revenue",
                        "payroll": "1",
                    ])
                #expect(started.status == .seeOther)
                let thread = started.location.replacing("/office", with: "")
                let kasia = try await office.browser(client, as: cast.payroller)
                #expect(try await kasia.get(thread).text.contains("Ewidencja przychodów"))
                let piotr = try await office.browser(client, as: cast.piotr)
                #expect(try await piotr.get(thread).status == .notFound)
                #expect(try await piotr.get("/").text.contains("Płace") == false)
            }
        }
    }

    @Test("are missed by a firm without any in the report, in its table and on paper, where it got the notice anyway")
    func without() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await Self.takeInBooks(office)
            try await office.app { client in
                let anna = try await office.browser(client, as: cast.anna)
                let written = try await Self.post(
                    anna, "/office/broadcasts/check", [cast.bakery, cast.sawmill, cast.studio],
                    ["subject": "Księgi", "body": "W załączeniu", "printouts": Self.period, "printout": "revenue"])
                let check = try await anna.get("\(written.location)&lacking=nothing").text
                // The Israeli firm should have none of the kind, but is listed too.
                #expect(check.contains("Studio Noa") && check.contains("Żaden z tych wydruków nie dotyczy tej firmy."))
                #expect(try Self.counts(check) == ["1", "0", "2"])
                let sent = try await anna.post(
                    "/office/broadcasts",
                    [
                        "draft": SendingTests.field("draft", in: check), "expected": "3",
                        "audience": SendingTests.field("audience", in: check), "lacking": "nothing",
                    ])
                let report = try await anna.get("\(sent.location)?show=all").text
                #expect(report.ranges(of: "bez plików").count == 2 && report.contains("?show=without"))
                let chosen = try await anna.get("\(sent.location)?show=without").text
                #expect(chosen.contains("Tartak Dąb") && !chosen.contains("Piekarnia"))
                let table = try await anna.get("\(sent.location)/report.csv").text
                let lines = table.split(separator: "\r\n").filter { $0.contains("bez plików") }
                #expect(lines.count == 2 && lines.allSatisfy { !$0.contains("Piekarnia") })
                #expect(try await anna.get("\(sent.location)/paper").text.ranges(of: "bez plików").count == 2)
            }
        }
    }

    /// Returns the numbers of the three tiles: with all files, with some, without any.
    private static func counts(_ page: String) throws -> [String] {
        page.matches(of: /check-counts__item--\w+"><dt>[^<]*<\/dt><dd>(\d+)<\/dd>/).map { String($0.output.1) }
    }

    @Test("that a form names stay in it while the rest is mended, and what is no printout is named")
    func rejected() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await Self.takeInBooks(office)
            try await office.app { client in
                let anna = try await office.browser(client, as: cast.anna)
                let fields: KeyValuePairs<String, String> = [
                    "subject": "", "body": "Treść", "printouts": Self.period, "printout": "revenue",
                ]
                let again = try await Self.post(anna, "/office/broadcasts/check", [cast.bakery], fields)
                #expect(again.status == .unprocessableContent)
                #expect(again.text.contains("name=\"printout\" value=\"revenue\""))
                #expect(again.text.contains("name=\"printouts\" value=\"\(Self.period)\""))
                let one = try await anna.post("/office/firms/\(cast.bakery.id)/conversations", fields)
                #expect(one.text.contains("name=\"printout\" value=\"revenue\""))
                let none = try await anna.post(
                    "/office/firms/\(cast.sawmill.id)/conversations",
                    ["subject": "Temat", "body": "Treść", "printouts": Self.period, "printout": "revenue"])
                #expect(none.status == .unprocessableContent && none.text.contains("printouts-error"))
                let wrong = try await Self.post(
                    anna, "/office/broadcasts/check", [cast.bakery],
                    ["subject": "Temat", "body": "Treść", "printouts": "luty", "printout": "revenue"])
                #expect(wrong.status == .unprocessableContent && wrong.text.contains("printouts-error"))
            }
        }
    }

    @Test("to one firm are those that its window showed; what came meanwhile is said and shown, nothing typed is lost")
    func shown() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await Self.takeInBooks(office)
            try await office.app { client in
                let anna = try await office.browser(client, as: cast.anna)
                let path = "/office/firms/\(cast.bakery.id)/conversations"
                let key = try SendingTests.field("formKey", in: await anna.get("\(path)/new").text)
                func papers() async throws -> String {
                    let offer = try await Self.post(
                        anna, "/office/broadcasts/printouts", [cast.bakery], ["period": Self.period]
                    ).text
                    let tick = try #require(offer.firstMatch(of: /value="revenue"[^>]*data-papers="([0-9+]*)"/))
                    return String(tick.output.1)
                }
                func send(_ shown: String) async throws -> Answer {
                    try await anna.post(
                        path,
                        [
                            "subject": "Księgi", "body": "W załączeniu", "printouts": Self.period,
                            "printout": "revenue", "shown": shown, "formKey": key,
                        ])
                }
                let older = try await papers()
                _ = try await office.takeIn(
                    TaxFileText.books("jpk_ewp_4", of: cast.bakery, made: "2026-03-05T09:00:00Z", purpose: 2))
                let refused = try await send(older)
                #expect(refused.status == .unprocessableContent && refused.text.contains("printouts-error"))
                #expect(refused.text.contains("W załączeniu") && refused.text.contains("value=\"\(key)\""))
                let newer = try await papers()
                #expect(newer != older && refused.text.contains("name=\"shown\" value=\"\(newer)\""))
                let sent = try await send(newer)
                #expect(sent.status == .seeOther)
                #expect(try await send(newer).location == sent.location, "the answer was lost, and it is sent again")
                let count = try await office.database.read { db in
                    try Int.fetchOne(db, sql: "SELECT count(*) FROM message")
                }
                #expect(count == 1)
            }
        }
    }

    @Test("of firms in another's care are offered to nobody else")
    func scope() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await Self.takeInBooks(office)
            try await office.app { client in
                for (person, isOwn) in [(cast.ola, true), (cast.rafal, false)] {
                    let browser = try await office.browser(client, as: person)
                    let offer = try await Self.post(browser, "/office/broadcasts/printouts", [cast.bakery], [:]).text
                    #expect(offer.contains("revenue") == isOwn)
                }
            }
        }
    }

    /// Imports February 2026 of the bakery and of the carrier, each with its own books.
    private static func takeInBooks(_ office: TestOffice) async throws {
        _ = try await office.takeIn(TaxFileText.books("jpk_ewp_4", of: office.cast.bakery))
        _ = try await office.takeIn(TaxFileText.books("jpk_pkpir_3", of: office.cast.carrier))
    }

    private static func post(
        _ browser: Browser, _ path: String, _ firms: [Firm], _ fields: KeyValuePairs<String, String>
    ) async throws -> Answer {
        try await browser.post(path, firms.map { ("firm", "\($0.id)") } + fields.map { ($0.key, $0.value) })
    }

    /// Returns the first conversation of a client's list.
    private static func thread(_ browser: Browser) async throws -> String {
        let list = try await browser.get("/conversations").text
        let href = try #require(list.firstMatch(of: /href="(\/conversations\/\d+)"/)).output.1
        return try await browser.get(String(href)).text
    }
}
