import Foundation
import GRDB

/// How a firm is taxed, from a day on. The form decides which ledger belongs to the firm (W17).
package enum TaxationForm: String, Codable, CaseIterable, Sendable, DatabaseValueConvertible {
    /// Ryczałt: revenue register.
    case lumpSum
    /// KPiR: the tax ledger of revenues and expenses.
    case ledger
    /// Full books: a company's general ledger.
    case fullBooks
    /// Karta podatkowa: no register.
    case card
    /// An Israeli firm.
    case israeli
}

enum Taxation {
    static func begin(_ db: Database, firm: Int64, form: TaxationForm, from day: Day) throws {
        try db.cachedStatement(
            sql: "UPDATE taxation SET validUntil = date(?, '-1 day') WHERE firmId = ? AND validUntil IS NULL"
        ).execute(arguments: [day, firm])
        try db.cachedStatement(sql: "INSERT INTO taxation (firmId, form, validFrom) VALUES (?, ?, ?)").execute(
            arguments: [firm, form, day]
        )
    }
}
