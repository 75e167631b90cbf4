import Foundation
import HTTPTypes
import Models
import NIOCore
import TestSupport
import Testing

@testable import Web

@Suite("The office's colour")
struct AccentTests {
    @Test(
        "Is moved to the nearest lightness at which it can be read",
        arguments: [
            ("#ffd200", "#806906"), ("#f08a24", "#a15702"), ("#ff4fa3", "#b04374"), ("#0d6b5a", "#0d6b5a"),
            ("#1f5fa8", "#1f5fa8"), ("#000000", "#000000"),
        ])
    func known(chosen: String, shown: String) throws {
        #expect(Accent(try #require(Colour(chosen))).light.colour.hex == shown)
    }

    @Test("Can be read in light and in dark, whatever it is")
    func everywhere() {
        let steps: [UInt8] = [0, 51, 102, 153, 204, 255]
        for red in steps {
            for green in steps {
                for blue in steps {
                    let colour = Colour(red: red, green: green, blue: blue)
                    let accent = Accent(colour)
                    let least = min(accent.buttonContrast, accent.linkContrast, accent.darkContrast)
                    #expect(least >= Accent.needed, "\(colour.hex)")
                }
            }
        }
    }

    @Test("Is warned of when it looks like a state's colour")
    func states() throws {
        let resembles = try ["#9a3b4e", "#8a4b12", "#b3261e", "#0d6b5a", "#1f5fa8", "#5b4b9a", "#3f4a56"].map {
            Accent(try #require(Colour($0))).resemblesState
        }
        #expect(resembles == [true, true, true, false, false, false, false])
    }

    @Test("Is read as people copy it, and nothing else is", arguments: ["#0d6b5a", "0D6B5A", " #0D6b5a ", "#0d6b5A"])
    func typed(text: String) {
        #expect(Colour(text)?.hex == "#0d6b5a")
        #expect(Colour("#fa0")?.hex == "#ffaa00")
        for wrong in ["", "#", "#12345", "#1234567", "red", "#gggggg", "٠d6b5a", "#0d6b5a;}", "－d6b5a"] {
            #expect(Colour(wrong) == nil, "\(wrong)")
        }
    }

    @Test("Is computed against the grounds of the stylesheet")
    func grounds() throws {
        let tokens = try String(
            contentsOf: TestOffice.root.appendingPathComponent("Public/css/tokens.css"), encoding: .utf8)
        for (name, ground) in [
            ("page", Accent.Ground.page), ("wait", Accent.Ground.states[0]), ("bad", Accent.Ground.states[1]),
            ("card", Accent.Ground.darkCard),
        ] {
            #expect(tokens.contains("--\(name): \(ground.colour.hex);"), "\(name)")
        }
        #expect(tokens.contains("--brand: \(Accent.skrytka.light.colour.hex);"))
        #expect(tokens.contains("--deep: color-mix(in oklab, var(--brand) 82%, #000);") && Accent.Ground.deep == 0.82)
        #expect(tokens.contains("--card: #fff;") && Accent.Ground.card.colour.hex == "#ffffff")
        #expect(tokens.contains("var(--accent) 12%, var(--card)") && tokens.contains("var(--accent) 16%, var(--card)"))
    }

    @Test("Stands in a small stylesheet of its own, on every page of the office that has one")
    func sheet() async throws {
        try await TestOffice.with { office in
            let (anna, piotr) = (office.cast.anna, office.cast.piotr)
            try await office.app { client in
                let head = try await office.browser(client, as: anna)
                let baker = try await office.browser(client, as: piotr)
                #expect(!(try await baker.get("/").text.contains("/accents/")))
                let wrong = try await head.post("/office/settings/accent", ["colour": "czerwony"])
                #expect(wrong.status == .unprocessableContent && wrong.text.contains("value=\"czerwony\""))
                #expect(wrong.text.contains("colour-error"))
                let saved = try await head.post("/office/settings/accent", ["colour": "#FFD200"])
                #expect(saved.location == "/office/settings?done=saved")
                let settings = try await head.get("/office/settings").text
                #expect(settings.contains("#806906") && settings.contains("zapisano: dziś"))
                let address = "/accents/\(Accent.fingerprint)/ffd200"
                for browser in [head, baker, Browser(client: client)] {
                    let page = try await browser.get(browser.session == nil ? "/sign-in" : "/")
                    let shown = page.status == .seeOther ? try await browser.get(page.location) : page
                    #expect(shown.text.contains("<link rel=\"stylesheet\" href=\"\(address)\""))
                }
                let sheet = try await Browser(client: client).get(address)
                #expect(sheet.headers[.contentType] == "text/css; charset=utf-8")
                #expect(sheet.headers[.cacheControl] == "public, max-age=31536000, immutable")
                #expect(sheet.text.contains("--accent: #806906;") && sheet.body.readableBytes < 1500)
                for other in ["/accents/000000000000/ffd200", "/accents/\(Accent.fingerprint)/FFD200"] {
                    #expect(try await head.get(other).status == .notFound)
                }
                _ = try await head.post("/office/settings/accent", ["colour": ""])
                #expect(!(try await baker.get("/").text.contains("/accents/")))
            }
        }
    }

    @Test("Goes on around a client's page on a phone, in the page and in the manifest of the installed one")
    func around() async throws {
        try await TestOffice.with { office in
            let (anna, piotr) = (office.cast.anna, office.cast.piotr)
            try await office.app { client in
                let head = try await office.browser(client, as: anna)
                let baker = try await office.browser(client, as: piotr)
                func colours() async throws -> (page: String, manifest: String, icons: [String]) {
                    let page = try await baker.get("/").text
                    let theme = try #require(page.firstMatch(of: /name="theme-color" content="([^"]*)"/)).1
                    let link = try #require(page.firstMatch(of: /rel="manifest" href="([^"]*)"/)).1
                    let answer = try await Browser(client: client).get(String(link))
                    #expect(answer.headers[.contentType] == "application/manifest+json")
                    #expect(answer.headers[.cacheControl] == "public, max-age=31536000, immutable")
                    let manifest = try #require(
                        try JSONSerialization.jsonObject(with: Data(answer.text.utf8)) as? [String: Any])
                    let icons = try #require(manifest["icons"] as? [[String: String]]).compactMap { $0["src"] }
                    return (String(theme), manifest["theme_color"] as? String ?? "", icons)
                }
                let own = try await colours()
                #expect(own.page == "#075043" && own.manifest == own.page)
                _ = try await head.post("/office/settings/accent", ["colour": "#ff4fa3"])
                let chosen = try await colours()
                // As a browser mixes 82 % of #b04374 with black in OKLab.
                #expect(chosen.page == "#863157" && chosen.manifest == chosen.page)
                for icon in chosen.icons { #expect(try await baker.get(icon).status == .ok, "\(icon)") }
                let other = "/accents/\(Accent.fingerprint)/ff4fa3/manifest"
                #expect(try await baker.get(other).status == .notFound)
            }
        }
    }

    @Test("Is shown before it is taken, and changes nothing")
    func sample() async throws {
        try await TestOffice.with { office in
            let anna = office.cast.anna
            try await office.app { client in
                let head = try await office.browser(client, as: anna)
                let sample = try await head.get("/office/settings/accent/sample?colour=%23ff4fa3")
                #expect(sample.text.contains("data-accent-sample=\"ff4fa3\"") && sample.text.contains("#b04374"))
                #expect(try await head.get("/office/settings/accent/sample?colour=x").status == .notFound)
            }
            #expect(try await office.database.read { db in try Office.find(db)?.accent } == nil)
        }
    }
}
