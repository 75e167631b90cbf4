import Formats
import Foundation
import GRDB
import HTTPTypes
import HummingbirdTesting
import Models
import NIOCore
import TestSupport
import Testing

@testable import Web

/// The product's exports, with texts meant to break them, read back by the product's own CSV parser, which works on
/// bytes. The same is tested with Python's csv and with Gnumeric: `Tests/Browser/test_exports.py`.
@Suite("Tables of what people typed")
struct ExportsTests {
    private static let pieces = [
        "\"", "\"\u{301}", "\"\u{200D}", ";", ",", ";\u{301}", "\n", "\r\n", "\t", "'", "=1+1", "=\u{301}1", "+48",
        "-2", "@A1", "|x",
        "\u{200B}=2", "\u{301}", "ł", "שלום", "👨‍👩‍👧‍👦", " ", "a", "\\", "\u{FEFF}", "SUM(A1:A9)",
    ]

    @Test("have as many cells as were written, no shifted row and no formula", arguments: 1...6)
    func exports(seed: UInt64) async throws {
        var random = Random(seed: seed)
        let texts = (0..<8).map { _ in "x\(random.text(of: Self.pieces, 12))" + "\"\u{301};=1" }
        let begun = (0..<8).map { _ in random.text(of: Self.pieces, 6) + "\"\u{327},k" }
        try await TestOffice.with { office in
            let (cast, now) = (office.cast, office.now)
            try await office.database.write { db in
                for (subject, body) in zip(texts, begun) {
                    _ = try Conversation.ask(
                        db, TypedLine(subject), NewContent(body: body), firm: cast.bakery, by: cast.piotr, on: Cast.day,
                        at: now)
                }
                _ = try NoticeTemplate.save(
                    db, name: TypedLine(texts[0]), subject: "Temat", NewContent(body: "Treść"), by: cast.anna, at: now)
            }
            try await office.app { client in
                let anna = try await office.browser(client, as: cast.anna)
                let archive = try Self.read(await anna.get("/office/firms/\(cast.bakery.id)/archive.csv"))
                #expect(archive.count == 9 && archive.allSatisfy { $0.count == 10 })
                for (subject, body) in zip(texts, begun) {
                    let row = try #require(archive.first { $0[4] == TypedText.line(subject) })
                    #expect([row[5], String(row[5].unicodeScalars.dropFirst())].contains(TypedText.block(body)))
                }
                Self.expectNoFormula(archive)
                let journal = try Self.read(await anna.get("/office/audit/export"))
                #expect(journal.count > 9 && journal.allSatisfy { $0.count == 7 })
                Self.expectNoFormula(journal)
                let fields: [(String, String)] = [
                    ("firm", "\(cast.bakery.id)"), ("subject", texts[1]), ("body", begun[1]),
                ]
                let checked = try await anna.post("/office/broadcasts/check", fields)
                let draft = String(checked.location.split(separator: "=").last ?? "")
                let sent = try await anna.post("/office/broadcasts", ["draft": draft, "expected": "1"])
                let report = try Self.read(await anna.get("\(sent.location)/report.csv"))
                #expect(report.count == 2 && report.allSatisfy { $0.count == 10 })
                Self.expectNoFormula(report)
            }
        }
    }

    @Test("are files with clean names, whatever the firm and the subject are called")
    func names() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let name = "../A/B\\C: \u{202E}\u{200B}fdp.\u{301}" + String(repeating: "ż", count: 120)
            try await office.database.write { db in
                try db.execute(sql: "UPDATE firm SET name = ? WHERE id = ?", arguments: [name, cast.bakery.id])
            }
            try await office.app { client in
                let anna = try await office.browser(client, as: cast.anna)
                let response = try await anna.get("/office/firms/\(cast.bakery.id)/archive.csv")
                let header = try #require(response.headers[.contentDisposition])
                let encoded = try #require(header.split(separator: "''").last)
                let file = try #require(String(encoded).removingPercentEncoding)
                #expect(file.hasSuffix(".csv") && file.utf8.count <= 200)
                #expect(file.contains("A-B-C_"))
                #expect(!file.unicodeScalars.contains { "/\\:\u{202E}\u{200B}".unicodeScalars.contains($0) })
                #expect(file.first != ".")
            }
        }
    }

    private static func read(_ response: Answer) throws -> [[String]] {
        try CSVFile(Data(response.body.readableBytesView)).records.map(\.fields)
    }

    private static func expectNoFormula(_ rows: [[String]]) {
        for cell in rows.joined() {
            #expect(cell.unicodeScalars.first.map { !"=+-@|%\t\r\n".unicodeScalars.contains($0) } ?? true, "\(cell)")
        }
    }
}

/// SplitMix64, for the same texts in every run.
private struct Random: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func text(of pieces: [String], _ count: Int) -> String {
        (0..<count).map { _ in pieces.randomElement(using: &self) ?? "" }.joined()
    }
}
