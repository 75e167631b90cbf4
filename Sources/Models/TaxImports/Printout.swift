import Dates
import Formats
import Foundation
import GRDB

/// A PDF that can be made of a part of an import, for its firm alone. It is drawn when it is first asked for.
package struct Printout: StoredRow {
    /// What it is of, as the composer offers it and the archive names it.
    package enum Kind: String, Codable, CaseIterable, Sendable, DatabaseValueConvertible {
        case taxLedger, revenue, fixedAssets, trialBalance, journal, ledgerAccounts, taxDifferences
        case vatSales, vatPurchases, vatDeclaration, declaration, receipt
    }

    package let id: Int64
    package let importId: Int64
    package let kind: Kind
    /// What it is about, both days included; nothing for a receipt whose document is not known.
    package let fromOn: Day?
    package let untilOn: Day?
}

extension Printout.Kind {
    /// What is printed of a part of a file.
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

    /// The forms of taxation to which a ledger belongs; every Polish firm may have the others.
    package var forms: Set<TaxationForm> {
        switch self {
        case .taxLedger: [.ledger]
        case .revenue: [.lumpSum]
        case .fixedAssets: [.lumpSum, .ledger, .fullBooks]
        case .trialBalance, .journal, .ledgerAccounts, .taxDifferences: [.fullBooks]
        case .vatSales, .vatPurchases, .vatDeclaration, .declaration, .receipt:
            [.lumpSum, .ledger, .fullBooks, .card]
        }
    }
}

/// In the order in which they are listed.
extension Printout.Kind: Comparable {
    package static func < (one: Self, other: Self) -> Bool { one.position < other.position }

    private var position: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension Printout {
    /// - Parameter words: the texts in its rows, by which it is found.
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

    /// The imports that have anything about any day of a period, as a query. What lasts for more than two years is none
    /// of a tax office's.
    static func imports(about period: Period) -> SQL {
        let earliest = Period(year: max(1, period.from.year - 2))?.from
        return """
            SELECT importId FROM printout WHERE kind IN \(Kind.allCases) AND fromOn >= \(earliest)
                AND fromOn <= \(period.until) AND untilOn >= \(period.from)
            """
    }

    /// Gives the printout of a receipt the period of what it is the receipt of: of its declaration, where it has one; or
    /// the one that a person said. What was printed before says another period, so that it is made anew when it is next
    /// asked for.
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
