import Foundation
import GRDB
import Models
import TestSupport
import Testing

@Suite("A question for the office")
struct PanelTests {
    @Test("can be answered by telephone: the client's last message has the writer's number, and no other has one")
    func phone() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let (day, now) = (Cast.day, office.now)
            let id = try await office.database.write { db in
                try db.execute(
                    sql: "UPDATE person SET phone = '+48 600 000 512' WHERE id = ?", arguments: [cast.piotr])
                let asked = try Conversation.ask(
                    db, "Mąka", NewContent(body: "Jaki VAT?"), firm: cast.bakery, by: cast.piotr, on: day, at: now)
                try asked.post(db, NewContent(body: "5 %"), by: cast.marek, side: .office, on: day, at: now)
                try asked.post(db, NewContent(body: "A bułki?"), by: cast.piotr, side: .client, on: day, at: now)
                return asked.id
            }
            try await office.app { client in
                let marek = try await office.browser(client, as: cast.marek)
                let page = try await marek.get("/office/conversations/\(id)").text
                let calls = page.matches(of: #/message__phone" href="tel:([^"]+)"/#).map { String($0.1) }
                #expect(calls == ["+48600000512"])
                let parts = page.components(separatedBy: "message__phone")
                #expect(parts[0].contains("Jaki VAT?") && parts[1].contains("A bułki?"))
                // The client is not told how to call oneself.
                let piotr = try await office.browser(client, as: cast.piotr)
                #expect(!(try await piotr.get("/conversations/\(id)").text.contains("message__phone")))
            }
        }
    }

    @Test("says who of the client sees the answer; of payroll only those with the right to it")
    func seenBy() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let (day, now) = (Cast.day, office.now)
            let (open, payroll) = try await office.database.write { db in
                var rights = Membership.Rights()
                rights.canPayroll = true
                try Membership.change(db, rights: rights, of: cast.piotr, in: cast.bakery, by: cast.anna, at: now)
                let ask = { (subject: TypedLine, isPayroll: Bool) in
                    try Conversation.ask(
                        db, subject, NewContent(body: "Treść"), firm: cast.bakery, isPayroll: isPayroll,
                        by: cast.piotr, on: day, at: now
                    ).id
                }
                return (try ask("Mąka", false), try ask("Płace", true))
            }
            try await office.app { client in
                let marek = try await office.browser(client, as: cast.marek)
                let isolated = { (name: String) in "\u{2068}\(name)\u{2069}" }
                let all = try await marek.get("/office/conversations/\(open)").text
                #expect(all.contains("widzą: \(isolated("Iwona Kłos")), \(isolated("Piotr Kłos"))<"))
                let some = try await marek.get("/office/conversations/\(payroll)").text
                #expect(some.contains("widzą: \(isolated("Piotr Kłos"))<"))
                try await office.database.write { db in
                    try Membership.end(db, of: cast.piotr, in: cast.bakery, by: cast.anna, at: now)
                }
                let nobody = try await marek.get("/office/conversations/\(payroll)").text
                #expect(nobody.contains("nikt z firmy tego nie widzi") && !nobody.contains("message__phone"))
            }
        }
    }
}
