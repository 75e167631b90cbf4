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

    private func use(_ office: TestOffice, _ firm: Firm) async throws -> Int64 {
        try await office.database.read { db in try FirmUse.bytes(db, of: firm.id) }
    }

    private func size(of key: String, _ office: TestOffice) async throws -> Int64 {
        try #require(try await office.number("SELECT size FROM storedFile WHERE key = '\(key)'"))
    }
}
