import Foundation
import GRDB
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Models
import NIOCore
import TestSupport
import Testing

@Suite("Notes and hand-overs")
struct InsideTests {
    private static let secret = "Zażółć-gęślą-notatka-42"

    @Test("stay inside: a note's words are on no page, in no answer and in no stream of any client")
    func canary() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await office.app { client in
                let piotr = try await office.browser(client, as: cast.piotr)
                let marek = try await office.browser(client, as: cast.marek)
                let asked = try await piotr.post(
                    "/conversations", ["firm": "\(cast.bakery.id)", "subject": "Pytanie", "body": "Kiedy termin?"]
                )
                let id = try #require(Int64(asked.location.split(separator: "/").last ?? ""))
                let place = "/office/conversations/\(id)"
                _ = try await marek.post("\(place)/notes", ["note": Self.secret])
                _ = try await marek.post(
                    "\(place)/hand-overs", ["colleague": "\(cast.ola)", "note": "\(Self.secret) z przekazania"]
                )
                let page = try await marek.get(place).text
                #expect(page.contains(Self.secret) && page.contains("z przekazania") && page.contains("Ola Zych"))

                for person in [cast.piotr, cast.iwona, cast.ewa] {
                    let browser = try await office.browser(client, as: person)
                    for path in ["/", "/conversations", "/conversations/\(id)", "/account", "/events", place] {
                        let text = try await Self.text(of: browser, path, office)
                        #expect(!text.contains(Self.secret) && !text.contains("Ola Zych"), "\(path)")
                    }
                    // For a client the office's addresses do not exist, whatever is posted to them.
                    #expect(try await browser.post("\(place)/notes", ["note": "x"]).status == .notFound)
                }
            }
        }
    }

    @Test("are refused in the form, with what was typed kept")
    func refused() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let world = try await AccessWorld(office)
            try await office.app { client in
                let marek = try await office.browser(client, as: cast.marek)
                let place = "/office/conversations/\(world.conversation)"
                let long = String(repeating: "ż", count: 5_001)
                let note = try await marek.post("\(place)/notes", ["note": long])
                #expect(note.status == .unprocessableContent && note.text.contains(long))
                let handed = try await marek.post(
                    "\(place)/hand-overs", ["colleague": "\(cast.dana)", "note": "Zostaje w polu"]
                )
                #expect(handed.status == .unprocessableContent && handed.text.contains("Zostaje w polu"))
                #expect(!handed.text.contains("Dana Bar"), "who does not see the firm is not offered")
            }
        }
    }

    @Test("writing to one firm: a rejected message keeps what was typed, a good one leads to the thread")
    func writing() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await office.app { client in
                let ola = try await office.browser(client, as: cast.ola)
                let place = "/office/firms/\(cast.bakery.id)/conversations"
                let rejected = try await ola.post(place, ["subject": "", "body": "Treść <b>"])
                #expect(rejected.status == .unprocessableContent && rejected.text.contains("Treść &lt;b&gt;"))
                let sent = try await ola.post(place, ["subject": "Umowa", "body": "Proszę o podpis."])
                #expect(try await ola.get(sent.location).text.contains("Proszę o podpis."))
                let piotr = try await office.browser(client, as: cast.piotr)
                #expect(try await piotr.get("/conversations").text.contains("Umowa"))
                let marek = try await office.browser(client, as: cast.marek)
                let nobody = try await marek.post(
                    "/office/firms/\(cast.empty.id)/conversations", ["subject": "Umowa", "body": "Treść"]
                )
                #expect(nobody.status == .unprocessableContent)
            }
        }
    }

    /// Returns a page's text; for the stream, its first event.
    private static func text(of browser: Browser, _ path: String, _ office: TestOffice) async throws -> String {
        guard path == "/events" else { return try await browser.get(path).text }
        let changes = office.database.changes
        let closing = Task {
            while !Task.isCancelled {
                changes.finish()
                await Task.yield()
            }
        }
        defer { closing.cancel() }
        return try await browser.get(path).text
    }
}
