import Foundation
import GRDB
import HTTPTypes
import HummingbirdTesting
import Models
import TestSupport
import Testing

@Suite("The check of files before a send, in the browser")
struct FileCheckTests {
    private static let carriers = TestPDF.page("Ewidencja, NIP 222-222-22-22")

    @Test("Stops a notice with another firm's file on its check page, until somebody says that it is right")
    func notice() async throws {
        try await TestOffice.with { office in
            try await office.app { client in
                let cast = office.cast
                let anna = try await office.browser(client, as: cast.anna)
                let key = try await anna.uploadKey("ewidencja.pdf", Self.carriers)
                let kept = try await anna.post(
                    "/office/broadcasts/check",
                    ["firm": "\(cast.bakery.id)", "subject": "Temat", "body": "Treść", "files": key])
                #expect(kept.status == .seeOther)
                let page = try await anna.get(kept.location).text
                #expect(page.contains("Przewozy Ewa Nowak") && page.contains("Wyślij, plik jest właściwy"))
                #expect(page.matches(of: /<button [^>]*type="submit"[^>]*>Wyślij do/).isEmpty)
                let draft = try #require(page.firstMatch(of: /name="draft" value="([^"]+)"/)).1
                let right = try #require(page.firstMatch(of: /name="rightFiles" value="([^"]+)"/)).1
                let stopped = try await anna.post("/office/broadcasts", ["draft": "\(draft)", "expected": "1"])
                #expect(stopped.location.hasPrefix("/office/broadcasts/check?"))
                #expect(
                    try await office.database.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM broadcast") } == 0)
                let sent = try await anna.post(
                    "/office/broadcasts", ["draft": "\(draft)", "expected": "1", "rightFiles": "\(right)"])
                #expect(try #require(sent.location.firstMatch(of: /^\/office\/broadcasts\/\d+$/)).0 == sent.location)
            }
        }
    }

    @Test("Says of a file that cannot be read that it was not checked, and sends it")
    func unread() async throws {
        try await TestOffice.with { office in
            try await office.app { client in
                let anna = try await office.browser(client, as: office.cast.anna)
                let key = try await anna.uploadKey("skan.pdf", TestPDF.scan)
                let fields: KeyValuePairs = [
                    "firm": "\(office.cast.bakery.id)", "subject": "Temat", "body": "Treść", "files": key,
                ]
                let page = try await anna.get(anna.post("/office/broadcasts/check", fields).location).text
                #expect(
                    page.contains("Skrytka nie sprawdziła, czy te pliki nie są innej firmy")
                        && page.contains("Wyślij do"))
                let written = try await anna.post("/office/firms/\(office.cast.bakery.id)/conversations", fields)
                #expect(try await anna.get(written.location).text.contains("nie sprawdziła"))
            }
        }
    }

    @Test("Stops a message and an answer to one firm, keeps what was typed, and goes on when it is ticked")
    func messages() async throws {
        try await TestOffice.with { office in
            try await office.app { client in
                let cast = office.cast
                let ola = try await office.browser(client, as: cast.ola)
                let key = try await ola.uploadKey("ewidencja.pdf", Self.carriers)
                let address = "/office/firms/\(cast.bakery.id)/conversations"
                let fields: KeyValuePairs = ["subject": "Temat", "body": "W załączniku.", "files": key]
                let stopped = try await ola.post(address, fields)
                #expect(stopped.status == .unprocessableContent && stopped.text.contains("W załączniku."))
                // The carrier is not in her scope.
                #expect(stopped.text.contains("inna firma biura") && !stopped.text.contains("Przewozy"))
                let right = try #require(stopped.text.firstMatch(of: /name="rightFiles" value="([^"]+)"/)).1
                let ticked: KeyValuePairs = [
                    "subject": "Temat", "body": "W załączniku.", "files": key, "rightFiles": "\(right)",
                ]
                let sent = try await ola.post(address, ticked)
                #expect(sent.status == .seeOther)
                let answered = try await ola.post("\(sent.location)/messages", fields)
                #expect(answered.status == .unprocessableContent && answered.text.contains("rightFiles"))
                // The form is below the thread, and the page scrolls to it.
                #expect(answered.text.contains("wrong\" role=\"alert\" tabindex=\"-1\" autofocus>"))
                let again = try await ola.post("\(sent.location)/messages", ticked)
                #expect(again.status == .seeOther)
            }
        }
    }
}
