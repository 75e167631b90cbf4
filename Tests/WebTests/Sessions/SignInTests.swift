import Foundation
import GRDB
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Models
import NIOCore
import Secrets
import TestSupport
import Testing

@testable import Web

@Suite("Signing in")
struct SignInTests {
    @Test("with the right password opens a session and leads to the page that was asked for")
    func right() async throws {
        try await TestOffice.with { office in
            try await office.app { client in
                let response = try await Self.signIn(
                    client, "Piotr@Piekarnia.example ", Cast.password, next: "/account")
                #expect(response.status == .seeOther)
                #expect(response.location == "/account")
                let cookie = response.headers[values: .setCookie].first { $0.hasPrefix("skrytka=") } ?? ""
                // The cookie has an age, which the browser counts itself, because the office's clock may be behind the
                // browser's.
                let age = try #require(cookie.firstMatch(of: /Max-Age=(\d+)/)?.output.1)
                #expect(Int(age) == 30 * 24 * 3600)
                let token = try #require(cookie.split(separator: ";").first?.split(separator: "=").last)
                let home = try await Browser(client: client, session: String(token)).get("/")
                #expect(home.status == .ok)
                #expect(home.text.contains("Piotr"))
            }
        }
    }

    @Test("offers the people of the demo where its settings name them, each with a role, and nobody else")
    func cast() async throws {
        try await TestOffice.with { office in
            let demo = try office.portal {
                $0.cast = DemoCast(
                    password: "public-2026", people: [.init(name: "Zenon", role: "head", email: "zenon@demo.example")])
            }
            let shown = try await office.app(demo) { try await Browser(client: $0).get("/sign-in").text }
            for word in ["public-2026", "Zenon", "szef biura", "zenon@demo.example"] {
                #expect(shown.contains(word), "\(word)")
            }
            let real = try await office.app { try await Browser(client: $0).get("/sign-in").text }
            #expect(!real.contains("demo-people") && !real.contains("public-2026"))
        }
    }

    @Test("answers a wrong password and an unknown address alike, and keeps what was typed")
    func wrong() async throws {
        try await TestOffice.with { office in
            try await office.app { client in
                let known = try await Self.signIn(client, "piotr@piekarnia.example", "not the right one")
                let unknown = try await Self.signIn(client, "nobody@piekarnia.example", "not the right one")
                #expect(known.status == .unprocessableContent)
                #expect(unknown.status == known.status)
                #expect(known.text.contains("piotr@piekarnia.example"))
                let plain = { (page: String, name: String) in
                    page.replacing(name, with: "X").replacing(#/(content|value)="[\w-]{43}"/#, with: "")
                }
                #expect(plain(known.text, "piotr@") == plain(unknown.text, "nobody@"))
                #expect(!known.headers[values: .setCookie].contains { $0.hasPrefix("skrytka=") })
            }
        }
    }

    @Test("is refused to someone who has not activated the account, or is disabled")
    func inactive() async throws {
        try await TestOffice.with { office in
            let piotr = office.cast.piotr
            try await office.database.write { db in
                try db.execute(sql: "UPDATE person SET disabledAt = 1 WHERE id = ?", arguments: [piotr])
            }
            try await office.app { client in
                for email in ["piotr@piekarnia.example", "iwona@piekarnia.example"] {
                    let response = try await Self.signIn(client, email, Cast.password)
                    #expect(response.status == .unprocessableContent)
                }
            }
        }
    }

    @Test("must wait after five wrong passwords, also with the right one, and may go on afterwards")
    func throttled() async throws {
        try await TestOffice.with { office in
            try await office.app { client in
                for _ in 1...5 { _ = try await Self.signIn(client, "piotr@piekarnia.example", "not the right one") }
                let refused = try await Self.signIn(client, "piotr@piekarnia.example", Cast.password)
                #expect(refused.status == .tooManyRequests)
                #expect(Int(refused.headers[.retryAfter] ?? "") == 5)
                office.pass(6)
                let taken = try await Self.signIn(client, "piotr@piekarnia.example", Cast.password)
                #expect(taken.status == .seeOther)
            }
        }
    }

    @Test("guesses sent all at once are no more than those sent one by one")
    func burst() async throws {
        try await TestOffice.with { office in
            try await office.app { client in
                let statuses = try await withThrowingTaskGroup(of: HTTPResponse.Status.self) { group in
                    for _ in 1...20 {
                        group.addTask {
                            try await Self.signIn(client, "piotr@piekarnia.example", "not the right one").status
                        }
                    }
                    return try await group.reduce(into: []) { $0.append($1) }
                }
                #expect(statuses.filter { $0 == .unprocessableContent }.count == 5)
                #expect(statuses.filter { $0 == .tooManyRequests }.count == 15)
            }
        }
    }

    @Test("stores a password again with today's parameters when it was hashed with weaker ones")
    func rehashed() async throws {
        let weak = "$argon2id$v=19$m=64,t=1,p=1$c2FsdHNhbHRzYWx0c2FsdA$wc9HC1N3v6ddvggsGnUcUsoZWCxCKoWUPA33+VmD0NA"
        try await TestOffice.with { office in
            let piotr = office.cast.piotr
            try await office.database.write { db in
                try db.execute(sql: "UPDATE person SET passwordHash = ? WHERE id = ?", arguments: [weak, piotr])
            }
            try await office.app { client in
                let first = try await Self.signIn(client, "piotr@piekarnia.example", Cast.password)
                #expect(first.status == .seeOther)
                let stored = try await office.database.read { db in try Person.find(db, piotr).passwordHash }
                #expect(stored?.hasPrefix("$argon2id$v=19$m=19456,t=2,p=1$") == true)
                let second = try await Self.signIn(client, "piotr@piekarnia.example", Cast.password)
                #expect(second.status == .seeOther)
            }
        }
    }

    @Test("a try that could not be looked at is not counted against the person")
    func notCounted() async throws {
        struct Busy: Error {}
        try await TestOffice.with { office in
            for _ in 1...10 {
                await #expect(throws: Busy.self) {
                    let _: Bool? = try await office.portal.tryPassword(
                        counted: { _ in .session(1, AddressGroup("-")) }, then: { $1 }
                    ) {
                        throw Busy()
                    }
                }
            }
            try await office.app { client in
                let response = try await Self.signIn(client, "piotr@piekarnia.example", Cast.password)
                #expect(response.status == .seeOther)
            }
        }
    }

