import Foundation
import GRDB
import Hummingbird
import HummingbirdTesting
import Models
import TestSupport
import Testing

@testable import Web

@Suite("The firm list in the browser")
struct FirmListTests {
    static let tabs = FirmTab.allCases.map(\.rawValue)

    @Test("A new firm has no form of taxation until somebody chooses one, and nothing typed is lost")
    func newFirm() async throws {
        try await TestOffice.with { office in
            try await office.app { client in
                let anna = try await office.browser(client, as: office.cast.anna)
                let page = try await anna.get("/office/firms/new").text
                #expect(page.contains("<option value=\"\" selected>Wybierz formę</option>"))
                let fields = [("name", "Nowa Firma"), ("country", "PL"), ("identifier", "6666666666")]
                for form in [[], [("form", "")]] {
                    let refused = try await anna.post("/office/firms", fields + form)
                    #expect(refused.status == .unprocessableContent && refused.text.contains("Nowa Firma"))
                    #expect(refused.text.contains("Wybierz formę opodatkowania."))
                }
                let unknown = try await anna.post("/office/firms", fields + [("form", "yes")])
                #expect(unknown.status == .badRequest)
                let added = try await anna.post("/office/firms", fields + [("form", "lumpSum")])
                #expect(added.status == .seeOther)
            }
        }
    }

