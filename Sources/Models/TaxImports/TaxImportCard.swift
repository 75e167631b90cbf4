import Foundation
import GRDB

/// The card of one import, with all that the office sees of it.
package struct TaxImportCard: Sendable {
    package let item: TaxImportList.Item
    package let file: StoredFile
    package let checks: [TaxImport.Control]
    /// The name of the person who assigned it to its firm by hand.
    package let assignerName: String?
    /// For an UPO: the receipt, its document, the name of the person who paired them, and the possible documents.
    package let receipt: TaxReceipt?
    package let document: TaxImportList.Item?
    package let pairerName: String?
    package let candidates: [TaxImportList.Item]
    /// For a document: its UPOs, newest first.
    package let receipts: [TaxImportList.Item]
    /// The other imports of the same firm, form and period, newest first.
    package let versions: [TaxImportList.Item]
    /// Originals of the same days with other rows, newest first; and the name of the person who chose among them.
    package let rivals: [TaxImportList.Item]
    package let chooserName: String?
    /// The printouts that can be made from it, if it has a firm.
    package let printouts: [Printout]
    /// The firms to which it may be assigned, if it has none or is not sent yet.
    package let firms: [Firm]
    /// Whether the NIP in it differs from its firm's.
    package let isOfAnotherNumber: Bool
    /// Whether its form about a person is unknown here; and whether the office decided that it shows no wages.
    package let isUnknownForm: Bool
    package let isPlainForm: Bool
    /// Whether a message carries a printout of it, so that its firm cannot be changed.
    package let isSent: Bool

    /// - Parameter search: finds firms by name, for a file without a NIP.
    package static func find(
        _ db: Database, _ id: Int64, search: String = "", in scope: TaxImportScope
    ) throws -> TaxImportCard {
        let found = try TaxImport.find(db, id, in: scope)
        guard let item = try TaxImportList.items(db, [id], in: scope).first else { throw NotFound() }
        let receipt = found.kind == .upo ? try TaxReceipt.find(db, id, in: scope) : nil
        let candidates = try receipt?.candidates(db).map(\.id) ?? []
        let rivals = try TaxImportList.items(db, found.rivals(db), in: scope)
        let chosen = ([found] + rivals.map(\.found)).first { $0.chosenBy != nil }
        return TaxImportCard(
            item: item, file: try found.storedFile(db), checks: try found.checks(),
            assignerName: try name(db, found.assignedBy), receipt: receipt,
            document: try TaxImportList.items(db, [receipt?.documentId].compactMap { $0 }, in: scope).first,
            pairerName: try name(db, receipt?.pairedBy),
            candidates: try TaxImportList.items(db, candidates, in: scope),
            receipts: try TaxImportList.items(db, found.receipts(db), in: scope),
            versions: try TaxImportList.items(db, found.versions(db), in: scope),
            rivals: rivals, chooserName: try name(db, chosen?.chosenBy),
            printouts: try found.printouts(db), firms: try found.firms(db, search, in: scope),
            isOfAnotherNumber: try found.isOfAnotherNumber(db), isUnknownForm: try found.isUnknownForm(db),
            isPlainForm: try found.isPlainForm(db), isSent: try found.isSent(db)
        )
    }

    private static func name(_ db: Database, _ person: Int64?) throws -> String? {
        try person.map { try Person.find(db, $0).name }
    }
}

extension TaxImport {
    fileprivate func receipts(_ db: Database) throws -> [Int64] {
        try Int64.fetchAll(
            db, sql: "SELECT importId FROM taxReceipt WHERE documentId = ? ORDER BY receivedAt DESC, importId DESC",
            arguments: [id])
    }

    fileprivate func versions(_ db: Database) throws -> [Int64] {
        let request: SQLRequest<Int64> = """
            SELECT id FROM taxImport WHERE firmId = \(firmId) AND form = \(form) AND kind = \(kind)
                AND fromOn = \(fromOn) AND untilOn = \(untilOn) AND id <> \(id)
                AND NOT \(TaxImportPart.isPersonal("taxImport")) AND subject IS \(subject)
            ORDER BY madeAt DESC, id DESC LIMIT 20
            """
        return try request.fetchAll(db)
    }

    fileprivate func rivals(_ db: Database) throws -> [Int64] {
        let request: SQLRequest<Int64> = """
            SELECT DISTINCT rival.id FROM taxImport AS own JOIN \(TaxImportPart.rivals(of: "own")) AND own.id = \(id)
            ORDER BY rival.id DESC LIMIT 20
            """
        return try request.fetchAll(db)
    }

    /// Returns the printouts that can be made, or could before the file was lost.
    fileprivate func printouts(_ db: Database) throws -> [Printout] {
        guard firmId != nil else { return [] }
        let request: SQLRequest<Printout> = "SELECT * FROM printout WHERE importId = \(id) AND NOT \(Printout.isLost)"
        return try request.fetchAll(db).sorted { $0.kind < $1.kind }
    }

    /// Returns the firm with the file's NIP; for a file without one, the firms that match the search.
    fileprivate func firms(_ db: Database, _ search: String, in scope: TaxImportScope) throws -> [Firm] {
        guard nip != nil || !search.isEmpty else { return [] }
        let fits: SQL =
            nip.map { "country = \(Country.poland) AND taxIdentifier = \($0)" }
            ?? "closedAt IS NULL AND \(FirmList.finds(search))"
        let request: SQLRequest<Firm> = """
            SELECT * FROM firm WHERE \(scope.firms.contains("firm.id")) AND firm.id IS NOT \(firmId) AND \(fits)
            ORDER BY nameKey, id LIMIT 10
            """
        return try request.fetchAll(db)
    }
}
