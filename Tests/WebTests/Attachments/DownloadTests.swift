import Foundation
import GRDB
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Models
import TestSupport
import Testing
import Web

@Suite("Taking a file")
struct DownloadTests {
    @Test("gives the bytes as a download that a browser runs nothing of, and writes down who took it")
    func whole() async throws {
        try await TestOffice.with { office in
            let world = try await AccessWorld(office)
            try await office.app { client in
                let piotr = try await office.browser(client, as: office.cast.piotr)
                let response = try await piotr.get(world.path)
                #expect(response.text == "Godziny otwarcia\n")
                #expect(response.headers[.contentDisposition] == FileName.contentDisposition("godziny.txt"))
                #expect(response.headers[.contentSecurityPolicy]?.hasPrefix("sandbox") == true)
                #expect(response.headers[.cacheControl] == "private, no-store")
                #expect(response.headers[.contentLength] == "17")
                #expect(try await Self.downloads(office) == [office.cast.piotr])
                let anna = try await office.browser(client, as: office.cast.anna)
                let report = try await anna.get("/office/broadcasts/\(world.broadcast)").text
                #expect(report.contains("godziny.txt"))
            }
        }
    }

    @Test("whose bytes are gone says so, and is no download")
    func gone() async throws {
        try await TestOffice.with { office in
            let world = try await AccessWorld(office)
            let key = try await office.database.read { db in
                try String.fetchOne(db, sql: "SELECT key FROM storedFile JOIN attachment ON fileId = storedFile.id")
            }
            try FileManager.default.removeItem(atPath: office.files.path(key ?? ""))
            try await office.app { client in
                let piotr = try await office.browser(client, as: office.cast.piotr)
                let response = try await piotr.get(world.path)
                #expect(response.status == .internalServerError)
                #expect(response.text.contains("Tego pliku nie da się odczytać") && response.text.contains("numer"))
                #expect(try await Self.downloads(office).isEmpty)
            }
        }
    }

    @Test("that was declared lost says so in a sentence, and the page offers no download of it")
    func lost() async throws {
        try await TestOffice.with { office in
            let world = try await AccessWorld(office)
            let key = try await office.database.read { db in
                try String.fetchOne(db, sql: "SELECT key FROM storedFile JOIN attachment ON fileId = storedFile.id")
            }
            try FileManager.default.removeItem(atPath: office.files.path(key ?? ""))
            _ = try await LostFile.declare(
                key ?? "", why: "Dysk", by: "anna", in: office.database, office.files, at: office.now)
            try await office.app { client in
                let piotr = try await office.browser(client, as: office.cast.piotr)
                let response = try await piotr.get(world.path)
                #expect(response.status == .gone && response.text.contains("Ten plik przepadł"))
                #expect(try await Self.downloads(office).isEmpty)
                let conversation = try await office.database.read { db in
                    try Int64.fetchOne(
                        db,
                        sql: """
                            SELECT conversationId FROM message JOIN attachment ON attachment.contentId = message.contentId
                            WHERE firmId = ?
                            """, arguments: [office.cast.bakery.id])
                }
                let page = try await piotr.get("/conversations/\(conversation ?? 0)").text
                #expect(page.contains("Ten plik przepadł") && !page.contains(#"href="/attachments/"#))
            }
        }
    }

    @Test("the rest of a file alone is a download too; only after its beginning it goes on with that one")
    func rest() async throws {
        try await TestOffice.with { office in
            let world = try await AccessWorld(office)
            try await office.app { client in
                let piotr = try await office.browser(client, as: office.cast.piotr)
                #expect(try await piotr.get(world.path, [.range: "bytes=1-"]).text == "odziny otwarcia\n")
                #expect(try await Self.downloads(office) == [office.cast.piotr])
                _ = try await piotr.get(world.path, [.range: "bytes=8-"])
                #expect(try await Self.downloads(office).count == 1)
            }
        }
    }

