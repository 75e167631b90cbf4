import GRDB
import Testing

@testable import Models

@Suite("Texts from before there were marks")
struct TextFormatTests {
    @Test("Keep the office's Markdown by the migration; clients' texts are text")
    func migrated() throws {
        var configuration = Configuration()
        // Contains only the texts and their authors, so no foreign keys.
        configuration.foreignKeysEnabled = false
        let office = try DatabaseQueue(configuration: configuration)
        try Migrations.all.migrate(office, upTo: "025 receipt proof")
        try office.write { db in
            for id in 1...4 {
                try db.execute(sql: "INSERT INTO content (id, body) VALUES (?, '7. **a**')", arguments: [id])
            }
            for (id, side) in [(1, "office"), (2, "client")] {
                try db.execute(
                    sql: """
                        INSERT INTO message (id, conversationId, firmId, contentId, personId, side, kind, sentAt)
                        VALUES (?, 1, 1, ?, 1, ?, 'message', 0)
                        """, arguments: [id, id, side])
            }
            try db.execute(
                sql: """
                    INSERT INTO broadcast (subject, contentId, digest, personId, idempotencyKey, sentAt, firmCount)
                    VALUES ('a', 3, x'00', 1, 'k', 0, 1)
                    """)
            try db.execute(
                sql:
                    "INSERT INTO template (name, nameKey, subject, body, personId, savedAt) VALUES ('a', 'a', 'a', 'a', 1, 0)"
            )
        }
        try Migrations.all.migrate(office)
        let (contents, templates, bodies) = try office.read { db in
            (
                try String.fetchAll(db, sql: "SELECT format FROM content ORDER BY id"),
                try String.fetchAll(db, sql: "SELECT format FROM template"),
                try String.fetchAll(db, sql: "SELECT DISTINCT body FROM content")
            )
        }
        #expect(contents == ["markdown", "marks", "markdown", "marks"])
        #expect(templates == ["markdown"])
        #expect(bodies == ["7. **a**"])
    }
}
