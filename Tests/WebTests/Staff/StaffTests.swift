import Foundation
import Hummingbird
import HummingbirdTesting
import Models
import TestSupport
import Testing

@Suite("The head's pages of people")
struct StaffTests {
    @Test("a new colleague gets a link that is shown once, and stands in the outbox without it")
    func added() async throws {
        try await TestOffice.with { office in
            try await office.app { client in
                let anna = try await office.browser(client, as: office.cast.anna)
                let fields: KeyValuePairs = [
                    "name": "Zenon Nowy", "email": "zenon@biuro.example", "role": "supervisor", "language": "pl",
                ]
                let shown = try await anna.post("/office/staff", fields)
                let token = try #require(shown.text.firstMatch(of: #/activation/([\w-]{20,})/#)).output.1
                let outbox = try await anna.get("/office/outbox").text
                #expect(outbox.contains("zenon@biuro.example") && !outbox.contains(token))
                #expect(try await anna.get("/office/staff").text.contains("Zenon Nowy"))
                let twice = try await anna.post("/office/staff", fields)
                #expect(twice.status == .unprocessableContent && twice.text.contains("value=\"Zenon Nowy\""))
            }
        }
    }

    @Test("an absence is looked at first, and then gives the deputy the firms until it is ended by a press")
    func deputy() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await office.app { client in
                let anna = try await office.browser(client, as: cast.anna)
                let ola = try await office.browser(client, as: cast.ola)
                let sawmill = "/office/firms/\(cast.sawmill.id)"
                let dates = "deputy=\(cast.ola)&from=2026-11-20&until=2026-11-30"
                let check = try await anna.get("/office/staff/\(cast.marek)/deputies/new?\(dates)")
                #expect(check.status == .ok && check.text.contains("deputy-plan"))
                #expect(try await ola.get(sawmill).status == .notFound, "nothing has changed yet")
                _ = try await anna.post(
                    "/office/staff/\(cast.marek)/deputies",
                    ["deputy": "\(cast.ola)", "from": "2026-11-20", "until": "2026-11-30"]
                )
                #expect(try await ola.get(sawmill).status == .ok)
                let list = try await anna.get("/office/staff").text
                let end = try #require(list.firstMatch(of: #/\/office\/deputies\/\d+\/end/#)).output
                _ = try await anna.post(String(end))
                #expect(try await ola.get(sawmill).status == .notFound)
                let wrong = try await anna.get(
                    "/office/staff/\(cast.marek)/deputies/new?deputy=\(cast.ola)&from=&until=x")
                #expect(wrong.status == .unprocessableContent && wrong.text.contains("from-error"))
            }
        }
    }

    @Test(
        "the head's deputy sees every firm, and nothing else of the head's; a second deputy is named beside the first")
    func headsDeputy() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await office.app { client in
                let anna = try await office.browser(client, as: cast.anna)
                let ola = try await office.browser(client, as: cast.ola)
                let (carrier, dates) = ("/office/firms/\(cast.carrier.id)", "from=2026-11-20&until=2026-11-30")
                #expect(try await ola.get(carrier).status == .notFound)
                _ = try await anna.post(
                    "/office/staff/\(cast.anna)/deputies",
                    ["deputy": "\(cast.ola)", "from": "2026-11-20", "until": "2026-11-30"]
                )
                #expect(try await ola.get(carrier).status == .ok)
                for path in ["/office/staff", "/office/audit", "/office/outbox", "/office/firms/import"] {
                    #expect(try await ola.get(path).status == .notFound, "\(path)")
                }
                let second = try await anna.get("/office/staff/\(cast.anna)/deputies/new?deputy=\(cast.rafal)&\(dates)")
                #expect(second.status == .ok && second.text.contains("Oboje będą widzieć te firmy."))
            }
        }
    }

    @Test("the last head keeps the role, and the page says why")
    func lastHead() async throws {
        try await TestOffice.with { office in
            let anna = office.cast.anna
            try await office.app { client in
                let browser = try await office.browser(client, as: anna)
                let refused = try await browser.post("/office/staff/\(anna)/role", ["role": "accountant"])
                #expect(refused.status == .unprocessableContent && refused.text.contains("notice--bad"))
                #expect(try await browser.get("/office/staff").status == .ok)
            }
        }
    }

    @Test("a forgotten password is answered alike for every address, and waits in the outbox for the known one")
    func forgotten() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let world = try await AccessWorld(office)
            try await office.app { client in
                let visitor = try await world.browser(client, .visitor)
                let carried = try await visitor.post(
                    "/password-reset", ["email": "piotr@piekarnia.example", "password": "x", "forgotten": "1"])
                #expect(
                    carried.text.contains("value=\"piotr@piekarnia.example\"") && !carried.text.contains("notice--good")
                )
                let known = try await visitor.post("/password-reset", ["email": "piotr@piekarnia.example"])
                let unknown = try await visitor.post("/password-reset", ["email": "nikt@nigdzie.example"])
                #expect(known.status == .ok && known.text == unknown.text)
                let anna = try await office.browser(client, as: cast.anna)
                let outbox = try await anna.get("/office/outbox").text
                #expect(outbox.contains("piotr@piekarnia.example") && !outbox.contains("nigdzie"))
                let show = try #require(outbox.firstMatch(of: #/\/office\/outbox\/\d+\/link/#)).output
                #expect(try await anna.post(String(show)).text.contains("/activation/"))
                for _ in 0..<4 { _ = try await visitor.post("/password-reset", ["email": "nikt@nigdzie.example"]) }
                let often = try await visitor.post("/password-reset", ["email": "nikt@nigdzie.example"])
                #expect(often.status == .tooManyRequests)
            }
        }
    }
}
