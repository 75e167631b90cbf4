import Foundation
import GRDB

extension TaxImport {
    /// Gives a file that matched no firm to one, by hand: the firm came later, or the file names a person by PESEL.
    /// Its receipts follow it.
    /// - Throws: `NotFound` for a firm out of the scope; `Invalid` naming `firm` when the file has a NIP and it is not
    ///   the firm's, or when it is another firm's already.
    package func assign(_ db: Database, to firm: Int64, in scope: TaxImportScope, by person: Int64, at now: Date) throws
    {
        let firm = try Firm.find(db, firm, in: scope.firms)
        let held = try Self.find(db, id, in: scope)
        if held.firmId == firm.id { return }
        guard held.firmId == nil else { throw Invalid("firm", "errors.importHasFirm") }
        if let nip, firm.country != .poland || firm.taxIdentifier != nip {
            throw Invalid("firm", "errors.importOtherNumber", ["nip": nip, "name": firm.name])
        }
        try give(db, to: firm.id, by: person, at: now)
        let receipts = try TaxImport.fetchAll(
            db,
            sql: """
                SELECT taxImport.* FROM taxReceipt JOIN taxImport ON taxImport.id = importId
                WHERE documentId = ? AND firmId IS NULL AND (nip IS NULL OR nip = ?)
                """,
            arguments: [id, firm.taxIdentifier])
        for receipt in receipts { try receipt.give(db, to: firm.id, by: person, at: now) }
        try TaxReceipt.partAcrossFirms(db, with: id)
        try TaxReceipt.pairByDigest(db, with: id, at: now)
    }

    private func give(_ db: Database, to firm: Int64, by person: Int64, at now: Date) throws {
        try db.execute(
            sql: "UPDATE taxImport SET firmId = ?, assignedBy = ?, assignedAt = ? WHERE id = ?",
            arguments: [firm, person, now.milliseconds, id])
        try AuditEvent.write(db, .taxFileAssigned, by: person, firm: firm, subject: "import/\(id)", at: now)
    }
}
