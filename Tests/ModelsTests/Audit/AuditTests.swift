import Foundation
import GRDB
import Models
import Secrets
import TestSupport
import Testing

/// DESIGN rule 6.
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

    @Test("Has an event of each verb: who, what, which firm, about what, when")
    func eachVerb() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let (piotr, marek, bakery) = (cast.piotr, cast.marek, cast.bakery)
            let last = try await office.number("SELECT max(id) FROM auditEvent") ?? 0
            let key = try await office.upload()
            let broadcast = try await office.broadcast(to: [bakery], files: [key])
            let thread = try await office.thread(broadcast, bakery)
            try await office.read(thread.lastMessageId, of: thread, by: piotr)
            try await office.download(thread.lastMessageId, by: piotr)
            let question = try await office.ask()
            try await office.post(question, by: marek, .office)
            let (day, now, link) = (office.day, office.now, cast.iwonasLink)
            let hash = try PasswordHash.make("another password for tests")
            try await office.database.write { db in
                try question.handle(db, by: marek, on: day, at: now)
                try question.reopen(db, by: marek, on: day, at: now)
                let person = try Person.find(db, piotr)
                let session = try Session.find(
                    db, Session.open(db, for: person, device: "", address: "192.0.2.1", at: now).token, at: now
                )
                try person.changePassword(db, to: hash, keeping: session?.id ?? 0, at: now)
                try Session.end(db, session?.id ?? 0, of: piotr, as: .signedOut, at: now)
                _ = try PersonalLink.consume(db, link, password: hash, at: now)
            }
            let events = try await office.texts(
                """
                SELECT action || ' ' || ifnull(personId, '-') || ' ' || ifnull(firmId, '-') || ' ' || ifnull(subject, '-')
                FROM auditEvent WHERE id > \(last) ORDER BY id
                """
            )
            let (firm, topic) = (bakery.id, question.topic)
            let session = try await office.number("SELECT id FROM session ORDER BY id DESC LIMIT 1") ?? 0
            #expect(
                events == [
                    "fileUploaded \(cast.anna) - file/1", "broadcastSent \(cast.anna) - \(broadcast.topic)",
                    "messageRead \(piotr) \(firm) message/\(thread.lastMessageId)",
                    "fileDownloaded \(piotr) \(firm) attachment/1", "questionAsked \(piotr) \(firm) \(topic)",
                    "answered \(marek) \(firm) \(topic)", "handled \(marek) \(firm) \(topic)",
                    "reopened \(marek) \(firm) \(topic)", "signedIn \(piotr) - -", "passwordChanged \(piotr) - -",
                    "signedOut \(piotr) - session/\(session)",
                    "accountActivated \(cast.iwona) - -",
                ]
            )
            #expect(
                try await office.numbers("SELECT at FROM auditEvent WHERE id > \(last)") == [office.now.milliseconds])
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
