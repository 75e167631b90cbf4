import Dates
import Formats
import Foundation
import GRDB

/// An UPO's further columns besides its import, and its document.
package struct TaxReceipt: StoredRow {
    package enum Pairing: String, Codable, CaseIterable, Sendable, DatabaseValueConvertible {
        /// Proven by a SHA-256 in the receipt that was also computed here.
        case digest
        /// By an MD5 or a SHA-1 alone, which another document may share.
        case weakDigest
        /// Confirmed by a person of the office.
        case person
    }

    /// The reason why a receipt is not full proof that its document was filed; the first that applies.
    package enum Doubt: String, Codable, CaseIterable, Sendable, DatabaseValueConvertible {
        case brokenSignature, weakSignature, weakDigest, byHand
    }

    package let importId: Int64
    package let reference: String
    package let receivedAt: Date
    /// The text of the time in the receipt, for the printout.
    package let receivedAtText: String
    /// A `SignatureState`.
    package let signature: String
    /// See ``SignatureWeakness/list(_:)``.
    package let weaknesses: String
    package let signedAt: Date?
    package let documentId: Int64?
    package let pairing: Pairing?
    package let pairedBy: Int64?
    package let pairedAt: Date?
    /// The period set by a person; if it has a document, the document's period is used.
    package let fromOn: Day?
    package let untilOn: Day?
    package let datedBy: Int64?
    /// The document from which the head separated it.
    package let partedFrom: Int64?
    package let datedAt: Date?
}

extension TaxReceipt {
    /// Finds the receipt of an import that the person may see.
    /// - Throws: `NotFound` also for an import that is not a receipt.
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
                INSERT INTO taxReceipt (importId, reference, receivedAt, receivedAtText, signature, weaknesses, signedAt)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                id, receipt.reference, receipt.receivedAt.milliseconds, receipt.receivedAtText,
                receipt.signature.rawValue, SignatureWeakness.text(receipt.weaknesses),
                receipt.signedAt?.milliseconds,
            ])
    }
}

extension SignatureWeakness {
    /// Returns the column's text: the names in order, separated by spaces.
    static func text(_ weaknesses: Set<SignatureWeakness>) -> String {
        allCases.filter(weaknesses.contains).map(\.rawValue).joined(separator: " ")
    }

    package static func list(_ text: String) -> [SignatureWeakness] {
        text.split(separator: " ").compactMap { SignatureWeakness(rawValue: String($0)) }
    }
}

extension TaxReceipt {
    /// Returns the documents to which an unpaired receipt may belong: of the same firm, form and tax office, made
    /// before it was received, without a receipt yet, the nearest first; of any form when the receipt's form is
    /// unknown. A person confirms which one it is. Programs write their local time without a zone, which is up to three
    /// hours ahead of the ministry's.
    package func candidates(_ db: Database, limit: Int = 10) throws -> [TaxImport] {
        guard pairing != .digest else { return [] }
        let named = try String.fetchOne(db, sql: "SELECT form FROM taxImport WHERE id = ?", arguments: [importId]) ?? ""
        let isOfForm: SQL = TaxImport.isKnown(form: named) ? "document.form = \(named)" : "TRUE"
        let request: SQLRequest<TaxImport> = """
            SELECT document.* FROM taxImport AS receipt JOIN taxImport AS document
                ON document.firmId = receipt.firmId AND \(isOfForm) AND document.kind <> 'upo'
            WHERE receipt.id = \(importId)
                AND (document.officeCode IS NULL OR document.officeCode = receipt.officeCode)
                AND (document.madeAt IS NULL OR document.madeAt <= \(receivedAt.addingTimeInterval(3 * 3600).milliseconds))
                AND NOT EXISTS (SELECT 1 FROM taxReceipt WHERE documentId = document.id)
            ORDER BY document.form = receipt.form DESC, document.madeAt DESC, document.id DESC LIMIT \(limit)
            """
        return try request.fetchAll(db)
    }

    /// Ends a receipt's pairing; digests do not restore it.
    /// - Throws: `Invalid` naming `document` when it has none.
    package func unpair(_ db: Database, by person: Int64, at now: Date) throws {
        guard let documentId, let pairing else { throw Invalid("document", "errors.receiptUnpaired") }
        try db.execute(
            sql: """
                UPDATE taxReceipt SET documentId = NULL, pairing = NULL, pairedBy = NULL, pairedAt = NULL, partedFrom = ?
                WHERE importId = ?
                """,
            arguments: [documentId, importId])
        try Printout.date(db, receipt: importId)
        let firm = try Int64.fetchOne(db, sql: "SELECT firmId FROM taxImport WHERE id = ?", arguments: [importId])
        try AuditEvent.write(
            db, .receiptParted, by: person, firm: firm, subject: "import/\(importId)",
            ["document": "import/\(documentId)", "pairing": pairing.rawValue], at: now)
    }

    /// Confirms that a candidate is the receipt's document.
    /// - Throws: `Invalid` naming `document` when it is no longer a candidate.
    package func confirm(_ db: Database, document: Int64, by person: Int64, at now: Date) throws {
        if documentId == document { return }
        guard try candidates(db, limit: .max).contains(where: { $0.id == document }) else {
            throw Invalid("document", "errors.receiptDocument")
        }
        try Self.record(db, importId, of: document, .person, by: person, at: now)
    }
}
