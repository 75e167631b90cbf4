import Foundation
import GRDB
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Models
import Secrets
import TestSupport
import Testing

@testable import Web

@Suite("Taking a printout")
struct PrintoutTests {
    @Test("makes it when it is first asked for, keeps it, and gives the same bytes ever after")
    func made() async throws {
        try await AccessWorld.withPrintouts { world, client in
            let piotr = try await world.office.browser(client, as: world.office.cast.piotr)
            #expect(try await world.count("printoutFile") == 0)
            let first = try await piotr.get(world.printoutPath)
            #expect(first.status == .ok && first.text.hasPrefix("%PDF-"))
            #expect(first.headers[.contentType] == "application/pdf")
            let name = "Ewidencja przychodów 2026 korekta Piekarnia Kłos.pdf"
            #expect(first.headers[.contentDisposition] == FileName.contentDisposition(name))
            #expect(first.headers[.contentSecurityPolicy]?.hasPrefix("sandbox") == true)
            #expect(first.headers[.cacheControl] == "private, no-store")
            world.office.pass(3600)
            let second = try await piotr.get(world.printoutPath)
            #expect(second.body == first.body)
            #expect(try await world.count("printoutFile") == 1)
            #expect(try await world.takers() == [world.office.cast.piotr, world.office.cast.piotr])
        }
    }

    @Test("is written down with its language and its SHA-256, and those bytes stay when it is made anew")
    func proof() async throws {
        try await AccessWorld.withPrintouts { world, client in
            let office = world.office
            let piotr = try await office.browser(client, as: office.cast.piotr)
            let first = try await piotr.get(world.printoutPath)
            let (sha256, path) = (
                Hex.text(SHA256Digest.of(Data(first.body.readableBytesView))),
                "SELECT key FROM printoutDownload JOIN storedFile ON storedFile.id = fileId"
            )
            let detail = try await office.database.read { db in
                try String.fetchOne(
                    db, sql: "SELECT detail FROM auditEvent WHERE action = 'fileDownloaded' ORDER BY id DESC LIMIT 1")
            }
            #expect(detail == #"{"language":"pl","message":"\#(world.message)","sha256":"\#(sha256)"}"#)
            office.pass(48 * 3600)
            let later = office.now
            let swept = try await office.database.write { db in
                try db.execute(sql: "DELETE FROM printoutFile")
                return try StoredFile.sweep(db, at: later)
            }
            let found = try await office.database.read { db in try String.fetchOne(db, sql: path) }
            let key = try #require(found)
            #expect(!swept.contains(key))
            let kept = try Data(contentsOf: URL(fileURLWithPath: office.files.path(key)))
            #expect(Hex.text(SHA256Digest.of(kept)) == sha256)
        }
    }

    @Test("says the name that its firm has by the time it is made; what was sent stays, what was not is made anew")
    func renamed() async throws {
        try await AccessWorld.withPrintouts { world, client in
            let (office, cast) = (world.office, world.office.cast)
            let unsent = try await world.unsent()
            let (person, sent, looked) = try await office.database.read { db in
                (
                    try Person.find(db, cast.anna),
                    try ReachablePrintout.find(db, world.printout, message: world.message, in: .wholeOffice),
                    try ReachablePrintout.find(db, unsent, message: nil, in: .wholeOffice)
                )
            }
            let found = try await office.database.read { db in try Office.find(db) }
            let own = try #require(found)
            func names(_ printout: ReachablePrintout) async throws -> String {
                try await office.portal.file(of: printout, for: person, office: own).name
            }
            // Both were found before the firm was renamed, as if it were renamed during printing.
            try await Self.rename(office, "Kłos i Syn")
            #expect(try await names(sent).contains("Kłos i Syn"))
            #expect(try await names(looked).contains("Kłos i Syn"))
            try await Self.rename(office, "Kłos i Córka")
            #expect(try await names(sent).contains("Kłos i Syn"))
            #expect(try await names(looked).contains("Kłos i Córka"))
            #expect(try world.files().count == (try await world.count("storedFile")), "nothing half made stays")
        }
    }

