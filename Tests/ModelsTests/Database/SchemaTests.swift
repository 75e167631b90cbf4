import Foundation
import GRDB
import Models
import TestSupport
import Testing

/// `schema.sql` beside this file is the current schema, to be read and reviewed.
@Suite("The schema")
struct SchemaTests {
    private static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
        "schema.sql")

    @Test("Is what schema.sql says")
    func golden() async throws {
        try await TestOffice.with { office in
            let statements = try await office.texts(
                """
                SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'grdb%'
                ORDER BY tbl_name, CASE type WHEN 'table' THEN 1 WHEN 'index' THEN 2 ELSE 3 END, name
                """
            )
            let schema = statements.map { Self.normalised($0) + ";\n" }.joined(separator: "\n")
            if ProcessInfo.processInfo.environment["SKRYTKA_WRITE_SCHEMA"] == "1" {
                try Data(schema.utf8).write(to: Self.file)
            }
            let golden = try String(contentsOf: Self.file, encoding: .utf8)
            let difference = schema.split(separator: "\n").difference(from: golden.split(separator: "\n"))
            #expect(
                schema == golden,
                """
                The schema has changed: \(difference.map { "\($0)" }.joined(separator: "\n"))
                If it should: SKRYTKA_WRITE_SCHEMA=1 swift test --filter SchemaTests, and commit schema.sql.
                """
            )
        }
    }

    @Test("Holds rows together by foreign keys, and every one of them leads somewhere")
    func foreignKeys() async throws {
        try await TestOffice.with { office in
            _ = try await office.broadcast(to: [office.cast.bakery])
            let broken = try await office.database.read { db in
                try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").count
            }
            #expect(broken == 0)
            await #expect(throws: DatabaseError.self) { try await office.execute("DELETE FROM firm") }
            await #expect(throws: DatabaseError.self) { try await office.execute("DELETE FROM everyMessage") }
        }
    }

    @Test("Stands SQLite's own check when every table of a send has rows")
    func integrity() async throws {
        try await TestOffice.with { office in
            let key = try await office.upload("plan.txt")
            _ = try await office.broadcast(to: [office.cast.bakery, office.cast.empty], files: [key])
            #expect(try await office.texts("PRAGMA integrity_check") == ["ok"])
        }
    }

    /// Removes white space at the ends of lines.
    private static func normalised(_ sql: String) -> String {
        sql.split(separator: "\n").map { line in
            String(line.reversed().drop { $0 == " " }.reversed())
        }.joined(separator: "\n")
    }
}
