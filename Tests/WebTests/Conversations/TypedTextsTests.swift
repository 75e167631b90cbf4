import Foundation
import GRDB
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Models
import TestSupport
import Testing

@testable import Web

@Suite("Texts on every page")
struct TypedTextsTests {
    private static let typed = """
        7. ZUS
        20. PIT 2*3*450
        - 1500 zł
        > 5000
        \\\\serwer\\dane
        ---
        """
    private static let lines = typed.split(separator: "\n").map { $0.replacing(">", with: "&gt;") }

    @Test(
        "are what a client typed: in the thread of both sides, in lists, search, archive, print and table, after an answer too"
    )
    func client() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await office.app { client in
                let piotr = try await office.browser(client, as: cast.piotr)
                let asked = try await piotr.post(
                    "/conversations", ["firm": "\(cast.bakery.id)", "subject": "2*3*4", "body": Self.typed])
                let id = try #require(asked.location.split(separator: "/").last)
                let anna = try await office.browser(client, as: cast.anna)
                let card = "/office/firms/\(cast.bakery.id)"
                for (browser, path) in [
                    (piotr, "/conversations/\(id)"), (anna, "/office/conversations/\(id)"), (anna, card),
                    (anna, "\(card)/archive"),
                ] {
                    let page = try await browser.get(path).text
                    #expect(page.contains("<p dir=\"auto\">\(Self.lines.joined(separator: "\n"))</p>"), "\(path)")
                    #expect(page.contains("2*3*4"), "\(path)")
                }
                let line = Self.lines.joined(separator: " ")
                for (browser, path) in [(piotr, "/conversations"), (anna, "/office/questions")] {
                    #expect(try await browser.get(path).text.contains(line), "\(path)")
                }
                let table = try await anna.get("\(card)/archive.csv").text
                #expect(table.contains(Self.typed.replacing("\n", with: "\r\n")) || table.contains(Self.typed))
                for (browser, path) in [(piotr, "/search?q=serwer"), (anna, "/office/search?q=serwer")] {
                    let found = try await browser.get(path).text.replacing(#/</?mark>/#, with: "")
                    #expect(found.contains(line), "\(path)")
                }
            }
        }
    }

    @Test("have the office's marks and no others: in a notice, its check, report, template, table and search")
    func office() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let body =
                "{*}do {b}20. {b}lipca 2*3*450\n{link}pit.gov.pl{to}https://zly.example{/link}".withMarks
            let html = """
                <ul>
                <li dir="auto">do <strong>20. </strong>lipca 2*3*450</li>
                </ul>
                <p dir="auto"><a href="https://zly.example" rel="noopener noreferrer nofollow">pit.gov.pl</a> \
                <span class="prose__address" dir="ltr">(https://zly.example)</span></p>
                """
            let plain = "• do 20. lipca 2*3*450\npit.gov.pl (https://zly.example)"
            try await office.app { client in
                let anna = try await office.browser(client, as: cast.anna)
                let check = try await anna.post(
                    "/office/broadcasts/check",
                    ["firm": "\(cast.bakery.id)", "subject": "Terminy", "body": body]
                ).location
                #expect(try await anna.get(check).text.contains(html))
                let key = try #require(check.split(separator: "=").last)
                // After going back, the composer has the text with its marks.
                let composer = try await anna.get("/office/broadcasts/new?draft=\(key)").text
                #expect(composer.contains(">\(body)</textarea>"))
                let sent = try await anna.post("/office/broadcasts", ["draft": "\(key)", "expected": "1"]).location
                #expect(try await anna.get(sent).text.contains(html))
                let number = try #require(sent.split(separator: "/").last)
                let again = try await anna.get("/office/firms?again=\(number)").text
                #expect(again.contains(">\(body)</textarea>"))
                let piotr = try await office.browser(client, as: cast.piotr)
                let line = plain.replacing("\n", with: " ")
                #expect(try await piotr.get("/conversations").text.contains(line))
                #expect(try await piotr.get("/search?q=lipca").text.replacing(#/</?mark>/#, with: "").contains(line))
                // A mark does not split the searched word.
                let table = try await anna.get("/office/firms/\(cast.bakery.id)/archive.csv").text
                #expect(table.contains(plain.replacing("\n", with: "\r\n")) || table.contains(plain))
                #expect(!table.unicodeScalars.contains { (0xFDD0...0xFDEF).contains($0.value) })
            }
        }
    }

    @Test("of the office with a bold syllable are found as one word, in the search and in the firm's archive")
    func syllable() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await office.app { client in
                let anna = try await office.browser(client, as: cast.anna)
                _ = try await anna.post(
                    "/office/firms/\(cast.bakery.id)/conversations",
                    ["subject": "Termin", "body": "zawia{b}do{b}mienie".withMarks])
                #expect(
                    try await anna.get("/office/search?q=zawiadomienie").text.contains("<mark>zawiadomienie</mark>"))
                let card = "/office/firms/\(cast.bakery.id)"
                #expect(try await anna.get("\(card)?q=zawiadomienie").text.contains("<strong>do</strong>"))
            }
        }
    }

    @Test("of a client never have marks, whatever is sent; nor has a colleague's note")
    func forged() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await office.app { client in
                let piotr = try await office.browser(client, as: cast.piotr)
                let asked = try await piotr.post(
                    "/conversations",
                    [
                        "firm": "\(cast.bakery.id)", "subject": "Znaki",
                        "body": "{b}a{b} {link}b{to}https://zly.example{/link}".withMarks,
                    ])
                let id = try #require(asked.location.split(separator: "/").last)
                let anna = try await office.browser(client, as: cast.anna)
                _ = try await anna.post("/office/conversations/\(id)/notes", ["note": "{b}**c**{b} 7. d".withMarks])
                let page = try await anna.get("/office/conversations/\(id)").text
                #expect(page.contains("<p dir=\"auto\">a bhttps://zly.example</p>"))
                #expect(page.contains("<p dir=\"auto\">**c** 7. d</p>"))
                #expect(!page.contains("<strong>a"))
            }
        }
    }

    @Test("with marks begin another notice with them, as do those of a template; an export has none")
    func again() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await office.app { client in
                let anna = try await office.browser(client, as: cast.anna)
                let text = "{b}a{b} 7 **b**".withMarks
                let draft = try await SendingTests.draft(anna, to: [cast.bakery], "Lipiec", text)
                let sent = try await anna.post("/office/broadcasts", ["draft": draft, "expected": "1"]).location
                #expect(try await anna.get(sent).text.contains("<strong>a</strong> 7 **b**"))
                let number = try #require(sent.split(separator: "/").last)
                let again = try await anna.get("/office/firms?again=\(number)").text
                #expect(again.contains(">\(text)</textarea>"))
                let table = try await anna.get("/office/firms/\(cast.bakery.id)/archive.csv").text
                #expect(table.contains("a 7 **b**"))
                _ = try await anna.post(
                    "/office/templates", ["name": "n", "subject": "s", "body": "**b** {b}c{b}".withMarks])
                let list = try await anna.get("/office/templates").text
                #expect(list.contains("**b** c<"))
                let kept = try await anna.get("/office/templates/1").text
                #expect(kept.contains("**b** {b}c{b}".withMarks))
            }
        }
    }
}
