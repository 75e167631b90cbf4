import Foundation
import GRDB
import HTTPTypes
import Models
import Secrets
import TestSupport
import Testing

@Suite("The first steps of a new office")
struct FirstStepsTests {
    /// Takes away what an office does not have after `office create`: firms, clients, the head's name, a phone.
    private static func empty(_ office: TestOffice) async throws {
        // The journal names firms and is never changed, so the tables are not held together meanwhile.
        var loose = Configuration()
        loose.foreignKeysEnabled = false
        let database = try DatabaseQueue(
            path: office.folder.appendingPathComponent("office.sqlite").path, configuration: loose)
        try await database.write { db in
            try db.execute(
                sql: """
                    DELETE FROM outgoingMail; DELETE FROM assignment; DELETE FROM membership; DELETE FROM personalLink;
                    DELETE FROM taxation; DELETE FROM firm; UPDATE office SET phone = NULL;
                    UPDATE person SET name = email WHERE email = 'anna@biuro.example'
                    """)
        }
        try database.close()
    }

    @Test("Are ticked from what is there, and gone when all is done")
    func steps() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await Self.empty(office)
            try await office.app { client in
                let anna = try await office.browser(client, as: cast.anna)
                let card = { (page: String) in page.ranges(of: "first-step--done").count }
                let start = try await anna.get("/office/firms").text
                #expect(start.contains("first-steps-title") && card(start) == 0)
                #expect(start.contains("anna+klient@biuro.example"))
                #expect(
                    !(try await office.browser(client, as: cast.marek).get("/office/firms").text.contains("first-steps"))
                )

                _ = try await anna.post("/office/account/person", ["name": "Anna Lis", "phone": "", "line": ""])
                let details = [
                    ("name", "Biuro"), ("phone", "600 100 200"), ("timeZone", "Europe/Warsaw"), ("language", "pl"),
                ]
                _ = try await anna.post("/office/settings/office", details)
                #expect(card(try await anna.get("/office/firms").text) == 1)

                let trial = try await anna.post("/office/first-steps/trial", ["email": "anna+klient@biuro.example"])
                let writing = try await anna.get(trial.location)
                #expect(writing.status == .ok && trial.location.hasSuffix("/conversations/new"))
                // Left and taken up again: the office's own firm is no firm of its clients.
                let again = try await anna.get("/office/firms").text
                #expect(card(again) == 1 && again.contains(trial.location))
                let firm = String(trial.location.dropLast("/conversations/new".count))
                _ = try await anna.post("\(firm)/conversations", ["subject": "Próba", "body": "Dzień dobry"])
                let written = try await anna.get("/office/firms").text
                #expect(card(written) == 2 && written.contains("\(firm)/view"))
                #expect(try await anna.get("\(firm)/view").text.contains("Próba"))

                _ = try await anna.post(
                    "/office/firms",
                    ["name": "Nowa", "country": "PL", "identifier": "6666666666", "form": "ledger"])
                #expect(!(try await anna.get("/office/firms").text.contains("first-steps")))
            }
        }
    }

    @Test("Take no address of somebody of the office for the trial, and keep what was typed")
    func address() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await Self.empty(office)
            try await office.app { client in
                let anna = try await office.browser(client, as: cast.anna)
                for typed in ["anna@biuro.example", "bez małpy"] {
                    let refused = try await anna.post("/office/first-steps/trial", ["email": typed])
                    #expect(refused.status == .unprocessableContent && refused.text.contains("trial-error"))
                    #expect(refused.text.contains("value=\"\(typed)\""))
                }
            }
            #expect(try await office.number("SELECT count(*) FROM firm") == 0)
        }
    }

    @Test("Are put away for good, with a line in the journal")
    func end() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await Self.empty(office)
            try await office.app { client in
                let anna = try await office.browser(client, as: cast.anna)
                for _ in 1...2 { #expect(try await anna.post("/office/first-steps/end").location == "/office/firms") }
                #expect(!(try await anna.get("/office/firms").text.contains("first-steps")))
            }
            #expect(try await office.number("SELECT count(*) FROM auditEvent WHERE action = 'firstStepsEnded'") == 1)
        }
    }
}
