import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Models
import TestSupport
import Testing

@Suite("The correspondence of a firm with the office")
struct CorrespondenceTests {
    @Test("a message is read when the client's page says so: that message, with name and time, for the office to see")
    func reading() async throws {
        try await TestOffice.with { office in
            let world = try await AccessWorld(office)
            try await office.app { client in
                let piotr = try await office.browser(client, as: office.cast.piotr)
                let anna = try await office.browser(client, as: office.cast.anna)
                let path = "/conversations/\(world.conversation)"
                let receipt = "\(path)/messages/\(world.message)/receipt"
                #expect(try await piotr.get(path).text.contains(receipt))
                #expect(try await piotr.get("/").text.contains("data-unread"))
                let office1 = try await anna.get("/office/conversations/\(world.conversation)").text
                #expect(!office1.contains("Piotr Kłos, dziś"), "opening the page by GET is no receipt")
                #expect(try await piotr.post(receipt).status == .seeOther)
                #expect(!(try await piotr.get(path).text.contains(receipt)))
                for place in [
                    "/office/conversations/\(world.conversation)", "/office/broadcasts/\(world.broadcast)",
                ] {
                    let page = try await anna.get(place).text
                    #expect(page.contains(#/Piotr Kłos(<[^>]*>|[\u{2069},\s])*dziś, 13:00/#), "\(place)")
                }
                #expect(try await anna.get("/office/firms").text.contains(#/odczyt dziś, 13:00 · .?Piotr Kłos/#))
            }
        }
    }

    @Test("a closed firm's people are told that they can only read, and are offered nothing to write with")
    func closed() async throws {
        try await TestOffice.with { office in
            let world = try await AccessWorld(office)
            let (cast, now) = (office.cast, office.now)
            try await office.database.write { db in
                try cast.bakery.close(db, by: cast.anna, at: now)
                try cast.sawmill.close(db, by: cast.anna, at: now)
            }
            try await office.app { client in
                let told = "Biuro nie prowadzi już tej firmy."
                let piotr = try await office.browser(client, as: cast.piotr)
                for path in ["/", "/conversations", "/conversations/new", "/conversations/\(world.conversation)"] {
                    let page = try await piotr.get(path).text
                    #expect(page.contains(told), "\(path)")
                    #expect(!page.contains("href=\"/conversations/new") && !page.contains("<textarea"), "\(path)")
                }
                // Tomasz has a closed and an active firm: he can write for the active one only.
                let tomasz = try await office.browser(client, as: cast.tomasz)
                for path in ["/", "/conversations"] {
                    let (all, closed) = (
                        try await tomasz.get(path), try await tomasz.get("\(path)?firm=\(cast.sawmill.id)")
                    )
                    #expect(all.text.contains("href=\"/conversations/new") && !all.text.contains(told), "\(path)")
                    #expect(!closed.text.contains("href=\"/conversations/new") && closed.text.contains(told), "\(path)")
                }
                let new = try await tomasz.get("/conversations/new?firm=\(cast.sawmill.id)").text
                #expect(new.contains(told) && !new.contains("<textarea"))
                #expect(try await tomasz.get("/conversations/new?firm=\(cast.furniture.id)").text.contains("<textarea"))
            }
        }
    }

    @Test("a person whose every access has ended is told so on each page, and has nothing to write with")
    func withoutFirm() async throws {
        try await TestOffice.with { office in
            let (cast, now) = (office.cast, office.now)
            let piotr = cast.piotr
            try await office.database.write { db in
                try Membership.end(db, of: piotr, in: cast.bakery, by: cast.anna, at: now)
            }
            try await office.app { client in
                let browser = try await office.browser(client, as: piotr)
                for path in ["/", "/conversations", "/conversations/new"] {
                    let page = try await browser.get(path)
                    #expect(page.status == .ok, "\(path)")
                    #expect(page.text.contains("Nie masz teraz dostępu do żadnej firmy."), "\(path)")
                    #expect(!page.text.contains("<textarea") && !page.text.contains("Biuro nie prowadzi"), "\(path)")
                }
            }
        }
    }

    @Test("a client answers, asks with a file, and the office finds both waiting")
    func asking() async throws {
        try await TestOffice.with { office in
            let world = try await AccessWorld(office)
            let cast = office.cast
            try await office.app { client in
                let piotr = try await office.browser(client, as: cast.piotr)
                let marek = try await office.browser(client, as: cast.marek)
                let answer = try await piotr.post(
                    "/conversations/\(world.conversation)/messages", ["body": "Dziękuję, dosłałem."]
                )
                #expect(answer.status == .seeOther)
                let photo = try await piotr.uploadKey("paragon.txt", Data("paragon\n".utf8))
                let asked = try await piotr.post(
                    "/conversations",
                    ["firm": "\(cast.bakery.id)", "subject": "Paragon", "body": "Czy to koszt?", "files": photo]
                )
                #expect(asked.status == .seeOther)
                let waiting = try await marek.get("/office/questions?show=unanswered").text
                #expect(waiting.contains("Paragon") && waiting.contains("Godziny otwarcia"))
                let report = try await (office.browser(client, as: cast.anna)).get(
                    "/office/broadcasts/\(world.broadcast)")
                #expect(report.text.contains("Dziękuję, dosłałem."))
            }
        }
    }

