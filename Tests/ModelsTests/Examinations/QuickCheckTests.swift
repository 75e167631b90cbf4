import Foundation
import GRDB
import Models
import TestSupport
import Testing

@Suite("A look at all pages")
struct QuickCheckTests {
    private static func path(_ office: TestOffice) -> String {
        office.folder.appendingPathComponent("office.sqlite").path
    }

    @Test("finds nothing in a whole database, while others read and write in it")
    func whole() async throws {
        try await TestOffice.with { office in
            async let found = QuickCheck(path: Self.path(office)).run()
            _ = try await office.ask()
            #expect(try await found == nil)
        }
    }

    @Test("finds a page that was overwritten, and a reader that meets it says so too")
    func damaged() async throws {
        try await TestOffice.with { office in
            try await office.database.write { db in
                try db.execute(sql: "CREATE TABLE filler (id INTEGER PRIMARY KEY, text TEXT)")
                for number in 0..<200 {
                    try db.execute(
                        sql: "INSERT INTO filler (text) VALUES (?)",
                        arguments: ["filler \(number) " + String(repeating: "x", count: 500)])
                }
            }
            let copy = office.folder.appendingPathComponent("copy.sqlite")
            try await office.database.copy(to: copy.path)
            var bytes = try Data(contentsOf: copy)
            let place = try #require(bytes.range(of: Data("filler 150 ".utf8))).lowerBound / 4096 * 4096
            bytes.replaceSubrange(place..<place + 64, with: Data(count: 64))
            try bytes.write(to: copy)
            #expect(try await QuickCheck(path: copy.path).run() != nil)
            let database = try OfficeDatabase(path: copy.path)
            #expect(database.condition.damage == nil)
            await #expect(throws: DatabaseError.self) {
                try await database.read { db in try Int.fetchOne(db, sql: "SELECT sum(length(text)) FROM filler") }
            }
            #expect(database.condition.damage != nil)
            database.condition.checked(nil, at: office.now)
            #expect(database.condition.damage != nil, "what was found stays found")
        }
    }

    @Test("ends when it is told to, also one that has not begun")
    func stopped() async throws {
        try await TestOffice.with { office in
            let check = QuickCheck(path: Self.path(office))
            check.stop()
            await #expect(throws: CancellationError.self) { try await check.run() }
        }
    }
}
