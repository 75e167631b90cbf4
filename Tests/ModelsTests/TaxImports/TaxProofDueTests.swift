import Foundation
import GRDB
import Secrets
import TestSupport
import Testing

@testable import Models

@Suite("Receipts from before they were judged by their proofs")
struct TaxProofDueTests {
    @Test("Keep by the migration only the proof by the bytes' own SHA-256, and all files are to be read once more")
    func migrated() throws {
        var configuration = Configuration()
        // Contains only the rows concerned, so no foreign keys.
        configuration.foreignKeysEnabled = false
        let office = try DatabaseQueue(configuration: configuration)
        try Migrations.all.migrate(office, upTo: "018 sign-ins")
        let (own, claimed) = (Data(repeating: 1, count: 32), Data(repeating: 2, count: 32))
        try office.write { db in
            for (id, kind, digests) in [(1, "jpk", [own, claimed]), (2, "upo", [own]), (3, "upo", [claimed])] {
                try db.execute(
                    sql: """
                        INSERT INTO taxImport (id, fileId, sha256, kind, structure, variant, form, taxpayerName, currency,
                            controls, problemCount, importedAt, fromOn, untilOn, periodKind, purpose)
                        VALUES (?, ?, ?, ?, 'JPK', 1, 'V7M', '', 'PLN', '[]', 0, 0, \(Self.period(kind)))
                        """, arguments: [id, id, id == 1 ? own : Data(repeating: UInt8(id + 9), count: 32), kind])
                for digest in digests {
                    try db.execute(
                        sql: "INSERT INTO taxDigest (digest, importId) VALUES (?, ?)", arguments: [digest, id])
                }
            }
            for id in [2, 3] {
                try db.execute(
                    sql: """
                        INSERT INTO taxReceipt (importId, reference, receivedAt, receivedAtText, signature, documentId,
                            pairing, pairedAt)
                        VALUES (?, 'r', 0, '', 'unsigned', 1, 'digest', 0)
                        """, arguments: [id])
            }
        }
        try Migrations.all.migrate(office)
        try office.read { db in
            let pairings = try String.fetchAll(db, sql: "SELECT pairing FROM taxReceipt ORDER BY importId")
            #expect(pairings == ["digest", "weakDigest"])
            #expect(try Data.fetchAll(db, sql: "SELECT digest FROM taxDigest WHERE importId = 1") == [own])
            #expect(try Int.fetchAll(db, sql: "SELECT importId FROM taxProofDue ORDER BY importId") == [1, 2, 3])
        }
    }

    private static func period(_ kind: String) -> String {
        kind == "upo" ? "NULL, NULL, NULL, NULL" : "'2026-02-01', '2026-02-28', 'month', 'first'"
    }

    /// Restores the state right after the migration: pairs by digests that may have been claimed only.
    private func age(_ office: TestOffice) async throws {
        try await office.execute(
            "DELETE FROM taxDigest WHERE importId IN (SELECT id FROM taxImport WHERE kind <> 'upo')")
        try await office.execute("UPDATE taxReceipt SET weaknesses = ''")
        try await office.execute("INSERT INTO taxProofDue SELECT id FROM taxImport")
    }

    private func judge(_ office: TestOffice) async throws {
        let now = office.now
        while let due = try await office.database.read(TaxProofDue.next) {
            let file = due.read(in: office.files)
            try await office.database.write { db in try due.settle(db, file, at: now) }
        }
    }

    @Test("Are judged by the files themselves: proven, parted, or named weak")
    func judged() async throws {
        try await TestOffice.with { office in
            let proven = try TaxFileText.jpk()
            let document = try await office.takeIn(proven).found.id
            let upo = try await office.takeIn(TaxFileText.receipt(of: proven)).found
            let stranger = try await office.takeIn(TaxFileText.receipt(at: "2026-03-01T10:00:00Z")).found
            let weak = try await office.takeIn(TaxFileText.fixture("upo_6_short_key")).found
            try await age(office)
            // A pair made by a claimed digest alone.
            try await office.execute(
                "UPDATE taxReceipt SET documentId = \(document), pairing = 'weakDigest', pairedAt = 0 WHERE importId IN (\(upo.id), \(stranger.id))"
            )
            try await judge(office)
            let receipt = try await office.receipt(upo)
            #expect(receipt.documentId == document && receipt.pairing == .digest)
            #expect(try await office.receipt(stranger).documentId == nil)
            #expect(try await office.receipt(weak).weaknesses == "shortKey")
            let parted = try await office.texts("SELECT subject FROM auditEvent WHERE action = 'receiptParted'")
            #expect(parted == ["import/\(stranger.id)"])
            #expect(try await office.number("SELECT count(*) FROM taxProofDue") == 0)
        }
    }

    @Test("Are no proof any more where the file is lost")
    func lost() async throws {
        try await TestOffice.with { office in
            let text = try TaxFileText.jpk()
            let document = try await office.takeIn(text).found
            let upo = try await office.takeIn(TaxFileText.receipt(of: text)).found
            try await age(office)
            try await office.execute("UPDATE taxReceipt SET pairing = 'weakDigest'")
            let file = try await office.database.read { db in try document.storedFile(db) }
            office.files.remove(file.key)
            try await judge(office)
            let receipt = try await office.receipt(upo)
            #expect(receipt.documentId == document.id && receipt.pairing == .weakDigest)
        }
    }
}
