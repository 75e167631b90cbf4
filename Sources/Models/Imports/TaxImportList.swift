import Foundation
import GRDB

/// The imports of JPK, declarations and UPO as the office looks through them: newest first, paged by key.
package struct TaxImportList: Sendable {
    package enum Filter: Sendable, Equatable {
        case all, unmatched, withProblems
        case firm(Int64)
    }

    package struct Row: StoredRow {
        package let id: Int64
        package let fileName: String
        package let firmName: String?
        package let importerName: String?
        /// Of an UPO: when the ministry received the document, its signature, and how its pair is known.
        package let receivedAt: Date?
        package let signature: String?
        package let documentId: Int64?
        package let pairing: TaxReceipt.Pairing?
        /// Of a document: the time in its newest receipt.
        package let receiptAt: Date?
    }

    package struct Item: Sendable {
        package let row: Row
        package let found: TaxImport
        package let parts: [TaxImportPart]

        /// Whether all that it brought has been superseded.
        package var isSuperseded: Bool { !parts.isEmpty && parts.allSatisfy { !$0.isCurrent } }
    }

    package struct Page: Sendable {
        package let items: [Item]
        package let hasOlder: Bool
    }

    package struct Counts: StoredRow {
        package let unmatched: Int
        package let withProblems: Int
    }

    package static let pageSize = 50

    package let scope: TaxImportScope
    package let filter: Filter

    package init(_ filter: Filter, in scope: TaxImportScope) {
        self.scope = scope
        self.filter = filter
    }

    /// - Parameter after: the import that was the last one of the page before.
    package func page(_ db: Database, after: Int64? = nil, limit: Int = pageSize) throws -> Page {
        let request: SQLRequest<Int64> = """
            SELECT id FROM taxImport WHERE \(condition) AND id < \(after ?? .max)
            ORDER BY id DESC LIMIT \(limit + 1)
            """
        let ids = try request.fetchAll(db)
        return Page(items: try Self.items(db, Array(ids.prefix(limit)), in: scope), hasOlder: ids.count > limit)
    }

    /// Imports by their ids, in that order; those out of the scope are left out.
    package static func items(_ db: Database, _ ids: [Int64], in scope: TaxImportScope) throws -> [Item] {
        let imports: SQLRequest<TaxImport> = """
            SELECT * FROM taxImport WHERE id IN \(SQL.list(ids)) AND \(scope.contains("taxImport"))
            """
        let found = Dictionary(uniqueKeysWithValues: try imports.fetchAll(db).map { ($0.id, $0) })
        let rows: SQLRequest<Row> = """
            SELECT taxImport.id, storedFile.name AS fileName, firm.name AS firmName, person.name AS importerName,
                taxReceipt.receivedAt, signature, documentId, pairing,
                (SELECT max(own.receivedAt) FROM taxReceipt AS own WHERE own.documentId = taxImport.id) AS receiptAt
            FROM taxImport JOIN storedFile ON storedFile.id = fileId LEFT JOIN firm ON firm.id = firmId
            LEFT JOIN person ON person.id = importedBy LEFT JOIN taxReceipt ON importId = taxImport.id
            WHERE taxImport.id IN \(SQL.list(ids))
            """
        let byId = Dictionary(uniqueKeysWithValues: try rows.fetchAll(db).map { ($0.id, $0) })
        let parts = try TaxImportPart.find(db, of: ids)
        return ids.compactMap { id in
            guard let row = byId[id], let found = found[id] else { return nil }
            return Item(row: row, found: found, parts: parts[id] ?? [])
        }
    }

    /// How many wait for a firm, and how many do not add up, of those that may be seen.
    package func counts(_ db: Database) throws -> Counts {
        let request: SQLRequest<Counts> = """
            SELECT (SELECT count(*) FROM taxImport WHERE firmId IS NULL AND \(scope.contains("taxImport"))) AS unmatched,
                (SELECT count(*) FROM taxImport WHERE problemCount > 0 AND \(scope.contains("taxImport")))
                    AS withProblems
            """
        return try request.fetchOne(db) ?? Counts(unmatched: 0, withProblems: 0)
    }

    private var condition: SQL {
        let seen = scope.contains("taxImport")
        return switch filter {
        case .all: seen
        case .unmatched: "\(seen) AND firmId IS NULL"
        case .withProblems: "\(seen) AND problemCount > 0"
        case .firm(let id): "\(seen) AND firmId = \(id)"
        }
    }
}
