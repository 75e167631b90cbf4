import Foundation
import GRDB
import Secrets
import TestSupport
import Testing

@testable import Models

/// A person who noted the last hash notices every later change.
@Suite("The journal's chain")
struct AuditChainTests {
    @Test("Holds for everything the verbs write, and goes on with each")
    func holds() async throws {
        try await TestOffice.with { office in
            let before = try await office.chain()
            #expect(before.count > 0)
            let question = try await office.ask()
            try await office.post(question, by: office.cast.marek, .office)
            let after = try await office.chain()
            #expect(after.count == before.count + 2 && after.head != before.head)
            #expect(after.count == (try await office.number("SELECT max(id) FROM auditEvent")))
        }
    }

    @Test("Is what its description says, computed by hand")
    func form() async throws {
        try await TestOffice.with { office in
            let first = try await office.database.read { db in
                let entry = try Row.fetchOne(db, sql: "SELECT * FROM auditEvent WHERE id = 1")
                let columns = ["id", "at", "personId", "action", "firmId", "subject", "detail"]
                return (fields: columns.map { stored(entry?[$0]) }, hash: entry?["hash"] as Data?)
            }
            let text = first.fields.map { $0.map { "\($0.utf8.count):\($0)," } ?? "-," }.joined()
            #expect(SHA256Digest.of(Data(count: 32) + Data(text.utf8)) == first.hash)
        }
    }

    private func stored(_ value: (any DatabaseValueConvertible)?) -> String? {
        switch value?.databaseValue.storage {
        case .int64(let number): "\(number)"
        case .string(let text): text
        default: nil
        }
    }

    @Test(
        "Names the first entry that was changed, whichever column it was",
        arguments: [
            "at = at + 1", "personId = 2", "personId = NULL", "action = 'answered'", "firmId = 1", "firmId = NULL",
            "subject = 'broadcast/999'", "subject = NULL", "detail = '{\"a\":\"b\"}'", "hash = zeroblob(32)",
            "at = CAST(at AS TEXT) || 'x'",
        ])
    func changed(set: String) async throws {
        try await TestOffice.with { office in
            _ = try await office.ask()
            // Piotr's question: an entry with a person, a firm and a subject.
            let row = try await office.number("SELECT max(id) FROM auditEvent") ?? 0
            _ = try await office.ask("Drugie pytanie", firm: office.cast.carrier, by: office.cast.ewa)
            let before = try await office.texts("SELECT quote(at) || quote(firmId) FROM auditEvent WHERE id = \(row)")
            try await office.tamper("UPDATE auditEvent SET \(set) WHERE id = \(row) AND NOT (\(Self.same(set)))")
            let changed = try await office.number(
                "SELECT count(*) FROM auditEvent WHERE id = \(row) AND \(Self.same(set))")
            if set.hasPrefix("at") {
                let after = try await office.texts(
                    "SELECT quote(at) || quote(firmId) FROM auditEvent WHERE id = \(row)")
                #expect(after != before)
            } else {
                #expect(changed == 1, "the change happened")
            }
            if set == "firmId = 1", office.cast.bakery.id == 1 { return }
            await #expect(throws: AuditChain.Broken(row: row)) { try await office.chain() }
        }
    }

    /// Whether a row has the value already.
    private static func same(_ set: String) -> String {
        set.hasPrefix("at") ? "FALSE" : set.replacing(" = NULL", with: " IS NULL")
    }

    @Test("Notices every entry that is missing or out of its place", arguments: [1, 5, -1])
    func missing(place: Int64) async throws {
        try await TestOffice.with { office in
            let last = try await office.number("SELECT max(id) FROM auditEvent") ?? 0
            let row = place > 0 ? place : last
            try await office.tamper("DELETE FROM auditEvent WHERE id = \(row)")
            await #expect(throws: AuditChain.Broken(row: row)) { try await office.chain() }
        }
    }

    @Test("Shows an end that was cut off, with its counter, to whoever noted the last hash")
    func cut() async throws {
        try await TestOffice.with { office in
            let noted = try await office.chain()
            let last = noted.count
            try await office.tamper(
                """
                DELETE FROM auditEvent WHERE id = \(last);
                UPDATE sqlite_sequence SET seq = \(last - 1) WHERE name = 'auditEvent'
                """
            )
            let now = try await office.chain()
            #expect(now.count == last - 1 && now.head != noted.head)
        }
    }

    @Test("Is not broken by verbs that fail among others in one commit")
    func grouped() async throws {
        try await TestOffice.with { office in
            let before = try await office.chain().count
            let (bakery, piotr, day, now) = (office.cast.bakery, office.cast.piotr, office.day, office.now)
            await withTaskGroup(of: Void.self) { group in
                for number in 0..<60 {
                    group.addTask {
                        _ = try? await office.database.write { db in
                            let content = NewContent(body: "Treść \(number)")
                            _ = try Conversation.ask(db, "Pytanie", content, firm: bakery, by: piotr, on: day, at: now)
                            if number.isMultiple(of: 3) { throw NotFound() }
                        }
                    }
                }
            }
            #expect(try await office.chain().count == before + 40)
        }
    }

    @Test("Keeps a check, and what it found, in the journal itself")
    func recorded() async throws {
        try await TestOffice.with { office in
            let (anna, now) = (office.cast.anna, office.now)
            let state = try await office.chain()
            try await office.database.write { db in
                try AuditChain.record(db, try AuditChain.check(db), by: anna, at: now)
            }
            let details = try await office.texts("SELECT detail FROM auditEvent WHERE action = 'chainChecked'")
            #expect(details == [#"{"count":"\#(state.count)","head":"\#(Hex.text(state.head))"}"#])
            try await office.tamper("UPDATE auditEvent SET detail = '{\"x\":\"y\"}' WHERE id = 4")
            try await office.database.write { db in
                try AuditChain.record(db, try AuditChain.check(db), by: anna, at: now)
            }
            let last = try await office.texts("SELECT detail FROM auditEvent ORDER BY id DESC LIMIT 1")
            #expect(last == [#"{"broken":"4"}"#])
        }
    }
}

extension TestOffice {
    func chain() async throws -> AuditChain.State {
        try await database.read { db in try AuditChain.verify(db) }
    }

    /// Changes the database like a person who has the file.
    fileprivate func tamper(_ sql: String) async throws {
        try await execute(
            "DROP TRIGGER IF EXISTS auditEventNotChanged; DROP TRIGGER IF EXISTS auditEventNotDeleted; \(sql)")
    }
}
