import Foundation
import GRDB
import HTTPTypes
import HummingbirdTesting
import Models
import TestSupport
import Testing

@testable import Web

@Suite("View as this client")
struct ClientViewTests {
    /// The client's own addresses, and those of the view below the firm's.
    private static func pages(_ world: AccessWorld) -> [(own: String, viewed: String)] {
        [
            ("/", ""), ("/conversations", "/conversations"), ("/files", "/files"),
            ("/files?kind=others", "/files?kind=others"), ("/files?state=waiting", "/files?state=waiting"),
            ("/files?q=godziny", "/files?q=godziny"),
            ("/files?period=2026&kind=registers", "/files?period=2026&kind=registers"),
            ("/conversations/\(world.conversation)", "/conversations/\(world.conversation)"),
        ]
    }

    @Test("shows each page with the same words, numbers and rows as the client's own, and the client's menu above it")
    func same() async throws {
        try await TestOffice.with { office in
            let world = try await AccessWorld(office)
            let (cast, view) = (office.cast, "/office/firms/\(office.cast.bakery.id)/view")
            try await office.app { client in
                let piotr = try await office.browser(client, as: cast.piotr)
                _ = try await piotr.post(
                    "/conversations", ["firm": "\(cast.bakery.id)", "subject": "Mąka", "body": "Jaki VAT?"])
                let marek = try await office.browser(client, as: cast.marek)
                for page in Self.pages(world) {
                    let own = try await piotr.get(page.own).text
                    let viewed = try await marek.get(Self.address(view, page.viewed, cast.piotr)).text
                    #expect(Self.words(of: viewed) == Self.words(of: own), "\(page.own)")
                    #expect(Self.words(of: own).count > 5, "\(page.own)")
                    #expect(Self.menu(viewed) == Self.menu(own), "\(page.own)")
                    #expect(Self.unread(viewed) == Self.unread(own) && Self.unread(own).count == 3, "\(page.own)")
                }
            }
        }
    }

