import Foundation
import GRDB
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Models
import TestSupport
import Testing

@Suite("The report of a send")
struct ReportTests {
    @Test("reminds in two presses: the button, the text with its count; a third finds the first")
    func reminding() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let world = try await AccessWorld(office)
            try await office.app { client in
                let anna = try await office.browser(client, as: cast.anna)
                let place = "/office/broadcasts/\(world.broadcast)"
                #expect(try await anna.get(place).text.contains("\(place)/reminders/new"))
                let confirm = try await anna.get("\(place)/reminders/new").text
                let (expected, key) = (
                    try SendingTests.field("expected", in: confirm), try SendingTests.field("key", in: confirm)
                )
                let audience = try SendingTests.field("audience", in: confirm)
                #expect(expected == "1")
                let empty = try await anna.post(
                    "\(place)/reminders", ["body": "", "key": key, "expected": expected, "audience": audience])
                #expect(empty.status == .unprocessableContent)
                for _ in 1...2 {
                    let sent = try await anna.post(
                        "\(place)/reminders",
                        ["body": "Proszę przeczytać.", "key": key, "expected": expected, "audience": audience]
                    )
                    #expect(sent.location == "\(place)?done=reminded")
                }
                let count = try await office.database.read { db in
                    try Int.fetchOne(db, sql: "SELECT count(*) FROM reminder")
                }
                #expect(count == 1)
                let piotr = try await office.browser(client, as: cast.piotr)
                #expect(try await piotr.get("/conversations/\(world.conversation)").text.contains("Proszę przeczytać."))
                _ = try await piotr.post(
                    "/conversations/\(world.conversation)/messages/\(world.message)/receipt", [:])
                let late = try await anna.post(
                    "\(place)/reminders",
                    ["body": "Znów", "key": String(repeating: "x", count: 40), "expected": "1", "audience": audience]
                )
                #expect(late.status == .conflict && late.text.contains("Wszyscy już odczytali"))
            }
        }
    }

    @Test("is a table that a spreadsheet opens without harm, and a page to print")
    func exports() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let evil = "=HYPERLINK(\"http://zly.example\")"
            let (anna, now) = (cast.anna, office.now)
            let firm = try await office.database.write { db in
                let new = NewFirm(
                    name: evil, country: .poland, taxIdentifier: "6666666666", form: .ledger, supervisor: nil)
                let firm = try Firm.add(db, new, by: anna, on: Cast.day, at: now)
                _ = try Membership.invite(
                    db, NewPerson(name: "+Zły", email: "z@z.example", phone: "+48 600 700 800", language: .pl),
                    to: firm, by: anna, at: now
                )
                return firm
            }
            try await office.app { client in
                let anna = try await office.browser(client, as: cast.anna)
                let draft = try await SendingTests.draft(anna, to: [cast.bakery, firm, cast.empty], "Święta")
                let sent = try await anna.post("/office/broadcasts", ["draft": draft, "expected": "2"])
                let table = try await anna.get("\(sent.location)/report.csv")
                #expect(table.headers[.contentType] == "text/csv; charset=utf-8")
                #expect(table.headers[.contentDisposition]?.hasPrefix("attachment") == true)
                #expect(table.text.contains("\"'=HYPERLINK(\"\"http://zly.example\"\")\""))
                #expect(table.text.contains("\"(+48) 600 700 800\"") && table.text.contains("\"'+Zły\""))
                #expect(table.text.contains("Kwiaty Mak"), "the skipped firm is named, and why")
                // There are no files, so nothing is said of downloads.
                let report = try await anna.get(sent.location).text
                #expect(!report.contains("pobrał") && !report.contains("show=downloaded"))
                #expect(!report.contains("state--wait"), "it was sent just now")
                let paper = try await anna.get("\(sent.location)/paper").text
                #expect(paper.contains("Piekarnia Kłos") && paper.contains("Kwiaty Mak"))
                // The list links directly to the firms that have not read, with the phone to call.
                let list = try await anna.get("/office/broadcasts").text
                #expect(list.contains("\(sent.location)?show=unread"))
                let unread = try await anna.get("\(sent.location)?show=unread").text
                #expect(unread.contains("tel:+48600700800"))
            }
        }
    }

    @Test("begins with whom to call: grey just after sending, amber after two days, red after a week")
    func ages() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await office.app { client in
                let anna = try await office.browser(client, as: cast.anna)
                let draft = try await SendingTests.draft(anna, to: [cast.bakery, cast.carrier], "Wiek")
                let sent = try await anna.post("/office/broadcasts", ["draft": draft, "expected": "2"])
                let hour: TimeInterval = 3600
                for (pass, tone) in [(47 * hour, "none"), (2 * hour, "wait"), (118 * hour, "wait"), (2 * hour, "bad")] {
                    office.pass(pass)
                    let later = try await office.browser(client, as: cast.anna)
                    let page = try await later.get(sent.location).text
                    #expect(page.contains("aria-current=\"true\">Nie odczytały <span class=\"chip__count\">2</span>"))
                    #expect(page.components(separatedBy: "state state--\(tone)\">czeka").count == 3, "\(tone)")
                    #expect(page.contains(#/<strong>0<\/strong> z 2 firm/#))
                    let list = try await later.get("/office/broadcasts").text
                    #expect(list.contains("class=\"state state--\(tone) row__other\""), "\(tone)")
                }
                // Nobody is left there who could read it.
                let now = office.now
                try await office.database.write { db in
                    try Membership.end(db, of: cast.ewa, in: cast.carrier, by: cast.anna, at: now)
                }
                let fresh = try await office.browser(client, as: cast.anna)
                #expect(try await fresh.get(sent.location).text.contains("state--bad\">nikt nie ma dostępu"))
            }
        }
    }

    @Test("gives its text and files to a new notice, with no firm chosen; kept texts do the same")
    func again() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await office.app { client in
                let marek = try await office.browser(client, as: cast.marek)
                let key = try await marek.uploadKey("Godziny.txt", Data("24 grudnia\n".utf8))
                let written = try await marek.post(
                    "/office/broadcasts/check",
                    [
                        "firm": "\(cast.bakery.id)", "subject": "Święta", "body": "Nieczynne <b>", "files": key,
                        "expiresOn": "2026-11-30",
                    ]
                )
                let check = try await marek.get(written.location).text
                #expect(check.contains("30 listopada 2026"))
                let draft = try SendingTests.field("draft", in: check)
                let sent = try await marek.post("/office/broadcasts", ["draft": draft, "expected": "1"])
                let id = try #require(Int64(sent.location.split(separator: "/").last ?? ""))
                let anna = try await office.browser(client, as: cast.anna)
                let list = try await anna.get("/office/firms?again=\(id)").text
                #expect(list.contains("Nieczynne &lt;b&gt;") && list.contains("value=\"\(key)\""))
                let again = try await anna.post(
                    "/office/broadcasts/check",
                    ["firm": "\(cast.carrier.id)", "subject": "Święta", "body": "Nieczynne", "files": key]
                )
                #expect(
                    again.location.hasPrefix("/office/broadcasts/check?draft="), "the head may send its files again")
                // Another person can neither use the file by its key, nor read the notice.
                let dana = try await office.browser(client, as: cast.dana)
                #expect(try await dana.get("/office/firms?again=\(id)").status == .notFound)
                let stolen = try await dana.post(
                    "/office/broadcasts/check",
                    ["firm": "\(cast.carrier.id)", "subject": "Święta", "body": "Nieczynne", "files": key]
                )
                #expect(stolen.status == .unprocessableContent)
            }
        }
    }

    @Test("says until when the notice is valid, also in the table, on paper and beside the clients' answers")
    func validity() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await office.app { client in
                let marek = try await office.browser(client, as: cast.marek)
                let written = try await marek.post(
                    "/office/broadcasts/check",
                    [
                        "firm": "\(cast.bakery.id)", "subject": "Przerwa", "body": "Nieczynne",
                        "expiresOn": "2026-11-30",
                    ]
                )
                let draft = try SendingTests.field("draft", in: try await marek.get(written.location).text)
                let sent = try await marek.post("/office/broadcasts", ["draft": draft, "expected": "1"])
                for place in [
                    sent.location, "\(sent.location)/report.csv", "\(sent.location)/paper",
                    "/office/questions?show=all",
                ] {
                    #expect(try await marek.get(place).text.contains("30 listopada 2026"), "\(place)")
                }
                #expect(try await marek.get("/office/questions?show=all").text.contains("ważne do"))
                office.pass(12 * 24 * 3600)
                let late = try await office.browser(client, as: cast.marek)
                #expect(try await late.get("/office/questions?show=all").text.contains("wygasło 30 listopada 2026"))
                // What is over is not urgent, however old.
                for place in [sent.location, "/office/broadcasts"] {
                    let page = try await late.get(place).text
                    #expect(page.contains("state state--none") && !page.contains("state--bad"), "\(place)")
                }
            }
        }
    }

    @Test("a day that is over is named at its field, with everything kept")
    func dayOver() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await office.app { client in
                let anna = try await office.browser(client, as: cast.anna)
                let refused = try await anna.post(
                    "/office/broadcasts/check",
                    ["firm": "\(cast.bakery.id)", "subject": "Święta", "body": "Treść", "expiresOn": "2026-11-19"]
                )
                #expect(refused.status == .unprocessableContent)
                #expect(
                    refused.text.contains("composer-expires-error") && refused.text.contains("value=\"2026-11-19\""))
            }
        }
    }
}