    @Test("counts the address that a named proxy saw, and believes nobody else about it")
    func proxies() throws {
        var head = HTTPRequest(method: .get, scheme: "http", authority: "localhost", path: "/")
        head.headerFields = [.init("X-Forwarded-For")!: "203.0.113.9, 198.51.100.7"]
        let request = Request(head: head, body: RequestBody(buffer: ByteBuffer()))
        #expect(ClientAddress.find(request, from: "127.0.0.1", trusting: ["127.0.0.1"]) == "198.51.100.7")
        #expect(ClientAddress.find(request, from: "192.0.2.1", trusting: ["127.0.0.1"]) == "192.0.2.1")
        #expect(ClientAddress.find(request, from: "127.0.0.1", trusting: []) == "127.0.0.1")
    }

    @Test(
        "never leads away from our pages",
        arguments: [
            "//evil.example", "https://evil.example/", "/\\evil.example", "/%09/evil.example", "javascript:alert(1)",
            "/conversations/7\r\nX-Evil: 1", "/sign-in", "/events", "/nowhere",
        ])
    func noOpenRedirect(next: String) async throws {
        try await TestOffice.with { office in
            try await office.app { client in
                let response = try await Self.signIn(client, "piotr@piekarnia.example", Cast.password, next: next)
                #expect(response.location == "/")
            }
        }
    }

    @Test("gives a new token each time; the one before, in the same browser, is ended")
    func newToken() async throws {
        try await TestOffice.with { office in
            let piotr = office.cast.piotr
            try await office.app { client in
                var browser = try await office.browser(client, as: piotr)
                let old = browser.session
                let response = try await browser.post(
                    "/sign-in", ["email": "ewa@przewozy.example", "password": Cast.password]
                )
                #expect(response.status == .seeOther)
                browser.session = old
                #expect(try await browser.get("/").location.hasPrefix("/sign-in"))
            }
        }
    }

    @Test("keeps only digests of tokens in the data folder")
    func digestsOnly() async throws {
        try await TestOffice.with { office in
            let piotr = office.cast.piotr
            try await office.app { client in
                let browser = try await office.browser(client, as: piotr)
                let token = try #require(browser.session)
                for name in ["office.sqlite", "office.sqlite-wal"] {
                    let bytes = try Data(contentsOf: office.folder.appendingPathComponent(name))
                    #expect(bytes.range(of: Data(token.utf8)) == nil)
                    #expect(bytes.range(of: Data(office.cast.iwonasLink.text.utf8)) == nil)
                }
            }
        }
    }

    static func signIn(
        _ client: any TestClientProtocol, _ email: String, _ password: String, next: String = ""
    ) async throws -> Answer {
        let token = Token().text
        return try await Browser(client: client, formToken: token, visitorToken: token).post(
            "/sign-in", ["email": email, "password": password, "next": next]
        )
    }
}
