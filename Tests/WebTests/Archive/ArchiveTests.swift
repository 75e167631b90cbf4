import Foundation
import GRDB
import HTTPTypes
import HummingbirdTesting
import Models
import TestSupport
import Testing

@testable import Web

@Suite("The firm's card: archive and settings")
struct ArchiveTests {
    @Test("the archive and its exports hold the firm's messages and no word of another firm")
    func onlyOwn() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await office.app { client in
                let (piotr, ewa) = (
                    try await office.browser(client, as: cast.piotr), try await office.browser(client, as: cast.ewa)
                )
                _ = try await piotr.post(
                    "/conversations", ["firm": "\(cast.bakery.id)", "subject": "=HYPERLINK(1)", "body": "Zakwas"])
                _ = try await ewa.post(
                    "/conversations", ["firm": "\(cast.carrier.id)", "subject": "Naczepa", "body": "Tachograf"])
                let ola = try await office.browser(client, as: cast.ola)
                let card = "/office/firms/\(cast.bakery.id)"
                for path in [card, "\(card)/archive", "\(card)/archive.csv", "\(card)/archive.csv?show=client"] {
                    let text = try await ola.get(path).text
                    #expect(
                        text.contains("Zakwas") && !text.contains("Naczepa") && !text.contains("Tachograf"), "\(path)")
                }
                #expect(!(try await ola.get("\(card)?q=tachograf").text.contains("Tachograf")))
                #expect(!(try await ola.get("\(card)?period=2025").text.contains("Zakwas")))
                #expect(try await ola.get("\(card)?period=2026-11&q=ZAKWAS").text.contains("Zakwas"))
                let rafal = try await office.browser(client, as: cast.rafal)
                #expect(try await rafal.get("\(card)/archive.csv").status == .notFound)
                let table = try await ola.get("\(card)/archive.csv")
                #expect(table.headers[.contentType] == "text/csv; charset=utf-8")
                #expect(table.headers[.contentDisposition]?.hasPrefix("attachment") == true)
                #expect(table.text.hasPrefix("\u{FEFF}") && table.text.contains("'=HYPERLINK(1)"))
                let printed = try await ola.get("\(card)/archive?period=2026-11").text
                #expect(printed.contains("Zakwas") && !printed.contains("<nav"))
            }
        }
    }

    @Test(
        "names every kind of message in words: on the card, in print and in the table", arguments: Message.Kind.allCases
    )
    func kinds(kind: Message.Kind) async throws {
        try await TestOffice.with { office in
            let (cast, now) = (office.cast, office.now)
            try await office.database.write { db in
                _ = try Conversation.ask(
                    db, "Sprawa", NewContent(body: "Treść"), firm: cast.bakery, by: cast.piotr, on: Cast.day, at: now)
                try db.execute(sql: "UPDATE everyMessage SET kind = ?", arguments: [kind])
            }
            try await office.app { client in
                let anna = try await office.browser(client, as: cast.anna)
                let card = "/office/firms/\(cast.bakery.id)"
                let word = try LanguageText(.pl, folder: LanguageFiles.folder)("archive.kind.\(kind.rawValue)")
                for path in [card, "\(card)/archive", "\(card)/archive.csv"] {
                    let text = try await anna.get(path).text
                    #expect(text.contains(word) && !text.contains("[["), "\(path)")
                }
            }
        }
    }

    @Test("a table of hundreds of messages comes whole, each message once")
    func large() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let (now, day) = (office.now, Cast.day)
            try await office.database.write { db in
                for number in 0..<450 {
                    _ = try Conversation.ask(
                        db, "Pytanie \(number).", NewContent(body: "Treść"), firm: cast.bakery, by: cast.piotr, on: day,
                        at: now)
                }
            }
            try await office.app { client in
                let anna = try await office.browser(client, as: cast.anna)
                let lines = try await anna.get("/office/firms/\(cast.bakery.id)/archive.csv").text
                    .components(separatedBy: "\r\n")
                #expect(lines.count == 1 + 450 + 1)
                #expect(Set(lines).count == lines.count)
            }
        }
    }

    @Test("hundreds of messages are printed whole, each once, newest first, between the page's head and its end")
    func longPrint() async throws {
        try await TestOffice.with { office in
            let (cast, now, day) = (office.cast, office.now, Cast.day)
            try await office.database.write { db in
                for number in 100..<350 {
                    _ = try Conversation.ask(
                        db, "Pytanie \(number).", NewContent(body: "\u{E002}"), firm: cast.bakery, by: cast.piotr,
                        on: day, at: now)
                }
            }
            try await office.app { client in
                let anna = try await office.browser(client, as: cast.anna)
                let page = try await anna.get("/office/firms/\(cast.bakery.id)/archive").text
                #expect(page.hasPrefix("<!doctype html>") && page.hasSuffix("</html>\n"))
                let asked = page.matches(of: /Pytanie (\d+)\./).map { String($0.1) }
                #expect(asked == (100..<350).reversed().map(String.init))
                #expect(page.components(separatedBy: "<ol").count == 2)
            }
        }
    }

    @Test("the head's settings are saved, kept as typed when refused, and only read by others")
    func settings() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await office.app { client in
                let anna = try await office.browser(client, as: cast.anna)
                let place = "/office/firms/\(cast.bakery.id)/settings"
                let saved = try await anna.post(
                    place,
                    ["name": "Piekarnia Nowa", "country": "PL", "identifier": "1111111111", "tags": "chleb, VIP"])
                #expect(saved.location == "\(place)?done=saved")
                let refused = try await anna.post(
                    place, ["name": "Piekarnia Zła", "country": "PL", "identifier": "123", "tags": "chleb"])
                #expect(refused.status == .unprocessableContent && refused.text.contains("Piekarnia Zła"))
                let marek = try await office.browser(client, as: cast.marek)
                let read = try await marek.get(place).text
                #expect(read.contains("Piekarnia Nowa") && !read.contains("id=\"settings\""))
                _ = try await anna.post("/office/firms/\(cast.bakery.id)/archiving")
                let piotr = try await office.browser(client, as: cast.piotr)
                let new = try await piotr.get("/conversations/new").text
                #expect(!new.contains("<textarea"))
            }
        }
    }
}
