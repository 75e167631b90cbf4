import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Models
import TestSupport
import Testing

@testable import Web

/// Forms and the schema have the same limits, both in code points. A family emoji is one character and seven code
/// points.
@Suite("The limits of typed texts")
struct TextLimitsTests {
    struct Field: Sendable, CustomTestStringConvertible {
        let path: String
        let name: String
        /// In code points.
        let limit: Int
        /// The form's other fields.
        var others: KeyValuePairs<String, String> = [:]
        var role = AccessRole.head

        var testDescription: String { "\(path) \(name)" }
    }

    static let fields = [
        Field(
            path: "/office/firms", name: "name", limit: 160,
            others: ["country": "PL", "identifier": "6666666666", "form": "ledger"]),
        Field(
            path: "/office/firms/BAKERY/settings", name: "name", limit: 160,
            others: ["country": "PL", "identifier": "1111111111", "vat": "monthly", "tags": "chleb"]),
        Field(
            path: "/office/firms/BAKERY/settings", name: "tags", limit: 40,
            others: ["name": "Piekarnia", "country": "PL", "identifier": "1111111111", "vat": "monthly"]),
        Field(
            path: "/office/firms/BAKERY/people", name: "name", limit: 120,
            others: ["email": "nowa@piekarnia.example", "language": "pl"]),
        Field(
            path: "/office/firms/BAKERY/people/IWONA", name: "name", limit: 120,
            others: ["language": "pl"]),
        Field(
            path: "/office/staff", name: "name", limit: 120,
            others: ["email": "nowa@biuro.example", "role": "accountant", "language": "pl"]),
        Field(path: "/office/firms/filters", name: "name", limit: 60, others: ["form": "lumpSum"]),
        Field(path: "/office/templates", name: "name", limit: 80, others: ["subject": "Temat", "body": "Treść"]),
        Field(path: "/office/templates", name: "subject", limit: 150, others: ["name": "Wzór", "body": "Treść"]),
        Field(path: "/office/templates", name: "body", limit: 20_000, others: ["name": "Wzór", "subject": "Temat"]),
        Field(path: "/office/conversations/CONVERSATION/notes", name: "note", limit: 5_000),
        Field(path: "/office/conversations/CONVERSATION/messages", name: "body", limit: 20_000),
        Field(path: "/office/firms/BAKERY/conversations", name: "subject", limit: 150, others: ["body": "Treść"]),
        Field(
            path: "/conversations", name: "subject", limit: 150, others: ["firm": "BAKERY", "body": "Treść"],
            role: .ownClient),
        Field(
            path: "/conversations", name: "body", limit: 20_000, others: ["firm": "BAKERY", "subject": "Temat"],
            role: .ownClient),
    ]

    @Test("are those of the schema, for emoji, marks and letters alike", arguments: fields)
    func limits(field: Field) async throws {
        try await TestOffice.with { office in
            let world = try await AccessWorld(office)
            try await office.app { client in
                let browser = try await world.browser(client, field.role)
                let over = try await Self.post(Self.text(field.limit + 1), in: field, browser, world)
                #expect(over.status == .unprocessableContent)
                let fits = try await Self.post(Self.text(field.limit), in: field, browser, world)
                #expect([.seeOther, .ok].contains(fits.status), "\(fits.status)")
            }
        }
    }

    @Test("let a notice that has passed its check go out")
    func notice() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await office.app { client in
                let anna = try await office.browser(client, as: cast.anna)
                let subject = Self.text(150)
                let checked = try await anna.post(
                    "/office/broadcasts/check", ["firm": "\(cast.bakery.id)", "subject": subject, "body": "Treść"])
                try #require(checked.status == .seeOther)
                let draft = String(checked.location.split(separator: "=").last ?? "")
                let sent = try await anna.post("/office/broadcasts", ["draft": draft, "expected": "1"])
                #expect(sent.status == .seeOther && sent.location.firstMatch(of: /broadcasts\/\d+$/) != nil)
                let thirty = String(repeating: "👨‍👩‍👧‍👦", count: 30)
                let fields: KeyValuePairs = ["firm": "\(cast.bakery.id)", "subject": thirty, "body": "Treść"]
                #expect(try await anna.post("/office/broadcasts/check", fields).status == .unprocessableContent)
            }
        }
    }

    /// Returns a text of families, letters with marks, letters outside of the basic plane, and plain ones.
    private static func text(_ count: Int) -> String {
        let unit = "👨‍👩‍👧‍👦q\u{301}\u{316}𝕏ł"
        let length = unit.unicodeScalars.count
        return String(repeating: unit, count: count / length) + String(repeating: "x", count: count % length)
    }

    private static func post(
        _ text: String, in field: Field, _ browser: Browser, _ world: AccessWorld
    ) async throws -> Answer {
        let cast = world.office.cast
        let filled = { (text: String) in
            text.replacing("BAKERY", with: "\(cast.bakery.id)").replacing("IWONA", with: "\(cast.iwona)")
                .replacing("CONVERSATION", with: "\(world.conversation)")
        }
        let fields = field.others.map { ($0.key, filled($0.value)) } + [(field.name, text)]
        return try await browser.post(filled(field.path), fields)
    }
}
