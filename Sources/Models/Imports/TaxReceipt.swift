import Formats
import Foundation
import GRDB

/// What an UPO says beside the row of its import, and the document that it is the receipt of.
package struct TaxReceipt: StoredRow {
    package enum Pairing: String, Codable, CaseIterable, Sendable, DatabaseValueConvertible {
        /// Proven by a digest that the receipt names; or confirmed by a person of the office.
        case digest, person
    }

    package let importId: Int64
    package let reference: String
    package let receivedAt: Date
    /// As written, for the printout.
    package let receivedAtText: String
    /// A `SignatureState`.
    package let signature: String
    package let signedAt: Date?
    package let documentId: Int64?
    package let pairing: Pairing?
    package let pairedBy: Int64?
    package let pairedAt: Date?
    /// What it is about, as a person said it; its document, where it has one, says it better.
    package let fromOn: Day?
    package let untilOn: Day?
    package let datedBy: Int64?
    package let datedAt: Date?
}

extension TaxReceipt {
    /// The receipt of an import that may be seen.
    /// - Throws: `NotFound` also for an import that is none.
    package static func find(_ db: Database, _ id: Int64, in scope: TaxImportScope) throws -> TaxReceipt {
        _ = try TaxImport.find(db, id, in: scope)
        guard let found = try fetchOne(db, sql: "SELECT * FROM taxReceipt WHERE importId = ?", arguments: [id]) else {
            throw NotFound()
        }
        return found
    }

    static func insert(_ db: Database, _ receipt: Receipt, of id: Int64) throws {
        try db.execute(
            sql: """
                INSERT INTO taxReceipt (importId, reference, receivedAt, receivedAtText, signature, signedAt)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                id, receipt.reference, receipt.receivedAt.milliseconds, receipt.receivedAtText,
                receipt.signature.rawValue, receipt.signedAt?.milliseconds,
            ])
    }
}

extension TaxReceipt {
    private struct Pair: StoredRow {
        let receiptId: Int64
        let documentId: Int64
    }

    /// Pairs a file with what its digests prove, whichever of the two came first. A proof is stronger than what a
    /// person took for the pair. Never across firms.
    static func pairByDigest(_ db: Database, with id: Int64, at now: Date) throws {
        let pairs: SQLRequest<Pair> = """
            SELECT receipt.id AS receiptId, min(document.id) AS documentId
            FROM taxDigest AS own JOIN taxDigest AS other ON other.digest = own.digest AND other.importId <> own.importId
            JOIN taxImport AS receipt ON receipt.id IN (own.importId, other.importId) AND receipt.kind = 'upo'
            JOIN taxImport AS document ON document.id IN (own.importId, other.importId) AND document.kind <> 'upo'
            JOIN taxReceipt ON taxReceipt.importId = receipt.id AND pairing IS NOT 'digest'
            WHERE own.importId = \(id)
                AND (receipt.firmId IS NULL OR document.firmId IS NULL OR receipt.firmId = document.firmId)
            GROUP BY receipt.id
            """
        for pair in try pairs.fetchAll(db) {
            try record(db, pair.receiptId, of: pair.documentId, by: nil, at: now)
            // A receipt without a number of its own goes where its document is.
            try db.execute(
                sql: """
                    UPDATE taxImport SET firmId = (SELECT firmId FROM taxImport WHERE id = ?)
                    WHERE id = ? AND firmId IS NULL AND nip IS NULL
                    """,
                arguments: [pair.documentId, pair.receiptId])
        }
    }

    private struct Parted: StoredRow {
        let importId: Int64
        let documentId: Int64
        let pairing: Pairing
        let firmId: Int64
    }

    /// Ends the pair of a receipt and a document that people gave to two firms.
    static func partAcrossFirms(_ db: Database, with id: Int64, by person: Int64?, at now: Date) throws {
        let pairs: SQLRequest<Parted> = """
            SELECT importId, documentId, pairing, own.firmId FROM taxReceipt JOIN taxImport AS own ON own.id = importId
            JOIN taxImport AS document ON document.id = documentId
            WHERE \(id) IN (importId, documentId) AND own.firmId <> document.firmId
            """
        for pair in try pairs.fetchAll(db) {
            try db.execute(
                sql: """
                    UPDATE taxReceipt SET documentId = NULL, pairing = NULL, pairedBy = NULL, pairedAt = NULL
                    WHERE importId = ?
                    """, arguments: [pair.importId])
            try Printout.date(db, receipt: pair.importId)
            try AuditEvent.write(
                db, .receiptParted, by: person, firm: pair.firmId, subject: "import/\(pair.importId)",
                ["document": "import/\(pair.documentId)", "pairing": pair.pairing.rawValue], at: now)
        }
    }

    /// The documents that an unpaired receipt may belong to: of the same firm, form and tax office, made before it came,
    /// without a receipt yet, the nearest first. A person says which one it is. Programs write their own local time
    /// without saying so, which is up to three hours ahead of the ministry's.
    package func candidates(_ db: Database, limit: Int = 10) throws -> [TaxImport] {
        guard pairing != .digest else { return [] }
        let request: SQLRequest<TaxImport> = """
            SELECT document.* FROM taxImport AS receipt JOIN taxImport AS document
                ON document.firmId = receipt.firmId AND document.form = receipt.form AND document.kind <> 'upo'
            WHERE receipt.id = \(importId)
                AND (document.officeCode IS NULL OR document.officeCode = receipt.officeCode)
                AND (document.madeAt IS NULL OR document.madeAt <= \(receivedAt.addingTimeInterval(3 * 3600).milliseconds))
                AND NOT EXISTS (SELECT 1 FROM taxReceipt WHERE documentId = document.id)
            ORDER BY document.madeAt DESC, document.id DESC LIMIT \(limit)
            """
        return try request.fetchAll(db)
    }

    /// Says that a candidate is the receipt's document.
    /// - Throws: `Invalid` naming `document` when it is none of the candidates any more.
    package func confirm(_ db: Database, document: Int64, by person: Int64, at now: Date) throws {
        if documentId == document { return }
        guard try candidates(db, limit: .max).contains(where: { $0.id == document }) else {
            throw Invalid("document", "errors.receiptDocument")
        }
        try Self.record(db, importId, of: document, by: person, at: now)
    }

    private static func record(
        _ db: Database, _ receipt: Int64, of document: Int64, by person: Int64?, at now: Date
    ) throws {
        let pairing: Pairing = person == nil ? .digest : .person
        try db.execute(
            sql: "UPDATE taxReceipt SET documentId = ?, pairing = ?, pairedBy = ?, pairedAt = ? WHERE importId = ?",
            arguments: [document, pairing, person, now.milliseconds, receipt])
        try Printout.date(db, receipt: receipt)
        let firm = try Int64.fetchOne(db, sql: "SELECT firmId FROM taxImport WHERE id = ?", arguments: [document])
        try AuditEvent.write(
            db, .receiptPaired, by: person, firm: firm, subject: "import/\(receipt)",
            ["document": "import/\(document)", "pairing": pairing.rawValue], at: now)
    }
}
