import Foundation
import GRDB
import Models
import Secrets
import TestSupport
import Testing

@Suite("The audit log")
struct AuditTests {
    @Test(
        "Can be added to and not changed",
        arguments: [
            "UPDATE auditEvent SET at = 1", "DELETE FROM auditEvent", "DELETE FROM auditEvent WHERE id = 1",
            "REPLACE INTO auditEvent (id, at, action) VALUES (1, 1, 'signedIn')",
        ])
    func appendOnly(sql: String) async throws {
        try await TestOffice.with { office in
            let before = try await office.texts("SELECT id || at || action || detail FROM auditEvent")
            await #expect(throws: DatabaseError.self) { try await office.execute(sql) }
            #expect(try await office.texts("SELECT id || at || action || detail FROM auditEvent") == before)
        }
    }

    @Test("Gives no number twice, even after the newest row would be gone")
    func numbers() async throws {
        try await TestOffice.with { office in
            let sql = try await office.texts("SELECT sql FROM sqlite_master WHERE name = 'auditEvent'")
            #expect(sql.first?.contains("AUTOINCREMENT") == true)
        }
    }

    @Test("Has an event of each verb that made the cast")
    func founding() async throws {
        try await TestOffice.with { office in
            let actions = try await office.texts("SELECT DISTINCT action FROM auditEvent ORDER BY action")
            #expect(
                actions == ["accountActivated", "assigned", "firmAdded", "linkMinted", "memberInvited", "staffAdded"])
            let firms = try await office.number("SELECT count(*) FROM auditEvent WHERE action = 'firmAdded'")
            #expect(firms == 6)
        }
    }

    @Test("Proves a download by the digest of the file that was served")
    func download() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let broadcast = try await office.broadcast(to: [cast.bakery], files: [office.upload("a.txt", "Ewidencja")])
            let thread = try await office.thread(broadcast, cast.bakery)
            try await office.download(thread.lastMessageId, by: cast.piotr)
            let details = try await office.texts("SELECT detail FROM auditEvent WHERE action = 'fileDownloaded'")
            let digest = Hex.text(SHA256Digest.of(Data("Ewidencja".utf8)))
            #expect(details == [#"{"message":"\#(thread.lastMessageId)","sha256":"\#(digest)"}"#])
        }
    }
}
