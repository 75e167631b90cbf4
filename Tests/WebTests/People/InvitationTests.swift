import Foundation
import Hummingbird
import HummingbirdTesting
import Models
import TestSupport
import Testing

/// A supervisor requests access for a person. Only the head learns what the office knows of the address.
@Suite("An invitation by a supervisor")
struct InvitationTests {
    private static func ask(_ browser: Browser, _ firm: Firm, _ email: String) async throws -> Answer {
        try await browser.post(
            "/office/firms/\(firm.id)/people",
            ["name": "Osoba Wpisana", "email": email, "phone": "+48 600 999 888", "language": "en"])
    }

    /// Returns a page without the values that differ for each request.
    private static func plain(_ page: String, _ email: String) -> String {
        page.replacing(email, with: "ADDRESS").replacing(#/(content|value)="[\w-]{43}"/#, with: "")
            .replacing(#/invitations/\d+/#, with: "invitations/N")
    }

    @Test("answers alike for nobody, for another supervisor's client, for a former one and for people of the office")
    func alike() async throws {
        let emails = [
            "nobody@nowhere.example", "ewa@przewozy.example", "noa@studio.example", "rafal@biuro.example",
            "anna@biuro.example",
        ]
        var answers: [String] = []
        for email in emails {
            answers.append(
                try await TestOffice.with { office in
                    let (cast, now) = (office.cast, office.now)
                    try await office.database.write { db in
                        try Membership.end(db, of: cast.noa, in: cast.studio, by: cast.anna, at: now)
                    }
                    return try await office.app { client in
                        let marek = try await office.browser(client, as: cast.marek)
                        let answer = try await Self.ask(marek, cast.bakery, email)
                        let page = try await marek.get(answer.location).text
                        let again = try await Self.ask(marek, cast.bakery, email)
                        return [
                            "\(answer.status.code) \(answer.location)", Self.plain(page, email),
                            "\(again.status.code)", Self.plain(again.text, email),
                        ].joined(separator: "\n")
                    }
                })
        }
        #expect(answers[0].contains("Osoba Wpisana") && answers[0].contains("+48 600 999 888"))
        for (email, answer) in zip(emails, answers) { #expect(answer == answers[0], "\(email)") }
    }

    @Test("shows nothing of another's client and takes nothing from whose client it is, until the head lets in")
    func foreign() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await office.app { client in
                let marek = try await office.browser(client, as: cast.marek)
                let dana = try await office.browser(client, as: cast.dana)
                let anna = try await office.browser(client, as: cast.anna)
                _ = try await Self.ask(marek, cast.bakery, "ewa@przewozy.example")
                let page = try await marek.get("/office/firms/\(cast.bakery.id)/people").text
                #expect(!page.contains("Ewa Nowak") && !page.contains("/people/\(cast.ewa)"))
                let ewas = "/office/firms/\(cast.bakery.id)/people/\(cast.ewa)"
                #expect(try await marek.get(ewas).status == .notFound)
                #expect(try await marek.post("\(ewas)/link").status == .notFound)
                let link = "/office/firms/\(cast.carrier.id)/people/\(cast.ewa)/link"
                #expect(try await dana.post(link).text.contains("/activation/"), "Dana's client is hers")

                let outbox = try await anna.get("/office/outbox").text
                #expect(outbox.contains("Ewa Nowak") && outbox.contains("Marek Wilk"), "the head sees who it is")
                let admission = try #require(outbox.firstMatch(of: /\/office\/invitations\/\d+\/admission/))
                #expect(try await marek.post(String(admission.output)).status == .notFound)
                let let_in = try await anna.post(String(admission.output))
                #expect(let_in.location == "/office/outbox?done=memberAdded")
                #expect(try await marek.get(ewas).status == .ok)
                #expect(try await marek.post("\(ewas)/link").status == .notFound, "her link opens more than he may see")
                #expect(try await anna.post(String(admission.output)).status == .notFound, "once")
            }
        }
    }

    @Test("is counted in the head's menu while it waits, also on an open page, and in nobody else's")
    func counted() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await office.app { client in
                let marek = try await office.browser(client, as: cast.marek)
                let anna = try await office.browser(client, as: cast.anna)
                let badge = #/<span class="badge badge--accent[^"]*"[^>]* data-asked( hidden)?>(\d+)</span>/#
                let shown = { (browser: Browser) in
                    let badges = try await browser.get("/office/questions").text.matches(of: badge)
                    return badges.map { $0.output.1 == nil ? String($0.output.2) : "hidden" }
                }
                #expect(try await shown(anna) == ["hidden", "hidden"])
                let stream = office.database.changes.stream(for: cast.anna)
                _ = try await Self.ask(marek, cast.bakery, "ewa@przewozy.example")
                var changes = stream.makeAsyncIterator()
                let asked = await changes.next()
                #expect(asked?.contains("invitations") == true)
                #expect(try await shown(anna) == ["1", "1"])
                #expect(try await shown(marek) == [])
                let outbox = try await anna.get("/office/outbox").text
                let refusal = try #require(outbox.firstMatch(of: /\/office\/invitations\/\d+\/refusal/))
                _ = try await anna.post(String(refusal.output))
                let decided = await changes.next()
                #expect(decided?.contains("invitations") == true)
                #expect(try await shown(anna) == ["hidden", "hidden"])
            }
        }
    }

    @Test("of somebody new is let in by the head with a link, or refused; whoever asked may take it back")
    func decided() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await office.app { client in
                let marek = try await office.browser(client, as: cast.marek)
                let anna = try await office.browser(client, as: cast.anna)
                let people = "/office/firms/\(cast.bakery.id)/people"
                _ = try await Self.ask(marek, cast.bakery, "nowa@piekarnia.example")
                var outbox = try await anna.get("/office/outbox").text
                let admission = try #require(outbox.firstMatch(of: /\/office\/invitations\/\d+\/admission/))
                let link = try await anna.post(String(admission.output)).text
                #expect(link.contains("/activation/") && link.contains("link ważny do: "))
                #expect(
                    link.contains("Set your password here:\n"),
                    "a message to be sent as it is, in the person's language")
                let card = try await marek.get(people).text
                let renew = try #require(card.firstMatch(of: /\/people\/(\d+)\/link/), "he may hand her a link now")
                #expect(!renew.output.1.isEmpty)

                _ = try await Self.ask(marek, cast.bakery, "ola@biuro.example")
                outbox = try await anna.get("/office/outbox").text
                #expect(outbox.contains("Ola Zych") && !outbox.contains("/admission"), "somebody of the office")
                let refusal = try #require(outbox.firstMatch(of: /\/office\/invitations\/\d+\/refusal/))
                #expect(try await anna.post(String(refusal.output)).status == .seeOther)
                #expect(try await !anna.get("/office/outbox").text.contains("/refusal"))

                _ = try await Self.ask(marek, cast.bakery, "inna@piekarnia.example")
                let waiting = try await marek.get(people).text
                let end = try #require(waiting.firstMatch(of: /\/office\/firms\/\d+\/invitations\/\d+\/end/))
                let dana = try await office.browser(client, as: cast.dana)
                #expect(try await dana.post(String(end.output)).status == .notFound)
                #expect(try await marek.post(String(end.output)).status == .seeOther)
                #expect(try await !marek.get(people).text.contains("inna@piekarnia.example"))
            }
        }
    }

    @Test("of an own client is done at once, also when the link was not used yet")
    func own() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await office.app { client in
                let marek = try await office.browser(client, as: cast.marek)
                let active = try await Self.ask(marek, cast.furniture, "piotr@piekarnia.example")
                #expect(active.location.hasSuffix("?done=memberAdded"))
                #expect(
                    try await Self.ask(marek, cast.furniture, "iwona@piekarnia.example").text.contains("/activation/"))
                let member = try await Self.ask(marek, cast.bakery, "piotr@piekarnia.example")
                #expect(member.status == .unprocessableContent)
            }
        }
    }
}