    @Test("keeps tab, search, filters and order in every link and form, and shows each tab's columns", arguments: tabs)
    func address(tab: String) async throws {
        try await TestOffice.with { office in
            try await office.app { client in
                let anna = try await office.browser(client, as: office.cast.anna)
                let page = try await anna.get("/office/firms?tab=\(tab)&q=dab&form=ledger&vat=none&order=descending")
                    .text
                #expect(page.contains("Tartak Dąb") && !page.contains("Meble Dąb"))
                let links = page.matches(of: /href="(\/office\/firms\?[^"]*)" data-swap/).map { String($0.1) }
                #expect(links.count > 10)
                for link in links where !link.contains("sort=") || tab != "firms" {
                    let kept = ["q=dab", "form=ledger", "vat=none"].filter(link.contains)
                    #expect(kept.count >= 2 || !link.contains("?q"), "\(link)")
                }
                let sorts = links.filter { $0.contains("sort=") }
                #expect(sorts.allSatisfy { $0.contains("q=dab&amp;form=ledger&amp;vat=none") })
                if tab != "firms" { #expect(sorts.allSatisfy { $0.contains("tab=\(tab)") }) }
                // Without script the search is a plain form that includes the address's other fields.
                for field in [("form", "ledger"), ("vat", "none"), ("order", "descending")] {
                    #expect(page.contains("form=\"firm-search\" name=\"\(field.0)\" value=\"\(field.1)\""))
                }
                #expect(page.contains("data-filter=\"q=dab&amp;form=ledger&amp;vat=none\""))
                for column in try #require(FirmTab(rawValue: tab)).columns {
                    #expect(page.contains("class=\"column-\(column.key)\""))
                }
            }
        }
    }

    @Test("pages keep the filter")
    func pages() async throws {
        try await TestOffice.with { office in
            try await office.database.write { db in
                try db.execute(
                    sql: """
                        WITH RECURSIVE number (n) AS (SELECT 1000 UNION ALL SELECT n + 1 FROM number WHERE n < 1119)
                        INSERT INTO firm (id, name, country, taxIdentifier, currency, nameKey, searchText, createdAt)
                        SELECT n, 'Firma ' || n, 'PL', n, 'PLN', 'firma ' || n, 'firma', 0 FROM number;
                        INSERT INTO taxation (firmId, form, validFrom)
                        SELECT id, 'ledger', '2026-01-01' FROM firm WHERE id >= 1000;
                        """
                )
            }
            try await office.app { client in
                let anna = try await office.browser(client, as: office.cast.anna)
                let first = try await anna.get("/office/firms?tab=taxes&form=ledger&vat=none").text
                let link = try #require(first.firstMatch(of: /href="([^"]*after=\d+)"/)?.1)
                #expect(link.contains("tab=taxes&amp;form=ledger&amp;vat=none"))
                let second = try await anna.get(String(link).replacing("&amp;", with: "&")).text
                #expect(second.contains("51–100") && second.contains("data-matching=\"122\""))
            }
        }
    }

    @Test("a send to all that match goes to exactly the firms of the filter, whatever the tab")
    func matching() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await office.app { client in
                let anna = try await office.browser(client, as: cast.anna)
                let list = try await anna.get("/office/firms?tab=hr&form=ledger&form=fullBooks&q=dab").text
                let query = String(try #require(list.firstMatch(of: /data-filter="([^"]*)"/)?.1)).replacing(
                    "&amp;", with: "&")
                let written = try await anna.post(
                    "/office/broadcasts/check",
                    ["all": "1", "matching": query, "subject": "Meble", "body": "Treść"]
                )
                let check = try await anna.get(written.location).text
                #expect(try SendingTests.field("expected", in: check) == "2")
                #expect(
                    check.contains("Meble Dąb sp. z o.o.") && check.contains("Tartak Dąb") && !check.contains("Kłos"))
                let marek = try await office.browser(client, as: cast.ola)
                let outside = try await marek.post(
                    "/office/broadcasts/check",
                    ["all": "1", "matching": query, "subject": "Meble", "body": "Treść"]
                )
                #expect(outside.status == .unprocessableContent, "none of these is hers")
            }
        }
    }

    @Test(
        "a send refuses a filter that it cannot read whole, which would go to more firms",
        arguments: [
            "dab", "form=ledgers", "q=dab&state=asleep", "tag=", "form=ledger&form=ledger", "vat=monthly&q=dab",
        ])
    func unreadable(matching: String) async throws {
        try await TestOffice.with { office in
            try await office.app { client in
                let anna = try await office.browser(client, as: office.cast.anna)
                let response = try await anna.post(
                    "/office/broadcasts/check", ["all": "1", "matching": matching, "subject": "Temat", "body": "Treść"]
                )
                #expect(response.status == .badRequest)
            }
        }
    }

    @Test("a filter is saved from what is shown, opened in one press, and removed; nobody else has it")
    func saved() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await office.app { client in
                let anna = try await office.browser(client, as: cast.anna)
                let kept = try await anna.post(
                    "/office/firms/filters",
                    ["name": "Dęby", "tab": "taxes", "q": "dab", "form": "ledger", "sort": "vat"]
                )
                #expect(kept.location == "/office/firms?tab=taxes&q=dab&form=ledger&sort=vat&done=saved")
                let list = try await anna.get("/office/firms").text
                #expect(list.contains("Dęby") && list.contains("href=\"/office/firms?q=dab&amp;form=ledger\""))
                let open = try await anna.get("/office/firms?q=dab&form=ledger").text
                #expect(open.contains("Tartak Dąb") && !open.contains("Meble Dąb"))
                let removal = String(try #require(open.firstMatch(of: /\/office\/firms\/filters\/\d+\/removal/)?.0))

                let marek = try await office.browser(client, as: cast.marek)
                #expect(try await !marek.get("/office/firms").text.contains("Dęby"))
                #expect(try await marek.post(removal).status == .notFound)
                #expect(try await marek.post("/office/firms/filters/987654321/removal").status == .notFound)
                let removed = try await anna.post(removal, ["q": "dab", "form": "ledger"])
                #expect(removed.location == "/office/firms?q=dab&form=ledger")
                #expect(try await !anna.get("/office/firms").text.contains("Dęby"))
            }
        }
    }

    @Test("a name that is taken comes back with a word, and the list as it was")
    func taken() async throws {
        try await TestOffice.with { office in
            try await office.app { client in
                let anna = try await office.browser(client, as: office.cast.anna)
                _ = try await anna.post("/office/firms/filters", ["name": "Dęby", "q": "dab"])
                let again = try await anna.post("/office/firms/filters", ["name": "dęby", "tab": "hr", "form": "card"])
                #expect(again.status == .unprocessableContent)
                #expect(again.text.contains("filter-name-error") && again.text.contains("value=\"dęby\""))
                #expect(again.text.contains("Kwiaty Mak") && !again.text.contains("Tartak Dąb"))
            }
        }
    }

    @Test("an accountant's filters count and name nothing beyond her firms")
    func outsider() async throws {
        try await TestOffice.with { office in
            try await office.app { client in
                let ola = try await office.browser(client, as: office.cast.ola)
                for tab in Self.tabs {
                    let page = try await ola.get("/office/firms?tab=\(tab)").text
                    #expect(page.contains("Piekarnia Kłos") && page.contains("data-matching=\"1\""))
                    for word in ["Dana Bar", "Przewozy", "Tartak", "option-form-ledger"] {
                        #expect(!page.contains(word), "\(tab) holds \(word)")
                    }
                }
                let filtered = try await ola.get("/office/firms?supervisor=\(office.cast.dana)").text
                #expect(!filtered.contains("Dana Bar") && filtered.contains("data-matching=\"0\""))
            }
        }
    }
}
