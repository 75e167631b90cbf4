import Dates
import Foundation
import GRDB

/// The office's list of imported JPK, declarations and UPO: newest first, paged by key.
package struct TaxImportList: Sendable {
    package enum Filter: String, CaseIterable, Sendable {
        case all, unmatched
        /// Originals of the same days with different rows.
        case asked
        case withProblems
        /// UPOs without a known document.
        case unpaired
    }

    package struct Entry: StoredRow {
        package let id: Int64
        package let fileName: String
        /// Whether the file's bytes were declared lost.
        package let isLost: Bool
        package let firmName: String?
        package let importerName: String?
        /// The period; for an UPO as far as known.
        package let fromOn: Day?
        package let untilOn: Day?
        /// Whether it supersedes an earlier version of one of its parts.
        package let supersedes: Bool
        /// Whether another file contains all of it; and when the ministry received that one.
        package let isCopy: Bool
        package let copiedReceiptAt: Date?
        /// For an UPO: when the ministry received the document, the signature's state, and how the pair was found.
        package let receivedAt: Date?
        package let signature: String?
        /// The weaknesses of an intact signature.
        package let weaknesses: String?
        package let documentId: Int64?
        package let pairing: TaxReceipt.Pairing?
        /// For a document: the time in its most reliable receipt, and the reason why that is not full proof.
        package let receiptAt: Date?
        package let receiptDoubt: TaxReceipt.Doubt?
    }

    package struct Item: Sendable {
        package let row: Entry
        package let found: TaxImport
        package let parts: [TaxImportPart]

        /// Whether all of its parts are superseded; or any of them.
        package var isSuperseded: Bool { !parts.isEmpty && parts.allSatisfy { !$0.isCurrent } }
        package var isPartlySuperseded: Bool { parts.contains { !$0.isCurrent } }
    }

    package struct Page: Sendable {
        package let items: [Item]
        package let hasOlder: Bool
    }

    package struct Counts: StoredRow {
        package let unmatched: Int
        package let asked: Int
        package let withProblems: Int
        package let unpaired: Int
    }

    package static let pageSize = 50

    package let scope: TaxImportScope
    package let filter: Filter
    /// Words of the firm's name, number or people.
    package var search = ""
    package var firm: Int64?
    /// Imports whose period overlaps this one.
    package var period: Period?

    package init(_ filter: Filter, in scope: TaxImportScope) {
        self.scope = scope
        self.filter = filter
    }

    /// - Parameter after: the last import of the page before.
    package func page(_ db: Database, after: Int64? = nil, limit: Int = pageSize) throws -> Page {
        let request: SQLRequest<Int64> = """
            SELECT id FROM taxImport WHERE \(condition) AND id < \(after ?? .max)
            ORDER BY id DESC LIMIT \(limit + 1)
            """
        let ids = try request.fetchAll(db)
        return Page(items: try Self.items(db, Array(ids.prefix(limit)), in: scope), hasOlder: ids.count > limit)
    }

    /// Returns imports by their ids, in that order, without those outside the scope.
    package static func items(_ db: Database, _ ids: [Int64], in scope: TaxImportScope) throws -> [Item] {
        let imports: SQLRequest<TaxImport> = """
            SELECT * FROM taxImport WHERE id IN \(SQL.list(ids)) AND \(scope.contains("taxImport"))
            """
        let found = Dictionary(uniqueKeysWithValues: try imports.fetchAll(db).map { ($0.id, $0) })
        let rows: SQLRequest<Entry> = """
            SELECT taxImport.id, storedFile.name AS fileName, \(LostFile.isDeclared("storedFile.id")) AS isLost,
                firm.name AS firmName, person.name AS importerName,
                ifnull(taxImport.fromOn, printout.fromOn) AS fromOn, ifnull(taxImport.untilOn, printout.untilOn) AS untilOn,
                \(TaxImportPart.supersedes) AS supersedes, \(TaxImportPart.isCopy) AS isCopy,
                \(TaxImportPart.copiedReceiptAt) AS copiedReceiptAt, taxReceipt.receivedAt, signature, weaknesses, documentId,
                pairing, \(TaxReceipt.best("receivedAt", of: "taxImport.id")) AS receiptAt,
                \(TaxReceipt.best("doubt", of: "taxImport.id")) AS receiptDoubt
            FROM taxImport JOIN storedFile ON storedFile.id = fileId LEFT JOIN firm ON firm.id = firmId
            LEFT JOIN person ON person.id = importedBy LEFT JOIN taxReceipt ON taxReceipt.importId = taxImport.id
            LEFT JOIN printout ON printout.importId = taxImport.id AND printout.kind = 'receipt'
            WHERE taxImport.id IN \(SQL.list(ids))
            """
        let byId = Dictionary(uniqueKeysWithValues: try rows.fetchAll(db).map { ($0.id, $0) })
        let parts = try TaxImportPart.find(db, of: ids)
        return ids.compactMap { id in
            guard let row = byId[id], let found = found[id] else { return nil }
            return Item(row: row, found: found, parts: parts[id] ?? [])
        }
    }

    /// Returns the numbers of visible imports that need attention, ignoring the filters.
    package func counts(_ db: Database) throws -> Counts {
        let ofNoFirm: SQL = scope.mayHold ? "FALSE" : scope.isOfNoFirm
        let request: SQLRequest<Counts> = """
            SELECT (SELECT count(*) FROM taxImport WHERE \(scope.isOfNoFirm)) AS unmatched,
                (SELECT count(*) FROM taxImport WHERE isAsked AND \(scope.isOfFirms)) AS asked,
                (SELECT count(*) FROM taxImport WHERE problemCount > 0 AND \(scope.isOfFirms))
                    + (SELECT count(*) FROM taxImport WHERE problemCount > 0 AND \(ofNoFirm)) AS withProblems,
                (SELECT count(*) FROM taxReceipt JOIN taxImport ON taxImport.id = importId
                    WHERE documentId IS NULL AND \(scope.contains("taxImport"))) AS unpaired
            """
        return try request.fetchOne(db) ?? Counts(unmatched: 0, asked: 0, withProblems: 0, unpaired: 0)
    }

    private var condition: SQL {
        var all: SQL = scope.contains("taxImport")
        switch filter {
        case .all: break
        case .unmatched: all += " AND \(scope.isOfNoFirm)"
        case .asked: all += " AND isAsked"
        case .withProblems: all += " AND problemCount > 0"
        case .unpaired: all += " AND id IN (SELECT importId FROM taxReceipt WHERE documentId IS NULL)"
        }
        if let firm { all += " AND firmId = \(firm)" }
        if !search.isEmpty { all += " AND firmId IN (SELECT firm.id FROM firm WHERE \(FirmList.finds(search)))" }
        if let period { all += " AND id IN (\(Printout.imports(about: period)))" }
        return all
    }
}