    @Test("supervisors see their own firms' correspondence, the head all of it, the accountant the bakery's alone")
    func review() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let day = Cast.day
            let now = office.now
            try await office.database.write { db in
                for (firm, person, subject) in [
                    (cast.bakery, cast.piotr, "Sprawa piekarni"), (cast.carrier, cast.ewa, "Sprawa przewozów"),
                    (cast.furniture, cast.tomasz, "Sprawa mebli"),
                ] {
                    _ = try Conversation.ask(
                        db, TypedLine(subject), NewContent(body: "Treść"), firm: firm, by: person, on: day, at: now
                    )
                }
            }
            try await office.app { client in
                let all = ["Sprawa piekarni", "Sprawa przewozów", "Sprawa mebli"]
                for (person, seen) in [
                    (cast.anna, all), (cast.marek, [all[0], all[2]]), (cast.dana, [all[1]]), (cast.ola, [all[0]]),
                    (cast.rafal, [all[1]]),
                ] {
                    let page = try await office.browser(client, as: person).get("/office/questions").text
                    for subject in all { #expect(page.contains(subject) == seen.contains(subject)) }
                }
            }
        }
    }

    @Test("a question is handled, reopened, and waits again when the client writes")
    func handling() async throws {
        try await TestOffice.with { office in
            let world = try await AccessWorld(office)
            try await office.app { client in
                let piotr = try await office.browser(client, as: office.cast.piotr)
                let marek = try await office.browser(client, as: office.cast.marek)
                let messages = "/conversations/\(world.conversation)/messages"
                let handling = "/office/conversations/\(world.conversation)/handling"
                let waits = { try await marek.get("/office/questions?show=unanswered").text.contains("Godziny") }
                #expect(try await !waits())
                _ = try await piotr.post(messages, ["body": "A w Wigilię?"])
                #expect(try await waits())
                _ = try await marek.post(handling)
                #expect(try await !waits())
                #expect(try await marek.get("/office/questions?show=handled").text.contains("Godziny"))
                _ = try await marek.post("\(handling)?state=open")
                #expect(try await waits())
                _ = try await marek.post("/office\(messages)", ["body": "Nieczynne."])
                #expect(try await !waits())
            }
        }
    }

    @Test("a client with two firms has a switcher, counters for each and in sum, and starts in the right firm")
    func twoFirms() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await office.app { client in
                let anna = try await office.browser(client, as: cast.anna)
                for (firms, subject) in [([cast.furniture, cast.sawmill], "Obie"), ([cast.sawmill], "Tartak")] {
                    let draft = try await SendingTests.draft(anna, to: firms, subject)
                    _ = try await anna.post("/office/broadcasts", ["draft": draft, "expected": "\(firms.count)"])
                }
                let tomasz = try await office.browser(client, as: cast.tomasz)
                let page = try await tomasz.get("/conversations").text
                #expect(page.contains(#/data-unread-firm="all"[^>]*>\s*3\s*</#))
                #expect(page.contains(try Regex(#"data-unread-firm="\#(cast.furniture.id)"[^>]*>\s*1\s*<"#)))
                #expect(page.contains(try Regex(#"data-unread-firm="\#(cast.sawmill.id)"[^>]*>\s*2\s*<"#)))
                let furniture = try await tomasz.get("/conversations?firm=\(cast.furniture.id)").text
                #expect(furniture.contains("Obie") && !furniture.contains(">Tartak<"))
            }
        }
    }

    @Test("someone who comes to the firm later reads an older notice, and the office sees it")
    func joinedLater() async throws {
        try await TestOffice.with { office in
            let world = try await AccessWorld(office)
            let cast = office.cast
            let (new, now) = (NewPerson(name: "Jan Kłos", email: "jan@piekarnia.example", language: .pl), office.now)
            let jan = try await office.database.write { db in
                try Membership.invite(db, new, to: cast.bakery, by: cast.anna, at: now)?.personId
            }
            try await office.app { client in
                let browser = try await office.browser(client, as: jan)
                let receipt = "/conversations/\(world.conversation)/messages/\(world.message)/receipt"
                #expect(try await browser.get("/conversations/\(world.conversation)").text.contains(receipt))
                _ = try await browser.post(receipt)
                let anna = try await office.browser(client, as: cast.anna)
                #expect(try await anna.get("/office/broadcasts/\(world.broadcast)").text.contains("Jan Kłos"))
            }
        }
    }

    @Test("an answer sent after the session ended is given back to copy")
    func tooLate() async throws {
        try await TestOffice.with { office in
            let world = try await AccessWorld(office)
            try await office.app { client in
                let piotr = try await office.browser(client, as: office.cast.piotr)
                let there = try await office.browser(client, as: office.cast.piotr)
                _ = try await there.post(
                    "/account/password", ["current": Cast.password, "password": "an entirely new sentence"]
                )
                let response = try await piotr.post(
                    "/conversations/\(world.conversation)/messages", ["body": "Długo pisana odpowiedź"]
                )
                #expect(response.status == .unauthorized)
                #expect(response.text.contains("Długo pisana odpowiedź"))
            }
        }
    }

    @Test("a rejected answer keeps what was typed")
    func rejected() async throws {
        try await TestOffice.with { office in
            let world = try await AccessWorld(office)
            try await office.app { client in
                let piotr = try await office.browser(client, as: office.cast.piotr)
                let long = String(repeating: "ż", count: NewContent.bodyLimit + 1)
                let path = "/conversations/\(world.conversation)/messages"
                let response = try await piotr.post(path, ["body": long])
                #expect(response.status == .unprocessableContent)
                #expect(response.text.contains(long))
                let gone = try await piotr.post(path, ["body": "Treść", "files": "not-a-key"])
                #expect(gone.status == .unprocessableContent)
                #expect(gone.text.contains("Treść"))
            }
        }
    }
}
