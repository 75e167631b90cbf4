import Dates
import Formats
import Foundation
import GRDB

/// A PDF that can be made of a part of an import, for its firm alone. It is drawn when it is first requested.
package struct Printout: StoredRow {
    /// The kind, as offered in the composer and named in the archive.
    package enum Kind: String, Codable, CaseIterable, Sendable, DatabaseValueConvertible {
        case taxLedger, revenue, fixedAssets, trialBalance, journal, ledgerAccounts, taxDifferences
        case vatSales, vatPurchases, vatDeclaration, declaration, receipt
    }

    package let id: Int64
    package let importId: Int64
    package let kind: Kind
    /// The period, both days included; `nil` for a receipt whose document is unknown.
    package let fromOn: Day?
    package let untilOn: Day?
}

extension Printout.Kind {
    /// The kind of printout for a part of a file.
    package init(_ part: FilePart, of import: TaxImport.Kind) {
        self =
            switch part {
            case .taxLedger: .taxLedger
            case .revenue: .revenue
            case .fixedAssets: .fixedAssets
            case .trialBalance: .trialBalance
            case .journal: .journal
            case .ledgerAccounts: .ledgerAccounts
            case .taxDifferences: .taxDifferences
            case .vatSales: .vatSales
            case .vatPurchases: .vatPurchases
            case .declaration: `import` == .jpk ? .vatDeclaration : .declaration
            }
    }

    /// The forms of taxation whose firms get this kind.
    package var forms: Set<TaxationForm> { Set(TaxationForm.allCases.filter { $0.printouts.contains(self) }) }
}

/// By the order of the list.
extension Printout.Kind: Comparable {
    package static func < (one: Self, other: Self) -> Bool { one.position < other.position }

    private var position: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension Printout {
    /// - Parameter words: the texts of its rows, for the search.
    static func insert(
        _ db: Database, of import: Int64, _ kind: Kind, from: Day?, until: Day?, words: String? = nil
    ) throws {
        try db.execute(
            sql: "INSERT INTO printout (importId, kind, fromOn, untilOn) VALUES (?, ?, ?, ?)",
            arguments: [`import`, kind, from, until])
        guard let words else { return }
        try db.execute(
            sql: "INSERT INTO printoutText (printoutId, text) VALUES (?, ?)", arguments: [db.lastInsertedRowID, words])
    }

    /// Returns a query of the imports with a printout whose period overlaps another. No period for a tax office is
    /// longer than two years.
    static func imports(about period: Period) -> SQL {
        let earliest = Period(year: max(1, period.from.year - 2))?.from
        return """
            SELECT importId FROM printout WHERE kind IN \(Kind.allCases) AND fromOn >= \(earliest)
                AND fromOn <= \(period.until) AND untilOn >= \(period.from)
            """
    }

    /// Sets the period of a receipt's printout: that of its declaration, if it has one; or the one that a person set.
    /// Discards files with the former period, so that they are made again on the next request.
    static func date(_ db: Database, receipt: Int64) throws {
        try discardFiles(db, of: "SELECT id FROM printout WHERE importId = \(receipt)")
        try db.execute(
            sql: """
                UPDATE printout SET (fromOn, untilOn) = (
                    SELECT coalesce(part.fromOn, document.fromOn, taxReceipt.fromOn),
                        coalesce(part.untilOn, document.untilOn, taxReceipt.untilOn)
                    FROM taxReceipt LEFT JOIN taxImport AS document ON document.id = documentId
                    LEFT JOIN taxImportPart AS part ON part.importId = documentId AND part.part = 'declaration'
                    WHERE taxReceipt.importId = printout.importId)
                WHERE importId = ? AND kind = 'receipt'
                """, arguments: [receipt])
    }

    /// Forgets the files that were made of printouts, which a query names: they are made anew when they are next asked for.
    static func discardFiles(_ db: Database, of printouts: SQL) throws {
        try db.execute(literal: "DELETE FROM printoutFile WHERE printoutId IN (\(printouts))")
    }
}
