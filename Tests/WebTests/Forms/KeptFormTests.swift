import Foundation
import GRDB
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Models
import TestSupport
import Testing

@testable import Web

/// Typed text is not lost when a form is not accepted, and sending it again needs no script.
@Suite("A form that could not be taken")
struct KeptFormTests {
    /// Returns the hidden fields of a page's form, except its token.
    private static func fields(of page: String, to action: String) throws -> [(String, String)] {
        let form = try #require(page.split(separator: "action=\"\(action)\"").dropFirst().first)
        let part = form.split(separator: "</form>").first ?? ""
        return part.matches(of: /<input type="hidden" name="([^"]+)" value="([^"]*)">/)
            .map { (String($0.output.1), read(String($0.output.2))) }
    }

    private static func read(_ text: String) -> String {
        text.replacing("&quot;", with: "\"").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
            .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }

    private static func endSessions(_ office: TestOffice, of person: Int64) async throws {
        let now = office.now
        try await office.database.write { db in try Session.endAll(db, by: person, except: nil, in: nil, at: now) }
    }

    private static func token(_ page: String) throws -> String {
        String(try #require(page.firstMatch(of: /name="csrf" value="([^"]+)"/)).output.1)
    }

    /// Signs in on a page that kept a form, and sends that form. The browser is signed in afterwards.
    private static func signInAndSend(
        _ browser: inout Browser, _ page: Answer, email: String, to action: String
    ) async throws -> Answer {
        (browser.session, browser.visitorToken) = (nil, page.cookie("skrytka-form") ?? browser.visitorToken)
        browser.formToken = try token(page.text)
        #expect(browser.formToken == browser.visitorToken)
        let kept = try fields(of: page.text, to: "/sign-in").filter { $0.0 != "csrf" }
        let wrong = try await browser.post("/sign-in", kept + [("email", email), ("password", "not this one at all")])
        #expect(wrong.status == .unprocessableContent)
        let again = try fields(of: wrong.text, to: "/sign-in").filter { $0.0 != "csrf" }
        #expect(again.map(\.1) == kept.map(\.1), "a wrong password loses nothing")
        let back = try await browser.post("/sign-in", again + [("email", email), ("password", Cast.password)])
        #expect(back.status == .ok && back.text.contains("Wyślij teraz"))
        browser.session = back.cookie("skrytka")
        browser.formToken = try token(back.text)
        return try await browser.post(action, fields(of: back.text, to: action).filter { $0.0 != "csrf" })
    }

    @Test("as the session has ended is sent after a sign-in on the same page: a notice with its firms and files")
    func notice() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await office.app { client in
                var anna = try await office.browser(client, as: cast.anna)
                let key = try await anna.uploadKey("umowa.txt", Data("Umowa".utf8))
                try await Self.endSessions(office, of: cast.anna)
                let body = "Pierwszy <wiersz> & \"drugi\"\r\n+ 200 zł; żółć, 100%"
                let late = try await anna.post(
                    "/office/broadcasts/check",
                    [
                        ("firm", "\(cast.bakery.id)"), ("firm", "\(cast.carrier.id)"), ("subject", "Temat"),
                        ("body", body), ("files", key), ("expiresOn", "2026-12-24"), ("payroll", ""),
                    ])
                #expect(late.status == .unauthorized && late.text.contains("Zaloguj się tutaj"))
                let sent = try await Self.signInAndSend(
                    &anna, late, email: "anna@biuro.example", to: "/office/broadcasts/check")
                #expect(sent.status == .seeOther && sent.location.hasPrefix("/office/broadcasts/check?draft="))
                let check = try await anna.get(sent.location).text
                #expect(check.contains("Piekarnia Kłos") && check.contains("Przewozy Ewa Nowak"))
                #expect(check.contains("umowa.txt") && check.contains("Wyślij do 2 firm"))
                let draft = try await office.database.read { db in
                    try String.fetchAll(db, sql: "SELECT subject || '|' || expiresOn || '|' || body FROM draft")
                }
                #expect(draft.count == 1 && draft[0].hasPrefix("Temat|2026-12-24|Pierwszy <wiersz> & \"drugi\""))
                #expect(draft[0].contains("+ 200 zł; żółć, 100%"))
            }
        }
    }

    @Test("as the session has ended is sent then: a client's question, a note, a hand-over")
    func others() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await office.app { client in
                var piotr = try await office.browser(client, as: cast.piotr)
                try await Self.endSessions(office, of: cast.piotr)
                let late = try await piotr.post(
                    "/conversations", ["firm": "\(cast.bakery.id)", "subject": "Kasa", "body": "Czy kasa?"])
                let asked = try await Self.signInAndSend(
                    &piotr, late, email: "piotr@piekarnia.example", to: "/conversations")
                #expect(asked.status == .seeOther && asked.location.hasPrefix("/conversations/"))
                let id = try #require(asked.location.split(separator: "/").last.map(String.init))
                var ola = try await office.browser(client, as: cast.ola)
                for (place, fields) in [
                    ("notes", ["note": "Oddzwonić"]),
                    ("hand-overs", ["colleague": "\(cast.marek)", "note": "Weź to"]),
                ] as [(String, KeyValuePairs<String, String>)] {
                    let path = "/office/conversations/\(id.prefix { $0 != "?" && $0 != "#" })/\(place)"
                    try await Self.endSessions(office, of: cast.ola)
                    let late = try await ola.post(path, fields)
                    #expect(late.status == .unauthorized && late.text.contains(fields.last?.value ?? ""), "\(place)")
                    let action = try #require(late.text.firstMatch(of: /name="keptFor" value="([^"]+)"/)).output.1
                    let done = try await Self.signInAndSend(
                        &ola, late, email: "ola@biuro.example", to: String(action))
                    #expect(done.status == .seeOther, "\(place)")
                }
                let counts = try await office.database.read { db in
                    (
                        try Int.fetchOne(db, sql: "SELECT count(*) FROM note"),
                        try Int.fetchOne(db, sql: "SELECT count(*) FROM handOver")
                    )
                }
                #expect(counts.0 == 2 && counts.1 == 1, "what is said with a hand-over is a note too")
            }
        }
    }

    @Test("because its page is of an earlier session is sent from the page that says so")
    func earlier() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await office.app { client in
                let piotr = try await office.browser(client, as: cast.piotr)
                var old = piotr
                old.formToken = "of an earlier session"
                let refused = try await old.post(
                    "/conversations", ["firm": "\(cast.bakery.id)", "subject": "Kasa", "body": "Czy kasa"])
                #expect(refused.status == .forbidden && refused.text.contains("Wyślij jeszcze raz"))
                #expect(refused.text.contains("Piotr Kłos"), "it says as whom")
                let sent = try await piotr.post(
                    "/conversations", Self.fields(of: refused.text, to: "/conversations").filter { $0.0 != "csrf" })
                #expect(sent.status == .seeOther && sent.location.hasPrefix("/conversations/"))
            }
        }
    }

    @Test("for a failure of the server is sent again from the page that tells of it, once the failure is over")
    func failure() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await office.app { client in
                let anna = try await office.browser(client, as: cast.anna)
                try await office.database.write { db in
                    try db.execute(
                        sql: "CREATE TRIGGER broken BEFORE INSERT ON draft BEGIN SELECT raise(ABORT, 'broken'); END")
                }
                let fields = [
                    ("firm", "\(cast.bakery.id)"), ("firm", "\(cast.carrier.id)"), ("subject", "Temat"),
                    ("body", "Treść listu"),
                ]
                let failed = try await anna.post("/office/broadcasts/check", fields)
                #expect(failed.status == .internalServerError && failed.text.contains("Treść listu"))
                try await office.database.write { db in try db.execute(sql: "DROP TRIGGER broken") }
                let again = try Self.fields(of: failed.text, to: "/office/broadcasts/check")
                let sent = try await anna.post("/office/broadcasts/check", again.filter { $0.0 != "csrf" })
                #expect(sent.status == .seeOther)
                #expect(try await anna.get(sent.location).text.contains("Wyślij do 2 firm"))
            }
        }
    }

    @Test("carries no password, leads to no address but ours, and makes nothing of what is none")
    func strict() async throws {
        #expect(KeptForm(try Form(encoded: "password=abc&current=def")) == nil)
        var form = try Form(encoded: "csrf=x&subject=Temat&body=a%26b%3D%C5%BC&firm=7&firm=8")
        #expect(KeptForm(form) == nil, "it was sent nowhere")
        form.sentTo = "/conversations"
        let kept = try #require(KeptForm(form))
        let sealed = try #require(kept.sealed)
        let inner = try #require(KeptForm(Form(encoded: "kept=\(sealed)&keptFor=/conversations&password=x&email=y")))
        #expect(inner.action == "/conversations" && inner.isOfSignIn)
        #expect(inner.form["body"] == "a&b=ż" && inner.form.all("firm") == ["7", "8"] && !inner.form.has("csrf"))
        #expect(KeptForm(try Form(encoded: "kept=*&keptFor=/")) == nil)
        try await TestOffice.with { office in
            try await office.app { client in
                for action in ["https://evil.example/", "//evil.example", "/sign-in", "/nowhere", "/office/firms/../x"]
                {
                    var browser = Browser(client: client)
                    browser.visitorToken = try await browser.get("/sign-in").cookie("skrytka-form")
                    browser.formToken = browser.visitorToken ?? ""
                    let answer = try await browser.post(
                        "/sign-in",
                        [
                            ("email", "piotr@piekarnia.example"), ("password", Cast.password), ("kept", sealed),
                            ("keptFor", action),
                        ])
                    #expect(answer.status == .seeOther && answer.location == "/", "\(action)")
                }
            }
        }
    }
}
