import Foundation
import GRDB

extension TaxReceipt {
    private struct Pair: StoredRow {
        let receiptId: Int64
        let documentId: Int64
        let isProof: Bool
    }

    /// A condition over a digest that was computed here: only a SHA-256 is proof.
    static let isProof: SQL = "length(own.digest) = 32"

    /// Pairs a file with those that its digests match, whichever was imported first. A proof replaces a pairing by a
    /// person or by a weak digest; a weak digest is used when there is none. Never pairs across firms.
    static func pairByDigest(_ db: Database, with id: Int64, at now: Date) throws {
        let pairs: SQLRequest<Pair> = """
            SELECT receipt.id AS receiptId, document.id AS documentId, max(\(isProof)) AS isProof
            FROM taxDigest AS own JOIN taxDigest AS other ON other.digest = own.digest AND other.importId <> own.importId
            JOIN taxImport AS receipt ON receipt.id IN (own.importId, other.importId) AND receipt.kind = 'upo'
            JOIN taxImport AS document ON document.id IN (own.importId, other.importId) AND document.kind <> 'upo'
            JOIN taxReceipt ON taxReceipt.importId = receipt.id
                AND (pairing IS NULL OR pairing <> 'digest' AND \(isProof))
                AND partedFrom IS NOT document.id
            WHERE own.importId = \(id)
                AND (receipt.firmId IS NULL OR document.firmId IS NULL OR receipt.firmId = document.firmId)
            GROUP BY receipt.id, document.id ORDER BY isProof DESC, document.id
            """
        var paired: Set<Int64> = []
        for pair in try pairs.fetchAll(db) where paired.insert(pair.receiptId).inserted {
            try record(db, pair.receiptId, of: pair.documentId, pair.isProof ? .digest : .weakDigest, by: nil, at: now)
            if pair.isProof { try follow(db, pair.receiptId, to: pair.documentId) }
        }
    }

    /// Assigns a receipt without a number of its own to the firm of the document that it proves.
    private static func follow(_ db: Database, _ receipt: Int64, to document: Int64) throws {
        try db.execute(
            sql: """
                UPDATE taxImport SET firmId = (SELECT firmId FROM taxImport WHERE id = ?)
                WHERE id = ? AND firmId IS NULL AND nip IS NULL
                """,
            arguments: [document, receipt])
    }

    private struct Parted: StoredRow {
        let importId: Int64
        let documentId: Int64
        let pairing: Pairing
        let firmId: Int64?
    }

    /// Ends the pairing of a receipt and a document that people assigned to two firms.
    static func partAcrossFirms(_ db: Database, with id: Int64, by person: Int64?, at now: Date) throws {
        let pairs: SQLRequest<Parted> = """
            SELECT importId, documentId, pairing, own.firmId FROM taxReceipt JOIN taxImport AS own ON own.id = importId
            JOIN taxImport AS document ON document.id = documentId
            WHERE \(id) IN (importId, documentId) AND own.firmId <> document.firmId
            """
        for pair in try pairs.fetchAll(db) { try part(db, pair, by: person, at: now) }
    }

    private static func part(_ db: Database, _ pair: Parted, by person: Int64?, at now: Date) throws {
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

    static func record(
        _ db: Database, _ receipt: Int64, of document: Int64, _ pairing: Pairing, by person: Int64?, at now: Date
    ) throws {
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
