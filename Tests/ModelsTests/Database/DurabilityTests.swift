import Foundation
import GRDB
import Models
import TestSupport
import Testing

@Suite("What has been answered is on the disk")
struct DurabilityTests {
    @Test("The writer runs with WAL, synchronous=FULL and foreign keys, also after other writes")
    func writer() async throws {
        try await TestOffice.with { office in
            _ = try await office.ask()
            let settings = try await office.database.write { db in
                [
                    try String.fetchOne(db, sql: "PRAGMA journal_mode"),
                    try String.fetchOne(db, sql: "PRAGMA synchronous"),
                    try String.fetchOne(db, sql: "PRAGMA foreign_keys"),
                ]
            }
            #expect(settings == ["wal", "2", "1"])
        }
    }

    @Test("A verb that throws leaves nothing, and the next one works")
    func throwing() async throws {
        try await TestOffice.with { office in
            let before = try await office.counts()
            let (bakery, piotr, day, now) = (office.cast.bakery, office.cast.piotr, office.day, office.now)
            await #expect(throws: NotFound.self) {
                try await office.database.write { db in
                    let content = NewContent(body: "Treść")
                    _ = try Conversation.ask(db, "Pytanie", content, firm: bakery, by: piotr, on: day, at: now)
                    throw NotFound()
                }
            }
            #expect(try await office.counts() == before)
            let conversation = try await office.ask()
            #expect(try await office.number("SELECT count(*) FROM conversation WHERE id = \(conversation.id)") == 1)
        }
    }

    @Test("A read cannot write")
    func reading() async throws {
        try await TestOffice.with { office in
            _ = await #expect(throws: DatabaseError.self) {
                try await office.database.read { db in try db.execute(sql: "INSERT INTO content (body) VALUES ('x')") }
            }
        }
    }

    @Test("What was written is there when the database is opened again")
    func reopened() async throws {
        try await TestOffice.with { office in
            let conversation = try await office.ask("Po przerwie")
            let second = try OfficeDatabase(path: office.folder.appendingPathComponent("office.sqlite").path)
            let found = try await second.read { db in try Conversation.find(db, conversation.id, in: .wholeOffice) }
            #expect(found.subject == "Po przerwie")
            try second.close()
        }
    }
}
