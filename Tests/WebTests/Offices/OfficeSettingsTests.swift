import Foundation
import HTTPTypes
import Models
import TestSupport
import Testing

@Suite("The office's settings")
struct OfficeSettingsTests {
    private static let form: [(String, String)] = [
        ("name", "Biuro Nowe"), ("phone", "22 123 45 67"), ("email", "kontakt@nowe.example"),
        ("address", "ul. Długa 5\n00-001 Warszawa"), ("openingHours", "pn.–pt. 8–16"),
        ("timeZone", "Asia/Jerusalem"), ("language", "he"),
    ]

    @Test("Are shown to clients and to visitors, and each change stands in the journal with what was before")
    func details() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await office.app { client in
                let anna = try await office.browser(client, as: cast.anna)
                let saved = try await anna.post("/office/settings/office", Self.form)
                #expect(saved.location == "/office/settings?done=saved")
                let page = try await anna.get("/office/settings").text
                #expect(page.contains("ul. Długa 5\n00-001 Warszawa</textarea>") && page.contains("zapisano: dziś"))
                #expect(page.contains("<option value=\"Asia/Jerusalem\" selected>"))
                let visitor = try await Browser(client: client).get("/sign-in").text
                for text in ["Biuro Nowe", "22 123 45 67", "ul. Długa 5", "pn.–pt. 8–16", "kontakt@nowe.example"] {
                    #expect(visitor.contains(text), "\(text)")
                }
                let baker = try await office.browser(client, as: cast.piotr).get("/").text
                #expect(baker.contains("Biuro Nowe") && baker.contains("pn.–pt. 8–16"))
            }
            let entry = try await office.database.read { db in
                try AuditLog(.init()).page(db).entries.first { $0.action == "officeCorrected" }
            }
            #expect(entry?.fact("nameBefore") == "Biuro Testowe" && entry?.fact("timeZone") == "Asia/Jerusalem")
            #expect(entry?.fact("languageBefore") == "pl" && entry?.personId == cast.anna)
            let changed = try await office.database.read { db in try Office.find(db) }
            #expect(changed?.timeZone == "Asia/Jerusalem" && changed?.language == .he)
        }
    }

    @Test("Come back with what was typed when something is wrong, and name the field")
    func refused() async throws {
        try await TestOffice.with { office in
            let anna = office.cast.anna
            try await office.app { client in
                let anna = try await office.browser(client, as: anna)
                let long = String(repeating: "x", count: 301)
                let wrong: [(String, String, String)] = [
                    ("name", "", "name-error"), ("phone", "12", "phone-error"), ("email", "bez małpy", "email-error"),
                    ("address", long, "address-error"), ("openingHours", long, "opening-hours-error"),
                ]
                for (field, value, error) in wrong {
                    let form = Self.form.map { $0.0 == field ? (field, value) : $0 }
                    let page = try await anna.post("/office/settings/office", form)
                    #expect(page.status == .unprocessableContent && page.text.contains("id=\"\(error)\""), "\(field)")
                    #expect(page.text.contains("ul. Długa 5") || field == "address", "\(field)")
                    #expect(value.isEmpty || page.text.contains(value))
                }
                let zone = Self.form.map { $0.0 == "timeZone" ? ("timeZone", "Mars/Olympus") : $0 }
                #expect(try await anna.post("/office/settings/office", zone).status == .unprocessableContent)
            }
            let name = try await office.database.read { db in try Office.find(db)?.name }
            #expect(name == "Biuro Testowe")
        }
    }

    @Test("Saved without a change write nothing")
    func unchanged() async throws {
        try await TestOffice.with { office in
            let (anna, now) = (office.cast.anna, office.now)
            let count = { try await office.number("SELECT count(*) FROM auditEvent") }
            let before = try await count()
            try await office.database.write { db in
                try Office.correct(db, .test(name: "Biuro Testowe"), by: anna, at: now)
                try Office.choose(db, accent: nil, by: anna, at: now)
                try Office.choose(db, logo: nil, by: anna, at: now)
                try Staff.choose(db, photo: nil, of: anna, by: anna, at: now)
            }
            #expect(try await count() == before)
        }
    }
}