    private static func rename(_ office: TestOffice, _ name: String) async throws {
        let (cast, now) = (office.cast, office.now)
        try await office.database.write { db in
            let settings = FirmSettings(
                name: name, country: .poland, taxIdentifier: "1111111111", vat: nil, approvalRequired: false, tags: [])
            try Firm.find(db, cast.bakery.id, in: .wholeOffice).change(db, to: settings, by: cast.anna, at: now)
        }
    }

    @Test("asked for by two at once is made once; in another language it is another file")
    func once() async throws {
        try await AccessWorld.withPrintouts { world, client in
            let cast = world.office.cast
            let piotr = try await world.office.browser(client, as: cast.piotr)
            let marek = try await world.office.browser(client, as: cast.marek)
            async let one = piotr.get(world.printoutPath)
            async let other = marek.get(world.printoutPath)
            #expect(try await one.body == other.body)
            #expect(try await world.count("printoutFile") == 1)
            _ = try await piotr.post("/account/language", ["language": "he"])
            let hebrew = try await piotr.get(world.printoutPath)
            #expect(try await hebrew.body != one.body)
            #expect(try await world.count("printoutFile") == 2)
            let files = try world.files()
            #expect(files.count == (try await world.count("storedFile")), "no bytes without a row: \(files)")
        }
    }

    @Test("a look at its headers or a prefetch makes nothing and is no download")
    func looks() async throws {
        try await AccessWorld.withPrintouts { world, client in
            let piotr = try await world.office.browser(client, as: world.office.cast.piotr)
            let head = try await piotr.send(.head, world.printoutPath)
            #expect(head.status == .noContent)
            let ahead = try await piotr.get(
                world.printoutPath, HTTPFields().with(HTTPField.Name("Sec-Purpose")!, "prefetch"))
            #expect(ahead.status == .noContent)
            #expect(try await world.count("printoutFile") == 0)
            let whole = try await piotr.get(world.printoutPath)
            let known = try await piotr.send(.head, world.printoutPath)
            #expect(known.headers[.contentLength] == "\(whole.body.readableBytes)")
            #expect(try await world.takers().count == 1)
        }
    }

    @Test("gives a later part without a second download")
    func ranges() async throws {
        try await AccessWorld.withPrintouts { world, client in
            let piotr = try await world.office.browser(client, as: world.office.cast.piotr)
            let start = try await piotr.get(world.printoutPath, [.range: "bytes=0-4"])
            #expect(start.status == .partialContent && start.text == "%PDF-")
            #expect(try await piotr.get(world.printoutPath, [.range: "bytes=5-7"]).status == .partialContent)
            #expect(try await world.takers().count == 1)
        }
    }

    @Test("signed out asks for the sign-in and then goes on to the file")
    func wall() async throws {
        try await AccessWorld.withPrintouts { world, client in
            let stopped = try await Browser(client: client).get(world.printoutPath)
            #expect(stopped.location == "/sign-in?next=\(Browser.encode(world.printoutPath))")
            let signedIn = try await SignInTests.signIn(
                client, "piotr@piekarnia.example", Cast.password, next: world.printoutPath)
            #expect(signedIn.location == stopped.location)
            #expect(try await world.count("printoutFile") == 0)
        }
    }

    @Test("that was not sent is for the office alone, and a look of the office is no download of the client's")
    func unsent() async throws {
        try await AccessWorld.withPrintouts { world, client in
            let cast = world.office.cast
            let id = try await world.unsent()
            for (person, status) in [
                (cast.piotr, HTTPResponse.Status.notFound), (cast.ewa, .notFound), (cast.rafal, .notFound),
                (cast.ola, .ok), (cast.anna, .ok),
            ] {
                let browser = try await world.office.browser(client, as: person)
                #expect(try await browser.get("/printouts/\(id)").status == status, "\(person)")
                #expect(try await browser.get("/printouts/\(id)?message=\(world.message)").status == status)
            }
            #expect(try await world.takers() == [])
            let looks = try await world.office.database.read { db in
                try Int64.fetchAll(
                    db, sql: "SELECT personId FROM auditEvent WHERE action = 'fileDownloaded' AND subject = ?",
                    arguments: ["printout/\(id)"])
            }
            #expect(Set(looks) == [cast.ola, cast.anna])
        }
    }

