import Demo
import Foundation
import GRDB
import Models
import TestSupport
import Testing

/// The demo's dates follow the calendar, and on any day a visitor finds the same contents.
@Suite("The demo office, on any day")
struct DemoDaysTests {
    /// A day and a time of the office, in the notation of the drills.
    struct Moment: CustomTestStringConvertible {
        let date: Date
        let testDescription: String
    }

    @Test("the table of days is read, and has the days that were trouble")
    func table() throws {
        let days = try Self.moments().map(\.testDescription)
        #expect(days.count >= 20 && days.contains { $0.hasPrefix("2028-02-29 23:55") })
    }

    @Test("has what waits, what was sent and what the tests name", arguments: try moments())
    func made(_ moment: Moment) async throws {
        try await MadeDemo.with(at: moment.date) { demo in
            var unread: [Int] = []
            for email in [
                "piotr@piekarnia.example", "tomasz@meble.example", "noa@studio.example", "ewa@przewozy.example",
            ] {
                unread.append(try await demo.inbox(email).unread.count)
            }
            #expect(unread == [3, 3, 2, 0])
            let moments = try await demo.numbers("SELECT at FROM auditEvent ORDER BY id")
            #expect(moments == moments.sorted() && moments.last.map { $0 <= demo.now.milliseconds } == true)
            let ages = try await demo.numbers(
                """
                SELECT (\(demo.now.milliseconds) - waitingSince) / 60000 FROM conversation
                WHERE waitingSince IS NOT NULL
                """)
            #expect(ages.contains(5) && ages.contains(9 * 24 * 60))
            try await Self.namedThings(demo)
        }
    }

    /// Checks the things that browser tests look for by name.
    private static func namedThings(_ demo: MadeDemo) async throws {
        let subjects = Set(try await demo.texts("SELECT subject FROM conversation"))
        #expect(
            subjects.isSuperset(of: [
                "Faktura za unit", "Reklamacja z zagranicy", "Bułki dla szkoły – jaka stawka?",
                "Pytanie o fakturę z hurtowni",
            ]))
        let carrier = try await demo.database.read { db in
            let id = try #require(try Int64.fetchOne(db, sql: "SELECT id FROM firm WHERE name LIKE 'Przewozy%'"))
            let files = try String.fetchAll(
                db,
                sql: """
                    SELECT storedFile.name FROM message JOIN attachment USING (contentId)
                    JOIN storedFile ON storedFile.id = fileId WHERE firmId = ?
                    """, arguments: [id])
            return (files, try FirmPrintouts(of: Firm.find(db, id, in: .wholeOffice)).page(db))
        }
        #expect(carrier.0.contains { $0.hasPrefix("Terminy ") })
        let sent = Set(carrier.1.rows.filter { $0.messageId != nil }.map(\.kind))
        #expect(sent.isSuperset(of: [.taxLedger, .vatDeclaration, .vatPurchases]))
        #expect(carrier.1.rows.contains { $0.messageId != nil && carrier.1.downloads[$0.id] == nil })
    }

    static func moments() throws -> [Moment] {
        let path = TestOffice.root.appendingPathComponent("Tests/Drills/days.txt")
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(identifier: "Europe/Warsaw"))
        let lines = try String(contentsOf: path, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }
        return try lines.map { line in
            let parts = line.prefix(16).split { "- :".contains($0) }.map { Int($0) }
            let moment = DateComponents(
                year: parts[0], month: parts[1], day: parts[2], hour: parts[3], minute: parts[4])
            return Moment(date: try #require(calendar.date(from: moment)), testDescription: String(line))
        }
    }
}
