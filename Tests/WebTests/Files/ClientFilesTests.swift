import Foundation
import GRDB
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import Models
import TestSupport
import Testing
import Web

@Suite("A client's files")
struct ClientFilesTests {
    @Test("stand in groups, each with a mark while something in it waits, and the first such is open")
    func list() async throws {
        try await AccessWorld.withFiles { world, client in
            let piotr = try await world.office.browser(client, as: world.office.cast.piotr)
            let page = try await piotr.get("/files").text
            #expect(Self.chosen(page) == "Ewidencje" && Self.count("files__mark", in: page) == 2)
            // The title says which, and the whole row downloads.
            #expect(page.contains("\u{2068}Ewidencja przychodów\u{2069} · \u{2068}rok 2026\u{2069}</bdi></a>"))
            #expect(page.contains("class=\"row__link files__name\" href=\"\(world.printoutPath)\""))
            #expect(Self.count(Self.new, in: page) == 1 && !page.contains("godziny.txt"))
            let others = try await piotr.get("/files?kind=others").text
            #expect(Self.chosen(others) == "Inne" && others.contains("Godziny otwarcia"))
            // In Hebrew the number would otherwise follow its unit.
            #expect(others.contains("\u{2068}17\u{a0}B\u{2069}") && others.contains("godziny.txt</bdi></a>"))
            #expect(try await piotr.get("/").text.contains("2 pliki do pobrania"))
            _ = try await piotr.get(world.printoutPath)
            let next = try await piotr.get("/files").text
            #expect(Self.chosen(next) == "Inne" && Self.count("files__mark", in: next) == 1)
            let taken = try await piotr.get("/files?kind=registers").text
            #expect(!taken.contains(Self.new) && taken.contains("pobrano"))
            #expect(try await piotr.get("/").text.contains("1 plik do pobrania"))
            _ = try await piotr.get(world.path)
            let last = try await piotr.get("/files").text
            #expect(Self.chosen(last) == "Ewidencje" && Self.count("files__mark", in: last) == 0)
            #expect(!(try await piotr.get("/").text.contains("do pobrania")))
        }
    }

    @Test("are filtered by group, year and state")
    func filters() async throws {
        try await AccessWorld.withFiles { world, client in
            let piotr = try await world.office.browser(client, as: world.office.cast.piotr)
            for (query, files, printouts) in [
                ("", 0, 1), ("?period=2026", 0, 1), ("?period=2025", 0, 0), ("?kind=registers", 0, 1),
                ("?kind=others", 1, 0), ("?kind=others&period=2025", 0, 0),
                ("?kind=receipts", 0, 0), ("?state=waiting", 1, 1), ("?firm=\(world.office.cast.bakery.id)", 0, 1),
                // What waits, and what is searched for, is of all groups.
                ("?state=waiting&kind=others", 1, 1), ("?q=2026&kind=others", 0, 1),
                ("?firm=\(world.office.cast.carrier.id)", 0, 0), ("?period=x&kind=%22&after=1.2", 0, 1),
            ] {
                let page = try await piotr.get("/files\(query)").text
                #expect(Self.count("href=\"/attachments/", in: page) == files, "\(query)")
                #expect(Self.count("href=\"/printouts/", in: page) == printouts, "\(query)")
            }
            let page = try await piotr.get("/files?period=2025").text
            #expect(page.contains("<option value=\"2025\" selected>") && page.contains("<option value=\"2026\">"))
            let all = try await piotr.get("/files?state=waiting").text
            #expect(Self.chosen(all) == nil && all.contains("Pobierz wszystko (ZIP, 2 pliki)"))
            let year = try await piotr.get("/files?kind=registers&period=2026").text
            #expect(year.contains("Pobierz wszystkie ewidencje · \u{2068}2026\u{2069} (ZIP, 1 plik)"))
            #expect(year.contains("href=\"/files.zip?period=2026&amp;kind=registers\""))
        }
    }

    @Test(
        "are found by name, kind, period, subject and what a PDF or the rows of a printout say, without minding accents"
    )
    func search() async throws {
        try await AccessWorld.withFiles { world, client in
            try await world.office.database.write { db in
                try db.execute(
                    literal: """
                        INSERT INTO fileText (fileId, state, text, words, readAt)
                        SELECT fileId, 'read', 'Faktura za mąkę żytnią', '', 0 FROM attachment
                        """)
            }
            let piotr = try await world.office.browser(client, as: world.office.cast.piotr)
            for (words, files, printouts) in [
                ("godziny", 1, 1), ("GODZINY.txt", 1, 0), ("przychodow", 0, 1), ("ewidencja 2026", 0, 1),
                ("maka", 0, 0), ("make zytnia", 1, 0), ("niemawcale", 0, 0), ("2222222222-20260115", 0, 1),
            ] {
                let page = try await piotr.get("/files?q=\(Browser.encode(words))").text
                #expect(Self.count("href=\"/attachments/", in: page) == files, "\(words)")
                #expect(Self.count("href=\"/printouts/", in: page) == printouts, "\(words)")
            }
        }
    }