    @Test("gives one range of it; a later part is no second download")
    func ranges() async throws {
        try await TestOffice.with { office in
            let world = try await AccessWorld(office)
            try await office.app { client in
                let piotr = try await office.browser(client, as: office.cast.piotr)
                for (range, status, text) in [
                    ("bytes=0-6", HTTPResponse.Status.partialContent, "Godziny"),
                    ("bytes=8-", .partialContent, "otwarcia\n"), ("bytes=-9", .partialContent, "otwarcia\n"),
                    ("bytes=8-999", .partialContent, "otwarcia\n"), ("bytes=0-1,3-4", .ok, "Godziny otwarcia\n"),
                    ("lines=1-2", .ok, "Godziny otwarcia\n"), ("bytes=5-2", .ok, "Godziny otwarcia\n"),
                    ("bytes=17-", .rangeNotSatisfiable, ""), ("bytes=-0", .rangeNotSatisfiable, ""),
                    ("bytes=99999999999999999999-", .ok, "Godziny otwarcia\n"),
                ] {
                    let response = try await piotr.get(world.path, [.range: range])
                    #expect(response.status == status, "\(range)")
                    #expect(response.text == text, "\(range)")
                }
                let part = try await piotr.get(world.path, [.range: "bytes=8-9"])
                #expect(part.headers[.contentRange] == "bytes 8-9/17")
                #expect(try await Self.downloads(office).count == 5)
            }
        }
    }

    @Test("a look at the headers, a prefetch or an embedding by another site is no download")
    func looks() async throws {
        try await TestOffice.with { office in
            let world = try await AccessWorld(office)
            try await office.app { client in
                let piotr = try await office.browser(client, as: office.cast.piotr)
                let head = try await piotr.send(.head, world.path)
                #expect(head.status == .ok && head.body.readableBytes == 0)
                let ahead = try await piotr.get(
                    world.path, HTTPFields().with(HTTPField.Name("Sec-Purpose")!, "prefetch")
                )
                #expect(ahead.status == .noContent && ahead.body.readableBytes == 0)
                let embedded = HTTPFields().with(HTTPField.Name("Sec-Fetch-Site")!, "cross-site")
                    .with(HTTPField.Name("Sec-Fetch-Dest")!, "image")
                #expect(try await piotr.get(world.path, embedded).status == .notFound)
                #expect(try await Self.downloads(office).isEmpty)
            }
        }
    }

    @Test("signed out asks for the sign-in and then goes on to the file; a foreign client gets what nobody gets")
    func wall() async throws {
        try await TestOffice.with { office in
            let world = try await AccessWorld(office)
            try await office.app { client in
                let stopped = try await Browser(client: client).get(world.path)
                #expect(stopped.status == .seeOther)
                #expect(stopped.location == "/sign-in?next=\(Browser.encode(world.path))")
                let signedIn = try await SignInTests.signIn(
                    client, "piotr@piekarnia.example", Cast.password, next: world.path
                )
                // The file is offered on a page without a password field; the download takes a press.
                let way = "/sign-in?next=\(Browser.encode(world.path))"
                #expect(signedIn.location == way)
                let piotr = try await office.browser(client, as: office.cast.piotr)
                let taking = try await piotr.get(way)
                #expect(taking.status == .ok && taking.headers[HTTPField.Name("Refresh")!] == nil)
                #expect(taking.text.contains("href=\"\(world.path)\"") && !taking.text.contains("type=\"password\""))
                let ewa = try await office.browser(client, as: office.cast.ewa)
                #expect(try await ewa.get(world.path).status == .notFound)
                #expect(try await Self.downloads(office).isEmpty)
            }
        }
    }

