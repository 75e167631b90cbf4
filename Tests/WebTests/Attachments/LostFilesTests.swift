import Foundation
import GRDB
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import Models
import TestSupport
import Testing

@testable import Web

/// A file declared lost stays in every list, marked as lost, and cannot be downloaded.
@Suite("A lost file")
struct LostFilesTests {
    private static func with(
        _ lines: LogLines = LogLines(),
        _ test: @escaping @Sendable (AccessWorld, any TestClientProtocol) async throws -> Void
    ) async throws {
        try await TestOffice.with { office in
            let world = try await AccessWorld(office)
            try await declare(office, "SELECT key FROM storedFile JOIN attachment ON fileId = storedFile.id")
            try await office.app(logger: lines.logger) { client in try await test(world, client) }
        }
    }

    private static func declare(_ office: TestOffice, _ which: String) async throws {
        let found = try await office.database.read { db in try String.fetchOne(db, sql: which) }
        let key = try #require(found)
        try FileManager.default.removeItem(atPath: office.files.path(key))
        _ = try await LostFile.declare(key, why: "Dysk", by: "anna", in: office.database, office.files, at: office.now)
    }

    private static let word = ">przepadł<"

    @Test("is marked in the client's list without a link, and does not wait to be taken")
    func clientList() async throws {
        try await Self.with { world, client in
            let piotr = try await world.office.browser(client, as: world.office.cast.piotr)
            for path in ["/files?kind=others", "/files?q=godziny", "/search?q=godziny", "/search?q=godziny&show=files"]
            {
                let page = try await piotr.get(path).text
                #expect(page.contains(Self.word), "\(path)")
                #expect(!page.contains(#"href="/attachments/"#), "\(path)")
            }
            #expect(try await piotr.get("/").text.contains("1 plik do pobrania"), "the printout alone")
            let waiting = try await piotr.get("/files?state=waiting").text
            #expect(!waiting.contains("godziny.txt"))
            #expect(waiting.contains("ZIP, 1 plik"))
        }
    }

    @Test("is one alone: the others keep their links and wait as before")
    func others() async throws {
        try await Self.with { world, client in
            let (cast, now) = (world.office.cast, world.office.now)
            let piotr = try await world.office.browser(client, as: cast.piotr)
            let anna = try await world.office.browser(client, as: cast.anna)
            let key = try await anna.uploadKey("plan.txt", Data("Plan roku".utf8))
            let content = NewContent(body: "W pliku.", files: [key], uncheckable: [key])
            try await world.office.database.write { db in
                _ = try Conversation.start(
                    db, "Plan", content, firm: cast.bakery, by: cast.anna, on: Cast.day, at: now)
            }
            let card = "/office/firms/\(cast.bakery.id)"
            for (person, path) in [
                (piotr, "/files?kind=others"), (anna, card), (anna, "\(card)/files"), (anna, "\(card)/archive"),
            ] {
                let page = try await person.get(path).text
                #expect(page.components(separatedBy: Self.word).count == 2, "\(path)")
                #expect(page.components(separatedBy: #"href="/attachments/"#).count == 2, "\(path)")
            }
            for (person, path) in [(piotr, "/search"), (anna, "/office/search")] {
                let page = try await person.get("\(path)?q=plan&show=files").text
                #expect(page.contains(#"href="/attachments/"#) && !page.contains(Self.word), "\(path)")
            }
            #expect(try await piotr.get("/").text.contains("2 pliki do pobrania"))
        }
    }

    @Test("has a sentence in its place in the ZIP of all files, is no download, and no trouble for the log")
    func archive() async throws {
        let lines = LogLines()
        try await Self.with(lines) { world, client in
            let piotr = try await world.office.browser(client, as: world.office.cast.piotr)
            let zip = try await piotr.get("/files.zip")
            #expect(zip.status == .ok && zip.text.contains("2026/godziny.txt.txt"))
            #expect(zip.text.contains("Ten plik przepadł"))
            let downloads = try await world.office.database.read { db in
                try Int.fetchOne(db, sql: "SELECT count(*) FROM download")
            }
            #expect(downloads == 0 && lines.all.filter { $0.hasPrefix("error") } == [])
        }
    }

