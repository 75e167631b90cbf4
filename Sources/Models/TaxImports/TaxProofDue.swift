import Formats
import Foundation
import GRDB

/// A file imported before receipts and versions were judged as now, which has to be parsed again for that.
package struct TaxProofDue: StoredRow {
    let importId: Int64
    /// The key of its bytes in the store.
    let key: String
}

extension TaxProofDue {
    /// Returns one of the due files, if any.
    package static func next(_ db: Database) throws -> TaxProofDue? {
        try fetchOne(
            db,
            sql: """
                SELECT importId, key FROM taxProofDue JOIN taxImport ON taxImport.id = importId
                JOIN storedFile ON storedFile.id = fileId ORDER BY importId LIMIT 1
                """)
    }

    /// Parses the file as files are parsed today. Blocks on the disk.
    /// - Returns: `nil` when it cannot be read any more. Its pairing then does not count as proof.
    package func read(in files: AttachmentStore) -> TaxFile? {
        try? TaxImport.read(at: files.readable(key), limit: TaxImport.rules.limit)
    }

    /// Updates what the file proves: for a document its contents, its digests and its pairings; for a receipt its
    /// signature.
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
        // Existing printouts do not show the weaknesses yet.
        if !weaknesses.isEmpty {
            try Printout.discardFiles(db, of: "SELECT id FROM printout WHERE importId = \(importId)")
        }
    }
}
