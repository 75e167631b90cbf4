import Foundation
import GRDB

extension TaxImport {
    /// Assigns a file to a firm by hand: one that matched none, because the firm was added later or the file identifies
    /// a person by PESEL; or one of a wrong firm, whose number was mistyped. Its receipts are assigned with it.
    /// - Throws: `NotFound` for a firm outside the scope; `Invalid` naming `firm` when the file has a NIP and it is not
    ///   the firm's, or when part of the file was sent to its present firm.
    package func assign(_ db: Database, to firm: Int64, in scope: TaxImportScope, by person: Int64, at now: Date) throws
    {
        let firm = try Firm.find(db, firm, in: scope.firms)
        let held = try Self.find(db, id, in: scope)
        if held.firmId == firm.id { return }
        if held.firmId != nil, try held.isSent(db) { throw Invalid("firm", "errors.importSent") }
        if let nip, firm.country != .poland || firm.taxIdentifier != nip {
            throw Invalid("firm", "errors.importOtherNumber", ["nip": nip, "name": firm.name])
        }
        try held.belong(db, to: firm, by: person, isByHand: true, at: now)
    }

    /// - Parameter isByHand: whether the person decided it; false when the number in the file did.
    func belong(_ db: Database, to firm: Firm, by person: Int64?, isByHand: Bool, at now: Date) throws {
        let receipts = try TaxImport.fetchAll(
            db,
            sql: """
                SELECT taxImport.* FROM taxReceipt JOIN taxImport ON taxImport.id = importId
                WHERE documentId = ? AND firmId IS ? AND (nip IS NULL OR nip = ?)
                """,
            arguments: [id, firmId, firm.taxIdentifier])
        try give(db, to: firm.id, by: person, isByHand: isByHand, at: now)
        for receipt in receipts where try !receipt.isSent(db) {
            try receipt.give(db, to: firm.id, by: person, isByHand: isByHand, at: now)
        }
        try TaxReceipt.partAcrossFirms(db, with: id, by: person, at: now)
        try TaxReceipt.pairByDigest(db, with: id, at: now)
        // For the versions beside which the file was, and those beside which it is now.
        try Self.ask(db, asOf: self)
        try Self.ask(db, about: id)
    }

    private func give(_ db: Database, to firm: Int64, by person: Int64?, isByHand: Bool, at now: Date) throws {
        try db.execute(
            sql: "UPDATE taxImport SET firmId = ?, assignedBy = ?, assignedAt = ? WHERE id = ?",
            arguments: [firm, isByHand ? person : nil, isByHand ? now.milliseconds : nil, id])
        // A printout that was made names the firm of that time.
        try Printout.discardFiles(db, of: "SELECT id FROM printout WHERE importId = \(id)")
        try AuditEvent.write(
            db, .taxFileAssigned, by: person, firm: firm, subject: "import/\(id)",
            firmId.map { ["from": "firm/\($0)"] } ?? [:], at: now)
    }

    /// Whether a message carries a printout of it.
    func isSent(_ db: Database) throws -> Bool {
        let request: SQLRequest<Bool> = """
            SELECT EXISTS (SELECT 1 FROM printout JOIN messagePrintout ON printoutId = printout.id
                WHERE importId = \(id))
            """
        return try request.fetchOne(db) ?? false
    }

    /// Whether the NIP in it differs from its firm's.
    func isOfAnotherNumber(_ db: Database) throws -> Bool {
        let request: SQLRequest<Bool> = """
            SELECT EXISTS (SELECT 1 FROM taxImport AS version
                WHERE id = \(id) AND firmId IS NOT NULL AND NOT \(Printout.isOfItsFirm))
            """
        return try request.fetchOne(db) ?? false
    }
}
