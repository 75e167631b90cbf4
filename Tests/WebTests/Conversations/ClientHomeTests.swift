import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Models
import NIOCore
import TestSupport
import Testing

@Suite("A client's first page")
struct ClientHomeTests {
    @Test("lists what waits by urgency: letters with a last day by that day, files, then the newest letters")
    func order() async throws {
        try await Self.with { office, client, anna, piotr in
            let bakery = office.cast.bakery
            try await Self.send(anna, bakery, "Bez terminu, starsze")
            office.pass(60)
            try await Self.send(anna, bakery, "Do trzydziestego", expires: "2026-11-30")
            office.pass(60)
            try await Self.send(anna, bakery, "Do dwudziestego drugiego", expires: "2026-11-22")
            office.pass(60)
            try await Self.send(anna, bakery, "Z plikiem", file: "umowa.txt")
            office.pass(60)
            try await Self.send(anna, bakery, "Bez terminu, nowsze")
            let page = try await piotr.get("/").text
            #expect(
                Self.todos(page) == [
                    "Do dwudziestego drugiego", "Do trzydziestego", "1 plik do pobrania", "Bez terminu, nowsze",
                    "Z plikiem", "Bez terminu, starsze",
                ])
            #expect(page.contains("Czeka 6 spraw"))
            // Only the first has a filled button; only the last days are in the colour of waiting.
            #expect(page.components(separatedBy: "button--primary").count == 2)
            #expect(page.components(separatedBy: "todo--first").count == 2)
            #expect(page.contains(#/todo__due--wait">.*ważne do 22 listopada 2026/#))
            #expect(page.contains(#/todo__due--none">.*ważne do 30 listopada 2026/#))
            // A letter with a file says so by a paper clip and the number.
            #expect(page.components(separatedBy: ">1 załącznik</span>").count == 2)
        }
    }

    @Test("downloads one file by itself, and several as an archive, by the row's own button")
    func downloads() async throws {
        try await Self.with { office, client, anna, piotr in
            try await Self.send(anna, office.cast.bakery, "Pierwszy plik", file: "umowa.txt")
            let one = try await piotr.get("/").text
            let link = try #require(one.firstMatch(of: /todo__action[^"]*" href="(\/attachments\/[^"]*)"/)).1
            #expect(try await piotr.get(String(link)).text == "umowa.txt\n")
            #expect(Self.todos(try await piotr.get("/").text) == ["Pierwszy plik"])
            try await Self.send(anna, office.cast.bakery, "Drugi plik", file: "aneks.txt")
            try await Self.send(anna, office.cast.bakery, "Trzeci plik", file: "cennik.txt")
            let several = try await piotr.get("/").text
            #expect(several.contains("href=\"/files.zip?state=waiting\""))
            #expect(several.contains("\u{2068}cennik.txt\u{2069}, \u{2068}aneks.txt\u{2069}"))
            #expect(try await piotr.get("/files.zip?state=waiting").headers[.contentType] == "application/zip")
            #expect(!(try await piotr.get("/").text.contains("do pobrania")))
        }
    }

    @Test("shows the client's questions until the office has answered, apart from what waits for the client")
    func asked() async throws {
        try await Self.with { office, client, anna, piotr in
            let bakery = office.cast.bakery.id
            let asked = try await piotr.post(
                "/conversations", ["firm": "\(bakery)", "subject": "Mąka z Czech", "body": "Jaki VAT?"])
            let waits = try await piotr.get("/").text
            #expect(waits.contains("Czeka na odpowiedź biura") && Self.todos(waits).isEmpty)
            #expect(waits.contains("Twoja wiadomość · dziś, 13:00") && waits.contains("Nic nie czeka"))
            // A colleague's question is shown with the colleague's name, and an employee sees both names.
            let id = asked.location.split(separator: "/").last ?? ""
            #expect(try await anna.get("/office/firms/\(bakery)/view").text.contains("Piotr Kłos"))
            _ = try await anna.post("/office/conversations/\(id)/messages", ["body": "Import usług."])
            let answered = try await piotr.get("/").text
            #expect(Self.todos(answered) == ["Mąka z Czech"] && !answered.contains("Czeka na odpowiedź biura"))
        }
    }

    @Test("begins with the firm, and with whom to call there by one press; every page has the number of unread letters")
    func head() async throws {
        try await Self.with { office, client, anna, piotr in
            try await Self.send(anna, office.cast.bakery, "Nowe")
            try await Self.send(anna, office.cast.bakery, "Nowsze")
            let page = try await piotr.get("/").text
            #expect(page.contains("class=\"hello__firm\"><bdi>Piekarnia Kłos</bdi>"))
            #expect(page.contains(#/carer__way--call" href="tel:\+?\d+"/#))
            #expect(page.contains("class=\"carer__way\" href=\"/conversations/new\""))
            for path in [
                "/", "/conversations", "/conversations/new", "/files", "/files?state=waiting", "/search",
                "/search?q=nowe",
                "/account", "/nothing/such",
            ] {
                let page = try await piotr.get(path).text
                // At the avatar, in its menu, and at Messages in the menu that is a phone's foot.
                let unread = page.matches(of: /data-unread>2</)
                #expect(unread.count == 3, "\(path)")
                #expect(page.contains(#/\[?Wiadomości<span class="badge" data-unread>2</#), "\(path)")
            }
        }
    }

    @Test("is installable: the manifest names icons that are there, of the sizes that it says")
    func installable() async throws {
        try await Self.with { office, client, anna, piotr in
            let page = try await piotr.get("/").text
            let link = try #require(page.firstMatch(of: /rel="manifest" href="([^"]*)"/)).1
            let answer = try await piotr.get(String(link))
            #expect(answer.headers[.contentType] == "application/manifest+json")
            let manifest = try #require(
                try JSONSerialization.jsonObject(with: Data(answer.text.utf8)) as? [String: Any])
            #expect(manifest["start_url"] as? String == "/" && manifest["display"] as? String == "standalone")
            let icons = try #require(manifest["icons"] as? [[String: String]])
            #expect(Set(icons.compactMap { $0["sizes"] }).isSuperset(of: ["192x192", "512x512"]))
            #expect(icons.contains { $0["purpose"] == "maskable" })
            for icon in icons where icon["type"] == "image/png" {
                let place = String(link.prefix { $0 != "." }.dropLast("skrytka".count)) + (icon["src"] ?? "")
                let file = try await piotr.get(place)
                #expect(file.headers[.contentType] == "image/png", "\(place)")
                // Width and height stand in the PNG's first chunk.
                let bytes = Array(file.body.readableBytesView.prefix(24))
                let size = { (at: Int) in bytes[at..<(at + 4)].reduce(0) { $0 << 8 | Int($1) } }
                #expect(bytes.count == 24 && "\(size(16))x\(size(20))" == icon["sizes"], "\(place)")
            }
            // Letters are never kept by a worker.
            #expect(!page.contains("serviceWorker"))
        }
    }

    private static func with(
        _ test: @escaping @Sendable (TestOffice, any TestClientProtocol, Browser, Browser) async throws -> Void
    ) async throws {
        try await TestOffice.with { office in
            try await office.app { client in
                let anna = try await office.browser(client, as: office.cast.anna)
                let piotr = try await office.browser(client, as: office.cast.piotr)
                try await test(office, client, anna, piotr)
            }
        }
    }

    /// Sends a notice by the composer and the check page.
    private static func send(
        _ anna: Browser, _ firm: Firm, _ subject: String, file: String? = nil, expires: String? = nil
    ) async throws {
        var fields = [("firm", "\(firm.id)"), ("subject", subject), ("body", "Treść")]
        if let file { fields.append(("files", try await anna.uploadKey(file, Data("\(file)\n".utf8)))) }
        if let expires { fields.append(("expiresOn", expires)) }
        let written = try await anna.post("/office/broadcasts/check", fields)
        let draft = try SendingTests.field("draft", in: try await anna.get(written.location).text)
        let sent = try await anna.post("/office/broadcasts", ["draft": draft, "expected": "1"])
        #expect(sent.status == .seeOther)
    }

    /// Returns the subjects of what waits, in order.
    private static func todos(_ page: String) -> [String] {
        page.matches(of: /row--unread todo(?s:.*?)row__link"[^>]*><bdi[^>]*>([^<]*)</).map { String($0.1) }
    }
}
