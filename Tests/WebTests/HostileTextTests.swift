import Formats
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Models
import NIOCore
import TestSupport
import Testing

@testable import Web

/// `a` and 120 kB of combining marks of mixed classes, unsorted: one character to Swift, and half a minute of sorting
/// to normalize. It is put into every field of every route, and into a field's name. If any route processed it, this
/// suite would not end; `bin/bench hostile` measures the time of the responses.
@Suite("A text of one letter and tens of thousands of marks")
struct HostileTextTests {
    private static let long = "a" + String(repeating: "\u{345}\u{301}\u{316}\u{327}", count: 15_000)
    /// The longest text that a line accepts.
    private static let short = "a" + String(repeating: "\u{345}\u{301}\u{316}\u{327}", count: 120)

    @Test("as the name of a field changes nothing, and in any field is taken cut or refused")
    func posted() async throws {
        try await TestOffice.with { office in
            let world = try await AccessWorld(office)
            try await office.app { client in
                for row in AccessMatrix.rows where row.method == .post {
                    for field in Self.attacks(row) {
                        let browser = try await world.browser(client, Self.role(row))
                        let response = try await world.ask(browser, row, with: field)
                        #expect(response.status.code < 500, "\(row.pattern) \(field.name.beginning(20))")
                    }
                }
            }
        }
    }

    @Test("in any query is passed over or refused")
    func asked() async throws {
        try await TestOffice.with { office in
            let world = try await AccessWorld(office)
            // A head has at most 80 kB.
            let (short, long) = (Browser.encode(Self.short), Browser.encode(Self.long.beginning(8_000)))
            let queries = [
                FormFields.names.map { "\($0)=\(short.beginning(120))" }.joined(separator: "&"),
                "q=\(long)&language=\(short)&\(short)=1",
            ]
            try await office.app { client in
                for row in AccessMatrix.rows where row.method == .get {
                    let browser = try await world.browser(client, Self.role(row))
                    for query in queries {
                        let response = try await world.ask(browser, row, query: query)
                        #expect(response.status.code < 500, "\(row.pattern) \(query.beginning(30))")
                    }
                }
            }
        }
    }

    @Test("that is too long for its field comes back with the field's name and what to do, and what was written")
    func explained() async throws {
        try await TestOffice.with { office in
            let (cast, long) = (office.cast, String(repeating: "Długie słowo. ", count: 8_000))
            try await office.app { client in
                let piotr = try await office.browser(client, as: cast.piotr)
                let fields: KeyValuePairs = ["firm": "\(cast.bakery.id)", "subject": "Umowa", "body": long]
                let refused = try await piotr.post("/conversations", fields)
                #expect(refused.status == .unprocessableContent)
                #expect(refused.text.contains("„Treść”") && refused.text.contains("Umowa\n\nDługie słowo."))
                let search = try await piotr.get("/search?q=\(String(repeating: "a", count: 2_000))")
                #expect(search.status == .unprocessableContent && search.text.contains("„Szukaj”"))
                let many = try await piotr.post(
                    "/conversations/1/messages", files: Array(repeating: "x", count: 5_001))
                #expect(many.status == .contentTooLarge && many.text.contains("kilku częściach"))
            }
        }
    }

    /// Returns a role that reaches the handler.
    private static func role(_ row: AccessRow) -> AccessRole {
        [.head, .ownClient].first { "+!r".contains(row.letter($0) ?? "-") } ?? .visitor
    }

    private static func attacks(_ row: AccessRow) -> [(name: String, value: String)] {
        let names = Set(row.fields.map(\.key)).sorted()
        return [(long, "1")] + names.prefix(1).map { ($0, long) } + names.map { ($0, short) }
    }
}
