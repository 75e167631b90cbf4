import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Models
import TestSupport
import Testing

@Suite("Sending a notice from the firm list")
struct SendingTests {
    @Test("to ticked firms: check page, who is skipped and why, one press, one private conversation each")
    func wholeWay() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await office.app { client in
                let anna = try await office.browser(client, as: cast.anna)
                let key = try await anna.uploadKey("Godziny.txt", Data("24 grudnia nieczynne\n".utf8))
                let written = try await anna.post(
                    "/office/broadcasts/check",
                    [
                        "firm": "\(cast.bakery.id)", "firm": "\(cast.carrier.id)", "firm": "\(cast.empty.id)",
                        "subject": "Święta", "body": "Biuro {b}nieczynne{b}.".withMarks, "files": key,
                    ]
                )
                #expect(written.status == .seeOther)
                let check = try await anna.get(written.location).text
                #expect(check.contains("Kwiaty Mak"), "the firm without a person is named")
                #expect(check.contains("<strong>nieczynne</strong>"))
                #expect(check.contains("Godziny.txt"))
                #expect(check.contains("Iwona Kłos"), "someone invited is a recipient")
                let draft = try Self.field("draft", in: check)
                #expect(try Self.field("expected", in: check) == "2")
                let sent = try await anna.post("/office/broadcasts", ["draft": draft, "expected": "2"])
                #expect(sent.status == .seeOther)
                let report = try await anna.get(sent.location).text
                #expect(report.contains("Piekarnia Kłos") && report.contains("Przewozy Ewa Nowak"))

                let piotr = try await office.browser(client, as: cast.piotr)
                let inbox = try await piotr.get("/conversations").text
                #expect(inbox.contains("Święta"))
                #expect(!inbox.contains("Przewozy"), "no firm hears of another")
            }
        }
    }

    @Test("pressed twice, also at once, sends once; a new send is a new act, and is warned of")
    func once() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await office.app { client in
                let anna = try await office.browser(client, as: cast.anna)
                let draft = try await Self.draft(anna, to: [cast.bakery], "Święta")
                let places = try await withThrowingTaskGroup(of: String.self) { group in
                    for _ in 1...20 {
                        group.addTask {
                            try await anna.post("/office/broadcasts", ["draft": draft, "expected": "1"]).location
                        }
                    }
                    return try await group.reduce(into: Set<String>()) { $0.insert($1) }
                }
                #expect(places.count == 1)
                let piotr = try await office.browser(client, as: cast.piotr)
                let inbox = try await piotr.get("/conversations").text
                #expect(inbox.matches(of: /Święta/).count == 1)

                let again = try await Self.draft(anna, to: [cast.bakery], "Święta")
                let check = try await anna.get("/office/broadcasts/check?draft=\(again)").text
                #expect(check.contains(try #require(places.first)), "the page links the send of today")
            }
        }
    }

    @Test("all that match a search but one: the count shown is the count sent to")
    func matching() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await office.app { client in
                let anna = try await office.browser(client, as: cast.anna)
                let written = try await anna.post(
                    "/office/broadcasts/check",
                    [
                        "all": "1", "matching": "q=dab", "except": "\(cast.sawmill.id)", "subject": "Meble",
                        "body": "Treść",
                    ]
                )
                let check = try await anna.get(written.location).text
                #expect(try Self.field("expected", in: check) == "1")
                #expect(check.contains("Meble Dąb sp. z o.o.") && !check.contains("Tartak Dąb"))
            }
        }
    }

    @Test("asks again when the firms have changed since the check page")
    func changed() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await office.app { client in
                let anna = try await office.browser(client, as: cast.anna)
                let draft = try await Self.draft(anna, to: [cast.bakery, cast.empty], "Święta")
                let new = NewPerson(name: "Maja Mak", email: "maja@kwiaty.example", language: .pl)
                let now = office.now
                _ = try await office.database.write { db in
                    try Membership.invite(db, new, to: cast.empty, by: cast.anna, at: now)
                }
                let sent = try await anna.post("/office/broadcasts", ["draft": draft, "expected": "1"])
                #expect(sent.location.hasPrefix("/office/broadcasts/check?draft="))
                let check = try await anna.get(sent.location).text
                #expect(try Self.field("expected", in: check) == "2")
                #expect(try await anna.get("/office/broadcasts").text.contains("Nie ma jeszcze powiadomień"))
            }
        }
    }

    @Test("asks again when another set of as many firms would get it")
    func exchanged() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await office.app { client in
                let anna = try await office.browser(client, as: cast.anna)
                let draft = try await Self.draft(anna, to: [cast.bakery, cast.carrier], "Święta")
                let check = try await anna.get("/office/broadcasts/check?draft=\(draft)").text
                let audience = try Self.field("audience", in: check)
                let refused = try await anna.post(
                    "/office/broadcasts",
                    ["draft": draft, "expected": "2", "audience": String(audience.reversed())]
                )
                #expect(refused.location.contains("changed=1"))
                let sent = try await anna.post(
                    "/office/broadcasts", ["draft": draft, "expected": "2", "audience": audience])
                #expect(sent.location.hasPrefix("/office/broadcasts/") && !sent.location.contains("check"))
            }
        }
    }

    @Test("a notice without text is not sent, by whatever way it is posted")
    func empty() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await office.app { client in
                let anna = try await office.browser(client, as: cast.anna)
                let rejected = try await anna.post(
                    "/office/broadcasts/check", ["firm": "\(cast.bakery.id)", "subject": ""])
                let draft = try Self.field("draft", in: rejected.text)
                let sent = try await anna.post("/office/broadcasts", ["draft": draft, "expected": "1"])
                #expect(sent.status == .unprocessableContent)
                let check = try await anna.get("/office/broadcasts/check?draft=\(draft)")
                #expect(check.location == "/office/broadcasts/new?draft=\(draft)")
            }
        }
    }

    @Test("a rejected notice names the field and keeps the text, the files and the ticked firms")
    func rejected() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await office.app { client in
                let anna = try await office.browser(client, as: cast.anna)
                let key = try await anna.uploadKey("Godziny.txt", Data("24 grudnia\n".utf8))
                let response = try await anna.post(
                    "/office/broadcasts/check",
                    ["firm": "\(cast.bakery.id)", "subject": "", "body": "Treść z <znakami>", "files": key]
                )
                #expect(response.status == .unprocessableContent)
                #expect(response.text.contains("composer-subject-error"))
                #expect(response.text.contains("Treść z &lt;znakami&gt;"))
                #expect(response.text.contains("Godziny.txt"))
                let draft = try Self.field("draft", in: response.text)
                let mended = try await anna.post(
                    "/office/broadcasts/check", ["draft": draft, "subject": "Temat", "body": "Treść", "files": key]
                )
                #expect(try Self.field("expected", in: await anna.get(mended.location).text) == "1")
                let nobody = try await anna.post("/office/broadcasts/check", ["subject": "Temat", "body": "Treść"])
                #expect(nobody.status == .unprocessableContent)
            }
        }
    }

    @Test("reaches only firms in the sender's care, whatever the form says")
    func scope() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await office.app { client in
                let ola = try await office.browser(client, as: cast.ola)
                let draft = try await Self.draft(ola, to: [cast.bakery, cast.carrier], "Święta")
                let check = try await ola.get("/office/broadcasts/check?draft=\(draft)").text
                #expect(try Self.field("expected", in: check) == "1")
                #expect(!check.contains("Przewozy"))
                let anna = try await office.browser(client, as: cast.anna)
                #expect(try await anna.get("/office/broadcasts/check?draft=\(draft)").status == .notFound)
                #expect(
                    try await anna.post("/office/broadcasts", ["draft": draft, "expected": "1"]).status == .notFound
                )
            }
        }
    }

    static func draft(
        _ browser: Browser, to firms: [Firm], _ subject: String, _ body: String = "Tekst"
    ) async throws -> String {
        let fields = firms.map { ("firm", "\($0.id)") } + [("subject", subject), ("body", body)]
        let response = try await browser.post("/office/broadcasts/check", fields)
        return try #require(response.location.split(separator: "=").last.map(String.init))
    }

    /// Returns the value of a hidden field.
    static func field(_ name: String, in page: String) throws -> String {
        let pattern = try Regex("name=\"\(name)\" value=\"([^\"]*)\"")
        let match = try #require(page.firstMatch(of: pattern), "the page has no field \(name)")
        return String(match.output[1].substring ?? "")
    }
}
