import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Models
import Secrets
import TestSupport
import Testing

@Suite("The account")
struct AccountTests {
    @Test("signing out ends the session on the server")
    func signOut() async throws {
        try await TestOffice.with { office in
            let piotr = office.cast.piotr
            try await office.app { client in
                let browser = try await office.browser(client, as: piotr)
                let response = try await browser.post("/sign-out")
                #expect(response.headers[values: .setCookie].contains { $0.hasPrefix("skrytka=;") })
                #expect(try await browser.get("/").location == "/sign-in?next=%2F")
            }
        }
    }

    @Test("lets the head change her own name and phone and the office's, with a line in the journal for each")
    func details() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await office.app { client in
                let anna = try await office.browser(client, as: cast.anna)
                #expect(try await anna.get("/office/account").text.contains("value=\"Anna Lis\""))
                #expect(try await anna.get("/office/settings").text.contains("value=\"Biuro Testowe\""))
                for (page, path, name, phone) in [
                    ("/office/account", "/office/account/person", "Anna Lis-Nowak", "+48 600 700 800"),
                    ("/office/settings", "/office/settings/office", "Biuro Nowe", "22 123 45 67"),
                ] {
                    let rest = [("timeZone", "Europe/Warsaw"), ("language", "pl")]
                    let wrong = try await anna.post(path, [("name", ""), ("phone", "12")] + rest)
                    #expect(wrong.status == .unprocessableContent && wrong.text.contains("value=\"12\""))
                    #expect(wrong.text.ranges(of: "aria-invalid").count == 2)
                    let saved = try await anna.post(path, [("name", name), ("phone", phone)] + rest)
                    #expect(saved.location.hasPrefix("\(page)?done="))
                    #expect(try await anna.get(page).text.contains("value=\"\(phone)\""))
                    #expect(try await anna.get("/office/audit").text.contains(name), "\(path)")
                }
                for action in ["personCorrected", "officeCorrected"] {
                    let journal = try await anna.get("/office/audit?action=\(action)").text
                    #expect(journal.ranges(of: "<tr>").count >= 1 && journal.contains("Anna Lis-Nowak"), "\(action)")
                }
                // A client without a supervisor is shown the office.
                let contact = try await office.browser(client, as: cast.ewa).get("/account").text
                #expect(contact.contains("Biuro Nowe"))
                let marek = try await office.browser(client, as: cast.marek)
                #expect(!(try await marek.get("/office/firms").text.contains("/office/settings")))
            }
        }
    }

    @Test("lists the person's sessions and ends another one of them")
    func sessions() async throws {
        try await TestOffice.with { office in
            let piotr = office.cast.piotr
            try await office.app { client in
                let here = try await office.browser(client, as: piotr)
                let there = try await office.browser(client, as: piotr)
                let page = try await here.get("/account").text
                let action = try #require(page.firstMatch(of: /\/account\/sessions\/(\d+)\/end/))
                #expect(try await here.post(String(action.output.0)).status == .seeOther)
                #expect(try await there.get("/").status == .seeOther)
                #expect(try await here.get("/").status == .ok)
            }
        }
    }

    @Test("a new password needs the current one, ends the other sessions and keeps this one")
    func password() async throws {
        try await TestOffice.with { office in
            let piotr = office.cast.piotr
            try await office.app { client in
                let here = try await office.browser(client, as: piotr)
                let there = try await office.browser(client, as: piotr)
                let wrong = try await here.post(
                    "/account/password", ["current": "not the right one", "password": "an entirely new sentence"]
                )
                #expect(wrong.status == .unprocessableContent)
                #expect(try await there.get("/").status == .ok)
                let right = try await here.post(
                    "/account/password", ["current": Cast.password, "password": "an entirely new sentence"]
                )
                #expect(right.status == .seeOther)
                #expect(try await there.get("/").status == .seeOther)
                #expect(try await here.get("/").status == .ok)
            }
        }
    }

    @Test(
        "refuses short and well-known passwords and says why",
        arguments: ["fourteen chars", "passwordpassword", "piotr@piekarnia.example1", "aaaaaaaaaaaaaaaaaaaa"])
    func weak(_ password: String) async throws {
        try await TestOffice.with { office in
            let piotr = office.cast.piotr
            try await office.app { client in
                let browser = try await office.browser(client, as: piotr)
                let response = try await browser.post(
                    "/account/password", ["current": Cast.password, "password": password]
                )
                #expect(response.status == .unprocessableContent)
                #expect(response.text.contains("password-error"))
            }
        }
    }

    @Test("the language of a person changes every page, and its direction")
    func language() async throws {
        try await TestOffice.with { office in
            let piotr = office.cast.piotr
            try await office.app { client in
                let browser = try await office.browser(client, as: piotr)
                #expect(try await browser.get("/").text.contains("<html lang=\"pl\" dir=\"ltr\""))
                _ = try await browser.post("/account/language", ["language": "he"])
                #expect(try await browser.get("/").text.contains("<html lang=\"he\" dir=\"rtl\""))
                #expect(try await browser.post("/account/language", ["language": "xx"]).status == .badRequest)
            }
        }
    }

    @Test("an idle session of the office ends after four hours, a client's after two weeks")
    func idle() async throws {
        try await TestOffice.with { office in
            let (anna, piotr) = (office.cast.anna, office.cast.piotr)
            try await office.app { client in
                let head = try await office.browser(client, as: anna)
                let baker = try await office.browser(client, as: piotr)
                office.pass(4 * 3600 - 1)
                #expect(try await baker.get("/").status == .ok)
                office.pass(2)
                #expect(try await head.get("/office/firms").status == .seeOther)
                office.pass(13 * 24 * 3600)
                #expect(try await baker.get("/").status == .ok)
                office.pass(14 * 24 * 3600 + 1)
                #expect(try await baker.get("/").status == .seeOther)
            }
        }
    }

    @Test("the activation link shows a page when looked at, is spent by the form, and only once")
    func activation() async throws {
        try await TestOffice.with { office in
            let path = "/activation/\(office.cast.iwonasLink.text)"
            try await office.app { client in
                let token = Token().text
                let browser = Browser(client: client, formToken: token, visitorToken: token)
                for _ in 1...3 { #expect(try await browser.get(path).text.contains("Iwona Kłos")) }
                let short = try await browser.post(path, ["password": "too short"])
                #expect(short.status == .unprocessableContent)
                let done = try await browser.post(path, ["password": "an entirely new sentence"])
                #expect(done.status == .seeOther)
                #expect(done.headers[values: .setCookie].contains { $0.hasPrefix("skrytka=") })
                #expect(try await browser.post(path, ["password": "another new sentence"]).status == .gone)
                #expect(try await browser.get(path).status == .gone)
                let again = try await SignInTests.signIn(client, "iwona@piekarnia.example", "an entirely new sentence")
                #expect(again.status == .seeOther)
            }
        }
    }
}
