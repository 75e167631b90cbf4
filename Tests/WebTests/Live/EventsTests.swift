import Foundation
import Hummingbird
import HummingbirdTesting
import Models
import TestSupport
import Testing

@Suite("The live stream of a browser")
struct EventsTests {
    @Test("begins with the counters, and tells of a notice, a reading and an answer to those whom they concern")
    func tells() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await office.app { client in
                let anna = try await office.browser(client, as: cast.anna)
                let piotr = try await office.browser(client, as: cast.piotr)
                let ewa = try await office.browser(client, as: cast.ewa)
                async let annas = anna.get("/events")
                async let piotrs = piotr.get("/events")
                async let ewas = ewa.get("/events")
                while office.database.changes.listeners < 3 { await Task.yield() }
                let draft = try await SendingTests.draft(anna, to: [cast.bakery], "Święta")
                _ = try await anna.post("/office/broadcasts", ["draft": draft, "expected": "1"])
                let inbox = try await piotr.get("/conversations").text
                let path = try #require(inbox.firstMatch(of: #/\/conversations\/\d+/#)).output
                let page = try await piotr.get(String(path)).text
                let receipt = try #require(page.firstMatch(of: #/data-receipt="([^"]+)"/#)).output.1
                _ = try await piotr.post(String(receipt))
                _ = try await piotr.post("\(path)/messages", ["body": "Dziękuję"])
                office.database.changes.finish()

                let office1 = try await annas.text
                #expect(office1.hasPrefix("event: counts\ndata: {"))
                #expect(office1.contains("broadcast") && office1.contains("questions") && office1.contains("firms"))
                let baker = try await piotrs.text
                #expect(baker.contains("\"unread\":1") && baker.contains("conversation"))
                #expect(!baker.contains("broadcast") && !baker.contains("questions"))
                let carrier = try await ewas.text
                #expect(!carrier.contains("event: changed"), "no firm hears of another")
            }
        }
    }

    @Test("ends when its session does")
    func ends() async throws {
        try await TestOffice.with { office in
            let piotr = office.cast.piotr
            try await office.app { client in
                let browser = try await office.browser(client, as: piotr)
                async let stream = browser.get("/events")
                while office.database.changes.listeners < 1 { await Task.yield() }
                _ = try await browser.post("/sign-out")
                #expect(try await stream.status == .ok)
                while office.database.changes.listeners > 0 { await Task.yield() }
            }
        }
    }
}
