import Foundation
import GRDB
import HummingbirdTesting
import Models
import TestSupport
import Testing

@testable import Web

@Suite("The strip of a firm's card")
struct FirmCardTests {
    @Test("stands on every tab: people to call and write to, when each was last there, and what is open")
    func everywhere() async throws {
        try await TestOffice.with { office in
            _ = try await AccessWorld(office)
            let (cast, card) = (office.cast, "/office/firms/\(office.cast.bakery.id)")
            try await office.database.write { db in
                try db.execute(
                    sql: "UPDATE person SET phone = '+48 600 000 619' WHERE id = ?", arguments: [cast.piotr])
            }
            try await office.app { client in
                let piotr = try await office.browser(client, as: cast.piotr)
                _ = try await piotr.post(
                    "/conversations", ["firm": "\(cast.bakery.id)", "subject": "Mąka", "body": "Jaki VAT?"])
                let marek = try await office.browser(client, as: cast.marek)
                let strips = try await ["", "/files", "/printouts", "/people", "/people/\(cast.piotr)", "/settings"]
                    .asyncMap { try await Self.strip(marek, card + $0) }
                #expect(Set(strips).count == 1, "the same on each of them")
                let strip = try #require(strips.first)
                #expect(strip.contains("<bdi>Piotr Kłos</bdi>") && strip.contains("mailto:piotr@piekarnia.example"))
                #expect(strip.contains("href=\"tel:+48600000619\"") && strip.contains("+48 600 000 619</bdi>"))
                #expect(strip.contains("show=unanswered") && strip.contains("show=untaken"))
                let asked = try await marek.get("\(card)?show=unanswered").text
                #expect(asked.contains("Mąka") && !asked.contains("Godziny otwarcia"))
                let untaken = try await marek.get("\(card)?show=untaken").text
                #expect(untaken.contains("Godziny otwarcia") && !untaken.contains("Mąka"))
                // The same choice on paper and in the table.
                #expect(try await marek.get("\(card)/archive.csv?show=unanswered").text.contains("Mąka"))
                #expect(!(try await marek.get("\(card)/archive.csv?show=untaken").text.contains("Mąka")))
                #expect(try await marek.get("\(card)/archive?show=untaken").text.contains("Nie pobrano plików"))
            }
        }
    }

    @Test("says when a person signed in last; of one who never did, whether there is a link")
    func presence() async throws {
        try await TestOffice.with { office in
            let (cast, card) = (office.cast, "/office/firms/\(office.cast.bakery.id)")
            try await office.app { client in
                let marek = try await office.browser(client, as: cast.marek)
                office.pass(3600)
                _ = try await office.browser(client, as: cast.piotr)
                let fresh = try await Self.strip(marek, card)
                #expect(
                    fresh.contains("logowanie: dziś, 14:00") && fresh.contains("logowanie: 20 listopada 2026, 14:00"))
                #expect(fresh.contains(#/jeszcze bez logowania, link ważny do: \d/#))
                office.pass(30 * 24 * 3600)
                let again = try await office.browser(client, as: cast.marek)
                #expect(try await Self.strip(again, card).contains("jeszcze bez logowania, link wygasł"))
            }
        }
    }

    @Test("of a firm that waits for nothing says so, without a link, and counts nothing of other firms")
    func nothing() async throws {
        try await TestOffice.with { office in
            _ = try await AccessWorld(office)
            let cast = office.cast
            try await office.app { client in
                let anna = try await office.browser(client, as: cast.anna)
                let strip = try await Self.strip(anna, "/office/firms/\(cast.furniture.id)")
                #expect(strip.contains("żadne pytanie nie czeka") && strip.contains("żaden plik nie czeka na pobranie"))
                #expect(!strip.contains("show=") && !strip.contains("Piotr"))
                let empty = try await Self.strip(anna, "/office/firms/\(cast.empty.id)")
                #expect(empty.contains("Nikt nie ma jeszcze dostępu"))
            }
        }
    }

    @Test("shows digests under Details on the card and on its files, and openly on paper")
    func digests() async throws {
        try await TestOffice.with { office in
            _ = try await AccessWorld(office)
            let (cast, card) = (office.cast, "/office/firms/\(office.cast.bakery.id)")
            try await office.app { client in
                let marek = try await office.browser(client, as: cast.marek)
                for path in [card, "\(card)/files"] {
                    let page = try await marek.get(path).text
                    let hidden = page.matches(of: /<details class="proof">(?s:.*?)<\/details>/).map { String($0.0) }
                    #expect(!hidden.isEmpty && hidden.allSatisfy { $0.contains(#/[0-9a-f]{64}/#) }, "\(path)")
                    #expect(page.matches(of: /[0-9a-f]{64}/).count == hidden.count, "\(path)")
                }
                let paper = try await marek.get("\(card)/archive").text
                #expect(paper.contains(#/[0-9a-f]{64}/#) && !paper.contains("<details"))
            }
        }
    }

    private static func strip(_ browser: Browser, _ path: String) async throws -> String {
        let page = try await browser.get(path).text
        return String(try #require(page.firstMatch(of: /<section class="card strip"(?s:.*?)<\/section>/), "\(path)").0)
    }
}

extension [String] {
    fileprivate func asyncMap<Found>(_ find: (String) async throws -> Found) async rethrows -> [Found] {
        var found: [Found] = []
        for each in self { found.append(try await find(each)) }
        return found
    }
}