    @Test("is marked on the firm's card, in its exports, in the office's search and in the report, without a link")
    func officeLists() async throws {
        try await Self.with { world, client in
            let anna = try await world.office.browser(client, as: world.office.cast.anna)
            let card = "/office/firms/\(world.office.cast.bakery.id)"
            for path in [card, "\(card)/files", "\(card)/archive", "/office/search?q=godziny&show=files"] {
                let page = try await anna.get(path).text
                #expect(page.contains("godziny") && page.contains(Self.word), "\(path)")
                #expect(!page.contains(#"href="/attachments/"#), "\(path)")
            }
            #expect(!(try await anna.get("\(card)/files").text.contains("nie pobrano")), "nobody is to call for it")
            #expect(try await anna.get("\(card)/archive.csv").text.contains(", przepadł)"))
            let report = try await anna.get("/office/broadcasts/\(world.broadcast)").text
            #expect(report.contains("Ten plik przepadł") && !report.contains(#"href="/attachments/"#))
        }
    }

    @Test("goes with no further notice: who sends one again is told which are missing")
    func again() async throws {
        try await Self.with { world, client in
            let anna = try await world.office.browser(client, as: world.office.cast.anna)
            let page = try await anna.get("/office/firms?again=\(world.broadcast)").text
            #expect(page.contains("Przepadły i nie pójdą z tym powiadomieniem: \u{2068}godziny.txt\u{2069}"))
            let key = try await world.office.database.read { db in
                try String.fetchOne(db, sql: "SELECT key FROM storedFile JOIN attachment ON fileId = storedFile.id")
            }
            #expect(!page.contains(key ?? "?"))
            let sent = try await anna.post(
                "/office/broadcasts/check",
                [
                    "firm": "\(world.office.cast.bakery.id)", "subject": "Jeszcze raz", "body": "W pliku.",
                    "files": key ?? "",
                ])
            #expect(sent.status == .unprocessableContent && sent.text.contains("Jednego z plików już tu nie ma"))
        }
    }

    private static func source(of printout: Int64) -> String {
        """
        SELECT key FROM storedFile JOIN taxImport ON fileId = storedFile.id JOIN printout ON importId = taxImport.id
        WHERE printout.id = \(printout)
        """
    }

    @Test("of an import takes a printout with it that was never made: it is marked everywhere and offered nowhere")
    func printout() async throws {
        try await Self.with { world, client in
            let piotr = try await world.office.browser(client, as: world.office.cast.piotr)
            let anna = try await world.office.browser(client, as: world.office.cast.anna)
            let card = "/office/firms/\(world.office.cast.bakery.id)"
            let places = [
                (piotr, "/files"), (piotr, "/conversations/\(world.conversation)"), (anna, card),
                (anna, "\(card)/printouts"), (anna, "\(card)/archive"),
            ]
            let link = try Regex(#"href="/printouts/\#(world.printout)\b"#)
            for (person, path) in places { #expect(try await person.get(path).text.contains(link), "\(path)") }
            try await Self.declare(world.office, Self.source(of: world.printout))
            for (person, path) in places {
                let page = try await person.get(path).text
                #expect(!page.contains(link), "\(path)")
                #expect(page.contains(Self.word) || page.contains("Ten plik przepadł"), "\(path)")
            }
            #expect(!(try await piotr.get("/").text.contains("do pobrania")))
            #expect(try await piotr.get("/files.zip").text.contains("Ten plik przepadł"))
            #expect(try await anna.get("\(card)/archive.csv").text.contains(", przepadł, "))
            let id = try await world.office.database.read { db in
                try Int64.fetchOne(
                    db, sql: "SELECT importId FROM printout WHERE id = ?", arguments: [world.printout])
            }
            let source = try await anna.get("/office/imports/\(try #require(id))").text
            #expect(source.contains("Oryginał przepadł") && !source.contains(link))
        }
    }

    @Test("of an import is offered where a printout of it was made before")
    func made() async throws {
        try await Self.with { world, client in
            let piotr = try await world.office.browser(client, as: world.office.cast.piotr)
            let page = try await piotr.get("/files").text
            let href = String(try #require(page.firstMatch(of: /\/printouts\/[^"]+/)).output)
            #expect(try await piotr.get(href.replacing("&amp;", with: "&")).status == .ok)
            try await Self.declare(world.office, Self.source(of: world.printout))
            #expect(try await piotr.get("/files").text.contains(#"href="/printouts/"#))
        }
    }

    @Test("of an import is said on its page, where the original is offered no more")
    func original() async throws {
        try await TestOffice.with { office in
            let id = try await office.takeIn(TaxFileText.jpk()).found.id
            try await Self.declare(
                office, "SELECT key FROM storedFile JOIN taxImport ON fileId = storedFile.id WHERE taxImport.id = \(id)"
            )
            try await office.app { client in
                let page = try await office.browser(client, as: office.cast.anna).get("/office/imports/\(id)").text
                #expect(page.contains("Oryginał przepadł") && !page.contains("/office/imports/\(id)/file\""))
            }
        }
    }
}