    @Test("shows the contact of the client's account, and none of the person's devices")
    func contact() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await office.app { client in
                let piotr = try await office.browser(client, as: cast.piotr)
                let marek = try await office.browser(client, as: cast.marek)
                let section = #/<section class="contact card"(?s:.*?)<\/section>/#
                let own = try await piotr.get("/account").text
                let viewed = try await marek.get("/office/firms/\(cast.bakery.id)/view/account?person=\(cast.piotr)")
                    .text
                #expect(try #require(viewed.firstMatch(of: section)).0 == #require(own.firstMatch(of: section)).0)
                #expect(viewed.contains("piotr@piekarnia.example") && own.contains("class=\"session\""))
                #expect(!viewed.contains("class=\"session\"") && !viewed.contains("type=\"password\""))
            }
        }
    }

    @Test(
        "leads nowhere but to the view, the card and the telephone; nothing can be sent or downloaded, and nothing is written"
    )
    func readOnly() async throws {
        try await TestOffice.with { office in
            let world = try await AccessWorld(office)
            let (cast, card) = (office.cast, "/office/firms/\(office.cast.bakery.id)")
            try await office.app { client in
                let marek = try await office.browser(client, as: cast.marek)
                let before = try await Self.everything(office)
                let account = [(own: "", viewed: "/account")]
                for page in Self.pages(world) + account {
                    let address = Self.address("\(card)/view", page.viewed, cast.piotr)
                    let viewed = try await marek.get(address).text
                    _ = try await marek.send(.head, address)
                    #expect(viewed.contains("Widzisz to, co \u{2068}Piotr Kłos\u{2069}"), "\(address)")
                    for trace in ["method=\"post\"", "data-receipt=", "data-events", "data-composer"] {
                        #expect(!viewed.contains(trace), "\(address): \(trace)")
                    }
                    let links = viewed.matches(of: /<a [^>]*href="([^"]*)"/).map { String($0.1) }
                    let foreign = links.filter { link in
                        !["\(card)/view?person=", "\(card)/view/", "tel:", "mailto:", "#main"].contains(
                            where: link.hasPrefix)
                            && link != card
                    }
                    #expect(foreign == [], "\(address)")
                    #expect(viewed.matches(of: /action="([^"]*)"/).allSatisfy { $0.1 == "\(card)/view/files" })
                }
                #expect(try await Self.everything(office) == before)
            }
        }
    }

    @Test("shows a person's buttons, disabled")
    func buttons() async throws {
        try await TestOffice.with { office in
            let world = try await AccessWorld(office)
            let (cast, view) = (office.cast, "/office/firms/\(office.cast.bakery.id)/view")
            try await office.app { client in
                let marek = try await office.browser(client, as: cast.marek)
                let home = try await marek.get("\(view)?person=\(cast.piotr)").text
                #expect(home.contains(#/class="carer__way"\s+role="link" aria-disabled="true"/#))
                #expect(home.contains(#/class="button todo__action[^"]*"\s+role="link" aria-disabled="true"/#))
                let files = try await marek.get("\(view)/files?person=\(cast.piotr)").text
                #expect(files.contains(#/class="button files__zip"\s+role="link" aria-disabled="true"/#))
                #expect(
                    files.contains(#/<input type="hidden" name="person" value="[^"]+">/#),
                    "a search stays with the person")
                let letter = try await marek.get("\(view)/conversations/\(world.conversation)?person=\(cast.piotr)")
                    .text
                #expect(letter.contains(#/<textarea[^>]* disabled>/#))
                #expect(letter.contains(#/<button class="button button--primary" type="button" disabled>Wyślij/#))
            }
        }
    }

    @Test("of a person with two firms shows both to an employee of both, and no word of the other to one of one")
    func twoFirms() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let (furniture, sawmill) = (cast.furniture, cast.sawmill)
            let (day, now) = (Cast.day, office.now)
            try await office.database.write { db in
                try Assignment.assign(
                    db, firm: furniture.id, to: cast.rafal, duty: .accountant, from: day, by: cast.anna, at: now)
                for (firm, subject) in [(furniture, "Płyta wiórowa"), (sawmill, "Trociny")] {
                    _ = try Conversation.start(
                        db, TypedLine(subject), NewContent(body: "Treść"), firm: firm, by: cast.anna, on: day, at: now)
                }
            }
            try await office.app { client in
                let tomasz = try await office.browser(client, as: cast.tomasz)
                let anna = try await office.browser(client, as: cast.anna)
                let rafal = try await office.browser(client, as: cast.rafal)
                let view = "/office/firms/\(furniture.id)/view"
                for (path, place) in [("/", ""), ("/conversations", "/conversations"), ("/files", "/files")] {
                    let own = try await tomasz.get("\(path)?firm=\(furniture.id)").text
                    let whole = try await anna.get("\(view)\(place)?person=\(cast.tomasz)").text
                    // Both of his own pages list the letters of the chosen firm alone.
                    #expect(Self.words(of: whole) == Self.words(of: own), "\(path)")
                    #expect(Self.unread(whole) == Self.unread(own) && Self.unread(own).first == "2", "\(path)")
                    #expect(
                        whole.contains("href=\"/office/firms/\(sawmill.id)/view/conversations?person=\(cast.tomasz)\""))
                    let part = try await rafal.get("\(view)\(place)?person=\(cast.tomasz)").text
                    #expect(!part.contains("Tartak") && !part.contains("Trociny"), "\(path)")
                    #expect(part.contains("których nie prowadzisz") && Self.unread(part).first == "1", "\(path)")
                }
                #expect(
                    try await rafal.get("/office/firms/\(sawmill.id)/view?person=\(cast.tomasz)").status == .notFound)
            }
        }
    }

    @Test("is of the readers of the firm alone, for those who see the firm; a firm without any says so")
    func access() async throws {
        try await TestOffice.with { office in
            let world = try await AccessWorld(office)
            let cast = office.cast
            try await office.app { client in
                let marek = try await office.browser(client, as: cast.marek)
                let view = "/office/firms/\(cast.bakery.id)/view"
                for stranger in [cast.ewa, cast.anna, cast.approver, 987_654] {
                    for place in ["", "/files", "/account", "/conversations"] {
                        #expect(try await marek.get("\(view)\(place)?person=\(stranger)").status == .notFound)
                    }
                }
                let dana = try await office.browser(client, as: cast.dana)
                #expect(try await dana.get(view).status == .notFound)
                let foreign = "/office/firms/\(cast.carrier.id)/view/conversations/\(world.conversation)"
                #expect(try await dana.get("\(foreign)?person=\(cast.ewa)").status == .notFound)
                let empty = try await marek.get("/office/firms/\(cast.empty.id)/view")
                #expect(empty.status == .ok && empty.text.contains("Nikt nie ma jeszcze dostępu"))
            }
        }
    }

    private static func address(_ view: String, _ place: String, _ person: Int64) -> String {
        view + place + (place.contains("?") ? "&" : "?") + "person=\(person)"
    }

    /// Returns the words of the page below its head. What a client confirms without script, and the list of uploads of
    /// an answer, are of forms, which a view has not.
    private static func words(of page: String) -> [String] {
        let main = page.firstMatch(of: /<main(?s:.*?)<\/main>/).map { String($0.0) } ?? ""
        return main.replacing(/<form class="message__receipt-form(?s:.*?)<\/form>/, with: "")
            .replacing(/<ul class="uploads__list"(?s:.*?)<\/ul>/, with: "").replacing(
                /<template(?s:.*?)<\/template>/, with: ""
            )
            .replacing(/<[^>]*>/, with: " ").split(whereSeparator: \.isWhitespace).map(String.init)
    }

    private static func menu(_ page: String) -> [String] {
        let menu = page.firstMatch(of: /<nav class="nav"(?s:.*?)<\/nav>/).map { String($0.0) } ?? ""
        return menu.replacing(/<[^>]*>/, with: " ").split(whereSeparator: \.isWhitespace).map(String.init)
    }

    private static func unread(_ page: String) -> [String] {
        page.matches(of: /data-unread>(\d+)</).map { String($0.1) }
    }

    /// Returns all rows of all tables, except the times when sessions were last seen.
    private static func everything(_ office: TestOffice) async throws -> [String] {
        try await office.database.read { db in
            let tables = try String.fetchAll(
                db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'session' ORDER BY name"
            )
            return try tables.flatMap { table in
                try Row.fetchAll(db, sql: "SELECT * FROM \"\(table)\"").map { "\(table) \($0)" }
            }
        }
    }
}