    @Test("of another firm, and of payroll without the right to it, are not there")
    func others() async throws {
        try await AccessWorld.withFiles { world, client in
            let ewa = try await world.office.browser(client, as: world.office.cast.ewa)
            let page = try await ewa.get("/files?firm=\(world.office.cast.bakery.id)").text
            #expect(page.contains("Nie ma jeszcze plików") && !page.contains("godziny"))
            #expect(try await ewa.get("/files.zip").status == .notFound)
        }
        try await AccessWorld.withFiles(isPayroll: true) { world, client in
            let piotr = try await world.office.browser(client, as: world.office.cast.piotr)
            #expect(try await piotr.get("/files").text.contains("Nie ma jeszcze plików"))
            #expect(try await piotr.get("/files.zip").status == .notFound)
            #expect(!(try await piotr.get("/").text.contains("do pobrania")))
            let knowing = try await world.browser(client, .payrollReader)
            #expect(try await knowing.get("/files?kind=others").text.contains("godziny.txt"))
        }
    }

    @Test("are not marked as taken by a link of another site, which leads to a page with a button")
    func foreign() async throws {
        try await AccessWorld.withFiles { world, client in
            let piotr = try await world.office.browser(client, as: world.office.cast.piotr)
            for (site, isForeign) in [
                ("cross-site", true), ("same-site", true), ("same-origin", false), ("none", false),
            ] {
                let answer = try await piotr.get(
                    "/files.zip?kind=others", HTTPFields().with(HTTPField.Name("Sec-Fetch-Site")!, site))
                #expect(
                    answer.status == .ok && (answer.headers[.contentType] == "application/zip") == !isForeign, "\(site)"
                )
                #expect(try await (world.downloads()[0] == 0) == isForeign, "\(site)")
                if isForeign { #expect(answer.text.contains("href=\"/files.zip?kind=others\"")) }
            }
        }
    }

    @Test("that wait and are more than a page holds are a link away")
    func manyWaiting() async throws {
        try await AccessWorld.withFiles { world, client in
            let piotr = try await world.office.browser(client, as: world.office.cast.piotr)
            #expect(!(try await piotr.get("/files?kind=others").text.contains("Pokaż wszystkie do pobrania")))
            try await world.office.database.write { db in
                try db.execute(
                    sql: """
                        INSERT INTO attachment (contentId, fileId, position)
                        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100)
                        SELECT contentId, fileId, position + i FROM attachment, n
                        """)
            }
            // A hundred of 101, and then page by page those of all groups.
            let page = try await piotr.get("/files?kind=others").text
            #expect(Self.count(Self.new, in: page) == 100)
            #expect(page.contains("href=\"/files?state=waiting\">Pokaż wszystkie do pobrania"))
            let first = try await piotr.get("/files?state=waiting").text
            let older = try #require(first.firstMatch(of: /href="([^"]*after=[^"]*)" rel="next"/)).1
            let second = try await piotr.get(String(older).replacing("&amp;", with: "&")).text
            let last = try #require(second.firstMatch(of: /href="([^"]*after=[^"]*)" rel="next"/)).1
            let third = try await piotr.get(String(last).replacing("&amp;", with: "&")).text
            #expect([first, second, third].map { Self.count(Self.new, in: $0) } == [50, 50, 2])
        }
    }

    @Test("are searched through some at a time, and a page without any says that the search goes on")
    func searchingOn() async throws {
        try await AccessWorld.withFiles { world, client in
            try await world.repeatFile(times: 50)
            let text = String(repeating: "słowo ", count: 16_000)
            try await world.office.database.write { db in
                try db.execute(
                    literal: """
                        INSERT INTO fileText (fileId, state, text, words, readAt)
                        SELECT DISTINCT fileId, 'read', \(text), '', 0 FROM attachment
                        """)
            }
            let piotr = try await world.office.browser(client, as: world.office.cast.piotr)
            let page = try await piotr.get("/files?q=niemawcale").text
            #expect(page.contains("Szukaj dalej w starszych") && page.contains("rel=\"next\""))
            #expect(!page.contains("Nie ma takich plików") && !page.contains("href=\"/attachments/"))
            #expect(try await piotr.get("/files.zip?q=niemawcale").status == .notFound)
            #expect(AccessWorld.names(try await piotr.get("/files.zip?q=slowo")).count == 51)
        }
    }

    private static let new = ">nowy</strong>"

    /// Returns the open group.
    private static func chosen(_ page: String) -> String? {
        page.firstMatch(of: /files__group"[^>]*aria-current="true">([^<]*)</).map { String($0.1) }
    }

    private static func count(_ words: String, in page: String) -> Int { page.components(separatedBy: words).count - 1 }

}
