import Formats
import Foundation
import GRDB

/// A file that came before receipts and versions were judged as they are now, and is to be read once more for it.
package struct TaxProofDue: StoredRow {
    let importId: Int64
    /// Of its bytes in the store.
    let key: String
}

extension TaxProofDue {
    /// One of those that are due, if any is.
    package static func next(_ db: Database) throws -> TaxProofDue? {
        try fetchOne(
            db,
            sql: """
                SELECT importId, key FROM taxProofDue JOIN taxImport ON taxImport.id = importId
                JOIN storedFile ON storedFile.id = fileId ORDER BY importId LIMIT 1
                """)
    }

    /// The file as it is read today. Waits for the disk.
    /// - Returns: nothing when it cannot be read any more. Its pair is not taken for a proof then.
    package func read(in files: AttachmentStore) -> TaxFile? {
        try? TaxImport.read(at: files.readable(key), limit: TaxImport.rules.limit)
    }

    /// Takes over what the file proves: of a document what stands in it, its digests and with them its pairs; of a
    /// receipt its signature.
    package func settle(_ db: Database, _ file: TaxFile?, at now: Date) throws {
        try db.execute(sql: "DELETE FROM taxProofDue WHERE importId = ?", arguments: [importId])
        switch file {
        case nil: return
        case .file:
            try db.execute(sql: "DELETE FROM taxDigest WHERE importId = ?", arguments: [importId])
        case .receipt(let receipt):
            try db.execute(sql: "DELETE FROM taxDigest WHERE importId = ?", arguments: [importId])
            try judge(db, receipt)
        }
        if let file {
            try TaxFileFacts(file).insertDigests(db, of: importId)
            try TaxFileFacts(file).noteContents(db, of: importId)
        }
        try TaxReceipt.judgePairs(db, of: importId, at: now)
        try TaxReceipt.pairByDigest(db, with: importId, at: now)
        try TaxImport.ask(db, about: importId)
    }

    private func judge(_ db: Database, _ receipt: Receipt) throws {
        let weaknesses = SignatureWeakness.text(receipt.weaknesses)
        try db.execute(
            sql: "UPDATE taxReceipt SET signature = ?, weaknesses = ? WHERE importId = ?",
            arguments: [receipt.signature.rawValue, weaknesses, importId])
        // What was printed does not say so yet.
        if !weaknesses.isEmpty {
            try Printout.discardFiles(db, of: "SELECT id FROM printout WHERE importId = \(importId)")
        }
    }
}
