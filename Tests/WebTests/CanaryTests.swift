import Foundation
import GRDB
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Models
import Secrets
import TestSupport
import Testing

/// Puts hostile text into every field that people can fill, and looks for it on every page that they can open.
@Suite("The canary crawl")
struct CanaryTests {
    /// Breaks out of text, attributes, templates or headers that are not escaped.
    private static let canary = #""><i id=zz>'&{{x}}{{{x}}}[[x]]%0d%0aX: 1\"#

    @Test("hostile text in every field stays text on every page")
    func everywhere() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await office.app { client in
                let anna = try await office.browser(client, as: cast.anna)
                let firm = try await Self.plant(anna, office)
                let people = try await office.database.read { db in try Membership.people(db, of: firm).map(\.id) }
                let client = try await office.browser(client, as: people.first)
                _ = try await client.post(
                    "/conversations", ["firm": "\(firm.id)", "subject": Self.canary, "body": Self.canary]
                )
                for browser in [anna, client] {
                    for path in try await Self.crawl(browser) {
                        let response = try await browser.get(path)
                        // A CSV table is not a page: markup in it is only text.
                        let isTable = response.headers[.contentType]?.hasPrefix("text/csv") == true
                        #expect(isTable || !response.text.contains("<i id=zz"), "\(path)")
                        #expect(response.headers[HTTPField.Name("X")!] == nil, "\(path)")
                    }
                }
                let inbox = try await client.get("/conversations").text
                #expect(inbox.contains("&lt;i id=zz&gt;"), "the canary is there, as text")
                let list = try await anna.get("/office/firms?q=zz").text
                #expect(list.contains("&lt;i id=zz&gt;"))
            }
        }
    }

    @Test("no page of one firm's client holds a word of another firm")
    func foreign() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await office.app { client in
                let anna = try await office.browser(client, as: cast.anna)
                let draft = try await SendingTests.draft(anna, to: [cast.bakery, cast.carrier, cast.studio], "Wspólne")
                _ = try await anna.post("/office/broadcasts", ["draft": draft, "expected": "3"])
                let piotr = try await office.browser(client, as: cast.piotr)
                _ = try await piotr.post(
                    "/conversations", ["firm": "\(cast.bakery.id)", "subject": "Tajemnica chleba", "body": "Zakwas"]
                )
                let ewa = try await office.browser(client, as: cast.ewa)
                for path in try await Self.crawl(ewa) {
                    let page = try await ewa.get(path).text
                    for word in ["Kłos", "1111111111", "111-111-11-11", "Tajemnica", "Zakwas", "Noa", "piotr@"] {
                        #expect(!page.contains(word), "\(path) holds \(word)")
                    }
                }
            }
        }
    }

    @Test("looking at every page changes nothing but last-seen times")
    func readsOnly() async throws {
        try await TestOffice.with { office in
            let world = try await AccessWorld(office)
            try await office.app { client in
                for person in [office.cast.anna, office.cast.marek, office.cast.piotr] {
                    let browser = try await office.browser(client, as: person)
                    let before = try await Self.everything(office)
                    for path in try await Self.crawl(browser) {
                        _ = try await browser.send(.head, path)
                        _ = try await browser.get(path)
                    }
                    _ = try await browser.get("/activation/\(world.link.text)")
                    #expect(try await Self.everything(office) == before)
                }
            }
        }
    }

    /// Fills every field of the office with the canary.
    private static func plant(_ anna: Browser, _ office: TestOffice) async throws -> Firm {
        let added = try await anna.post(
            "/office/firms", ["name": canary, "country": "PL", "identifier": "6666666666", "form": "ledger"]
        )
        let id = try #require(Int64(added.location.split(separator: "/").dropLast().last ?? ""))
        let link = try await anna.post(
            "/office/firms/\(id)/people", ["name": canary, "email": "zz@zz.example", "language": "pl"]
        )
        #expect(!link.text.contains("<i id=zz"))
        let firm = try await office.database.read { db in try Firm.find(db, id, in: .wholeOffice) }
        let key = try await anna.uploadKey(canary + ".txt", Data("tekst\n".utf8))
        let written = try await anna.post(
            "/office/broadcasts/check", ["firm": "\(id)", "subject": canary, "body": canary, "files": key]
        )
        #expect(!(try await anna.get(written.location).text.contains("<i id=zz")))
        let draft = String(written.location.split(separator: "=").last ?? "")
        _ = try await anna.post("/office/broadcasts", ["draft": draft, "expected": "1"])
        return firm
    }

    /// Returns every page reachable by links from the first one, except files, whose downloads are recorded.
    private static func crawl(_ browser: Browser) async throws -> [String] {
        var (found, open): (Set<String>, [String]) =
            (["/"], ["/", "/office/firms"] + FirmListTests.tabs.map { "/office/firms?tab=\($0)&tag=zz&vat=none" })
        while let path = open.popLast(), found.count < 150 {
            let response = try await browser.get(path)
            guard response.status == .ok else { continue }
            for match in response.text.matches(of: #/href="(/[^"#]*)/#) {
                let link = String(match.output.1).replacing("&amp;", with: "&")
                // Downloads are recorded, and have their own tests.
                if link.contains(#/^/office/imports/\d+/file$/#) { continue }
                // Every filter links to every other: the tabs and one filter represent all.
                if link.hasPrefix("/office/firms?") { continue }
                guard !link.hasPrefix("/attachments"), !link.hasPrefix("/printouts"), !link.hasPrefix("/files.zip"),
                    !link.hasPrefix("/assets"),
                    !link.contains("sort="), !link.contains("language="), found.insert(link).inserted
                else {
                    continue
                }
                open.append(link)
            }
        }
        return found.sorted()
    }

    /// Returns all rows of all tables, except the times when sessions were last seen.
    private static func everything(_ office: TestOffice) async throws -> [String] {
        try await office.database.read { db in
            let tables = try String.fetchAll(
                db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'session' ORDER BY name"
            )
            return try tables.flatMap { table in
                try Row.fetchAll(db, sql: "SELECT * FROM \"\(table)\"").map { "\(table) \($0)" }
            }
        }
    }
}