    @Test("of a file that matched no firm is nobody's")
    func unmatched() async throws {
        try await AccessWorld.withPrintouts { world, client in
            let id = try await world.unsent(nip: "6666666666")
            let anna = try await world.office.browser(client, as: world.office.cast.anna)
            #expect(try await anna.get("/printouts/\(id)").status == .notFound)
        }
    }

    @Test("that cannot be printed says what to do, and keeps nothing half made")
    func failing() async throws {
        try await AccessWorld.withPrintouts { world, client in
            let before = try world.files().count
            let key = try await world.office.database.read { db in
                try String.fetchOne(
                    db,
                    sql: """
                        SELECT key FROM messagePrintout JOIN printout ON printout.id = printoutId
                        JOIN taxImport ON taxImport.id = importId JOIN storedFile ON storedFile.id = fileId
                        """) ?? ""
            }
            try Data("<JPK".utf8).write(to: URL(fileURLWithPath: world.office.files.path(key)))
            let piotr = try await world.office.browser(client, as: world.office.cast.piotr)
            let failed = try await piotr.get(world.printoutPath)
            #expect(failed.status == .internalServerError)
            #expect(failed.text.contains("Wydruku nie udało się zrobić") && failed.text.contains("numer"))
            #expect(try await world.count("printoutFile") == 0)
            #expect(try await world.takers() == [])
            #expect(try world.files().count == before)
        }
    }

    @Test("whose bytes are gone from the disk is made again")
    func lost() async throws {
        try await AccessWorld.withPrintouts { world, client in
            let piotr = try await world.office.browser(client, as: world.office.cast.piotr)
            let before = Set(try world.files())
            _ = try await piotr.get(world.printoutPath)
            for name in Set(try world.files()).subtracting(before) {
                try FileManager.default.removeItem(at: world.office.files.folder.appendingPathComponent(name))
            }
            async let one = piotr.get(world.printoutPath)
            async let other = piotr.get(world.printoutPath)
            let (first, second) = try await (one, other)
            #expect(first.text.hasPrefix("%PDF-") && first.body == second.body)
            #expect(try await world.count("printoutFile") == 1)
            #expect(try world.files().count == before.count + 1)
        }
    }

    @Test("stays what was sent, marked superseded for the office when a later version comes")
    func superseded() async throws {
        try await AccessWorld.withPrintouts { world, client in
            let cast = world.office.cast
            let piotr = try await world.office.browser(client, as: cast.piotr)
            let first = try await piotr.get(world.printoutPath)
            let later = try await world.unsent(document: "A/2")
            #expect(try await piotr.get(world.printoutPath).body == first.body)
            let anna = try await world.office.browser(client, as: cast.anna)
            let page = try await anna.get("/office/firms/\(cast.bakery.id)/printouts").text
            #expect(page.contains("/printouts/\(later)\"") && page.contains("/printouts/\(world.printout)\""))
            #expect(page.components(separatedBy: "zastąpiony").count == 2)
            // The later version, and an UPO whose document is not in the office.
            #expect(page.components(separatedBy: "obowiązuje").count == 3)
            #expect(page.contains("Piotr Kłos") && page.contains("nie wysłano"))
            #expect(try await anna.get("/office/firms/\(cast.bakery.id)/printouts?period=2019").text.contains("Nie ma"))
        }
    }

    @Test("says that a later export of the same rows is the same, and supersedes nothing")
    func copied() async throws {
        try await AccessWorld.withPrintouts { world, client in
            let cast = world.office.cast
            let copy = try await world.unsent()
            let anna = try await world.office.browser(client, as: cast.anna)
            let page = try await anna.get("/office/firms/\(cast.bakery.id)/printouts").text
            #expect(page.contains("/printouts/\(copy)\"") && page.contains("ta sama treść"))
            #expect(!page.contains("zastąpiony"))
        }
    }
}
