import Foundation
import GRDB
import TestSupport
import Testing

@testable import Models

@Suite("What a firm uses")
struct FirmUseTests {
    @Test("Is the files of its own messages, from either side, and not what a notice sends to many")
    func messages() async throws {
        try await TestOffice.with { office in
            let size = try await size(of: office.upload("plan.txt"), office)
            _ = try await office.broadcast(
                to: [office.cast.bakery, office.cast.carrier], files: [office.upload("plan.txt")])
            #expect(try await use(office, office.cast.bakery) == 0)
            let key = try await office.upload("plan.txt", by: office.cast.piotr)
            let (bakery, piotr, day, now) = (office.cast.bakery, office.cast.piotr, office.day, office.now)
            let conversation = try await office.database.write { db in
                try Conversation.ask(
                    db, "Pytanie", NewContent(body: "Treść", files: [key]), firm: bakery, by: piotr, on: day, at: now)
            }
            #expect(try await use(office, office.cast.bakery) == size)
            try await office.database.write { db in
                try conversation.post(db, NewContent(body: "Bez"), by: piotr, side: .client, on: day, at: now)
            }
            #expect(try await use(office, office.cast.bakery) == size)
            #expect(try await use(office, office.cast.carrier) == 0)
        }
    }

    @Test("Moves with a tax file that is given to another firm")
    func imports() async throws {
        try await TestOffice.with { office in
            let (bakery, carrier) = (office.cast.bakery, office.cast.carrier)
            _ = try await office.upload("plan.txt")
            try await office.execute(
                """
                INSERT INTO taxImport (fileId, sha256, kind, structure, variant, form, firmId, taxpayerName, currency,
                    controls, problemCount, importedAt)
                SELECT max(id), zeroblob(32), 'upo', 'UPO', 7, 'UPO', \(bakery.id), '-', 'PLN', '[]', 0, 0
                FROM storedFile
                """)
            let size = try #require(try await office.number("SELECT size FROM storedFile ORDER BY id DESC LIMIT 1"))
            #expect(try await use(office, bakery) == size)
            try await office.execute("UPDATE taxImport SET firmId = \(carrier.id)")
            #expect(try await use(office, bakery) == 0)
            #expect(try await use(office, carrier) == size)
        }
    }

    @Test("Is counted by the migration as it would have been kept, and so are the sums of the office")
    func migrated() throws {
        var configuration = Configuration()
        // Contains only the rows that are summed, so no foreign keys.
        configuration.foreignKeysEnabled = false
        let office = try DatabaseQueue(configuration: configuration)
        try Migrations.all.migrate(office, upTo: "018 sign-ins")
        try office.write { db in
            try db.execute(
                sql: """
                    INSERT INTO storedFile (id, key, name, mediaType, kind, size, sha256, uploadedAt)
                        SELECT value, hex(zeroblob(16)) || value, 'a', 'text/plain', 'TXT', value * 100, zeroblob(32), 0
                        FROM json_each('[1, 2, 3, 4]');
                    INSERT INTO conversation (id, firmId, subject, broadcastId, startedAt, startedBy, lastMessageAt)
                        VALUES (1, 7, 'a', 1, 0, 1, 0), (2, 7, 'b', NULL, 0, 1, 0);
                    INSERT INTO broadcast (id, subject, contentId, digest, personId, idempotencyKey, sentAt, firmCount)
                        VALUES (1, 'a', 1, zeroblob(1), 1, 'k', 0, 1);
                    INSERT INTO message (conversationId, firmId, contentId, personId, side, kind, sentAt, hasFiles)
                        VALUES (1, 7, 1, 1, 'office', 'notice', 0, 1), (1, 7, 2, 1, 'client', 'answer', 0, 1),
                            (2, 7, 3, 1, 'client', 'message', 0, 1);
                    INSERT INTO attachment (contentId, fileId, position) VALUES (1, 1, 0), (2, 2, 0), (3, 3, 0);
                    INSERT INTO unread (personId, messageId, conversationId, firmId, side)
                        VALUES (1, 1, 1, 7, 'office'), (2, 2, 1, 7, 'client');
                    """)
        }
        try Migrations.all.migrate(office)
        let found = try office.read { db in
            try Row.fetchOne(
                db,
                sql: """
                    SELECT (SELECT bytes FROM firmUse WHERE firmId = 7), unread, files, fileBytes,
                        (SELECT group_concat(id) FROM storedFile WHERE NOT isTaken) FROM officeSums
                    """)
        }
        let row = try #require(found)
        #expect((0..<4).map { row[$0] as Int } == [500, 1, 4, 1000])
        #expect(row[4] as String == "4")
    }

    private func use(_ office: TestOffice, _ firm: Firm) async throws -> Int64 {
        try await office.database.read { db in try FirmUse.bytes(db, of: firm.id) }
    }

    private func size(of key: String, _ office: TestOffice) async throws -> Int64 {
        try #require(try await office.number("SELECT size FROM storedFile WHERE key = '\(key)'"))
    }
}
