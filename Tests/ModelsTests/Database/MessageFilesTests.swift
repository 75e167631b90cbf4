import GRDB
import Testing

@testable import Models

@Suite("Messages from before they were marked")
struct MessageFilesTests {
    @Test("Are marked to have files by the migration, for attachments and for printouts, and no others")
    func migrated() throws {
        var configuration = Configuration()
        // Contains only the rows from which the mark is computed, so no foreign keys.
        configuration.foreignKeysEnabled = false
        let office = try DatabaseQueue(configuration: configuration)
        try Migrations.all.migrate(office, upTo: "016 drops")
        try office.write { db in
            for id in 1...4 {
                try db.execute(
                    sql: """
                        INSERT INTO message (id, conversationId, firmId, contentId, personId, side, kind, sentAt)
                        VALUES (?, 1, 1, ?, 1, 'office', 'notice', 0)
                        """, arguments: [id, id == 4 ? 1 : id])
            }
            try db.execute(sql: "INSERT INTO attachment (contentId, fileId, position) VALUES (1, 1, 0)")
            try db.execute(sql: "INSERT INTO messagePrintout (messageId, printoutId) VALUES (2, 1)")
        }
        try Migrations.all.migrate(office)
        let marked = try office.read {
            try Int64.fetchAll($0, sql: "SELECT id FROM message WHERE hasFiles ORDER BY id")
        }
        #expect(marked == [1, 2, 4])
    }
}
