import Foundation
import Hummingbird
import HummingbirdTesting
import Models
import TestSupport
import Testing

/// A link gives access to everything that its person may see. An employee may not create one for a person who sees
/// more.
@Suite("Links made by the office")
struct AccountTakeoverTests {
    @Test(
        "a supervisor gets no link for a client of a firm outside of the own ones, not even when the head has let her in there"
    )
    func foreign() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await office.app { client in
                let marek = try await office.browser(client, as: cast.marek)
                let anna = try await office.browser(client, as: cast.anna)
                let invited = try await anna.post(
                    "/office/firms/\(cast.bakery.id)/people",
                    ["name": "Ewa Nowak", "email": "ewa@przewozy.example", "language": "pl"]
                )
                #expect(invited.status == .seeOther, "she gains the firm, and he no link")
                let card = try await marek.get("/office/firms/\(cast.bakery.id)/people").text
                #expect(!card.contains("/people/\(cast.ewa)/link") && card.contains("/people/\(cast.piotr)/link"))
                let link = "/office/firms/\(cast.bakery.id)/people/\(cast.ewa)/link"
                #expect(try await marek.post(link).status == .notFound)
                let person = "/office/firms/\(cast.bakery.id)/people/\(cast.ewa)"
                let page = try await marek.get(person).text
                #expect(!page.contains("name=\"phone\"") && !page.contains("\(person)/link"), "nor her phone")
                let details = ["name": "Ewa", "phone": "+48600000001", "language": "pl"] as KeyValuePairs
                #expect(try await marek.post(person, details).status == .notFound)
                #expect(try await marek.post("\(link)/end").status == .notFound)
                #expect(try await marek.post("\(person)/rights", ["rights": "1", "right": "read"]).status == .seeOther)
                #expect(try await anna.post(link).text.contains("/activation/"))
            }
        }
    }

    @Test("nor for someone invited elsewhere who has not come yet")
    func invited() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let (new, now) = (NewPerson(name: "Nowa", email: "nowa@przewozy.example", language: .pl), office.now)
            _ = try await office.database.write { db in
                try Membership.invite(db, new, to: cast.carrier, by: cast.anna, at: now)
            }
            try await office.app { client in
                let marek = try await office.browser(client, as: cast.marek)
                let response = try await marek.post(
                    "/office/firms/\(cast.bakery.id)/people",
                    ["name": "Nowa", "email": "nowa@przewozy.example", "language": "pl"]
                )
                #expect(response.status == .seeOther && !response.text.contains("/activation/"))
            }
        }
    }

    @Test("a new password ends a link that was made before")
    func changed() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let now = office.now
            let link = try await office.database.write { db in
                try PersonalLink.mint(db, for: cast.piotr, handed: .byMail, by: cast.anna, at: now)
            }
            try await office.app { client in
                let piotr = try await office.browser(client, as: cast.piotr)
                _ = try await piotr.post(
                    "/account/password", ["current": Cast.password, "password": "an entirely new sentence"]
                )
                await #expect(throws: NotFound.self) {
                    try await office.database.read { db in try PersonalLink.find(db, link.token, at: now) }
                }
            }
        }
    }
}