    @Test("is a press: what another site or a mail leads to is a page with a button, and shown in a page it is nothing")
    func fromElsewhere() async throws {
        try await TestOffice.with { office in
            let world = try await AccessWorld(office)
            let (site, dest) = (HTTPField.Name("Sec-Fetch-Site")!, HTTPField.Name("Sec-Fetch-Dest")!)
            let paths = [world.path, "/printouts/\(world.printout)", "/files.zip?state=waiting"]
            try await office.app { client in
                let piotr = try await office.browser(client, as: office.cast.piotr)
                for path in paths {
                    for from in ["cross-site", "same-site"] {
                        let led = try await piotr.get(path, [site: from, dest: "document"])
                        #expect(
                            led.status == .ok && led.headers[.contentType]?.hasPrefix("text/html") == true, "\(path)")
                        #expect(led.text.contains("href=\"\(path)\"") && led.headers[.contentDisposition] == nil)
                        #expect(!led.text.contains("http-equiv") && led.headers[HTTPField.Name("Refresh")!] == nil)
                        #expect(try await piotr.get(path, [site: from, dest: "empty"]).status == .notFound)
                    }
                    for part in ["image", "iframe", "object", "embed", "script", "style", "video", "audio", "font"] {
                        #expect(
                            try await piotr.get(path, [site: "same-origin", dest: part]).status == .notFound, "\(part)")
                    }
                    for ahead in [
                        ("Sec-Purpose", "prefetch;prerender"), ("Purpose", "prefetch"), ("X-Moz", "prefetch"),
                        ("X-Purpose", "preview"),
                    ] {
                        let answer = try await piotr.get(path, [HTTPField.Name(ahead.0)!: ahead.1])
                        #expect(answer.status == .noContent && answer.body.readableBytes == 0, "\(ahead)")
                    }
                    _ = try await piotr.send(.head, path)
                }
                let marek = try await office.browser(client, as: office.cast.marek)
                let original = try await marek.get(
                    "/office/imports/\(world.taxImport)/file", [site: "cross-site", dest: "document"])
                #expect(original.headers[.contentDisposition] == nil)
                let way = "/sign-in?next=\(Browser.encode("/files.zip"))"
                #expect(try await piotr.get(way).headers[HTTPField.Name("Refresh")!] == nil)
                #expect(try await Self.downloads(office).isEmpty)
                #expect(
                    try await piotr.get(world.path, [site: "same-origin", dest: "document"]).text.hasPrefix("Godziny"))
                #expect(try await piotr.get(world.path, [site: "none", dest: "document"]).text.hasPrefix("Godziny"))
                #expect(try await Self.downloads(office).count == 2)
            }
        }
    }

    @Test("of a notice to two firms of one client is written down for the firm that the link names")
    func rightFirm() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await office.app { client in
                let anna = try await office.browser(client, as: cast.anna)
                let key = try await anna.uploadKey("plan.txt", Data("plan\n".utf8))
                let written = try await anna.post(
                    "/office/broadcasts/check",
                    [
                        "firm": "\(cast.furniture.id)", "firm": "\(cast.sawmill.id)", "subject": "Plan",
                        "body": "Treść", "files": key,
                    ]
                )
                let draft = String(written.location.split(separator: "=").last ?? "")
                _ = try await anna.post("/office/broadcasts", ["draft": draft, "expected": "2"])
                let sawmill = try await office.database.read { db in
                    try Int64.fetchOne(
                        db, sql: "SELECT lastMessageId FROM conversation WHERE firmId = ?", arguments: [cast.sawmill.id]
                    )
                }
                let attachment = try await office.database.read { db in
                    try Int64.fetchOne(db, sql: "SELECT max(id) FROM attachment")
                }
                let tomasz = try await office.browser(client, as: cast.tomasz)
                _ = try await tomasz.get("/attachments/\(attachment ?? 0)?message=\(sawmill ?? 0)")
                let message = try await office.database.read { db in
                    try Int64.fetchOne(db, sql: "SELECT messageId FROM download")
                }
                #expect(message == sawmill)
            }
        }
    }

    static func downloads(_ office: TestOffice) async throws -> [Int64] {
        try await office.database.read { db in try Int64.fetchAll(db, sql: "SELECT personId FROM download") }
    }
}

extension AccessWorld {
    var path: String { "/attachments/\(attachment)?message=\(message)" }
}
