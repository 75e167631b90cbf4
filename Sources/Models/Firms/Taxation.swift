import Foundation
import GRDB

/// How a firm is taxed, from a day on. The form decides which ledger belongs to the firm (W17).
package enum TaxationForm: String, Codable, CaseIterable, Sendable, DatabaseValueConvertible, StatementColumnConvertible
{
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

/// A form of taxation with the days it is valid on, both included; the last one has no end.
package struct Taxation: StoredRow {
    package let id: Int64
    package let form: TaxationForm
    package let validFrom: Day
    package let validUntil: Day?

    static func begin(_ db: Database, firm: Int64, form: TaxationForm, from day: Day) throws {
        try db.cachedStatement(
            sql: "UPDATE taxation SET validUntil = date(?, '-1 day') WHERE firmId = ? AND validUntil IS NULL"
        ).execute(arguments: [day, firm])
        try db.cachedStatement(sql: "INSERT INTO taxation (firmId, form, validFrom) VALUES (?, ?, ?)").execute(
            arguments: [firm, form, day]
        )
    }
}

extension Firm {
    /// All forms the firm has had and will have, the last one first.
    package func taxations(_ db: Database) throws -> [Taxation] {
        try Taxation.fetchAll(
            db, sql: "SELECT id, form, validFrom, validUntil FROM taxation WHERE firmId = ? ORDER BY validFrom DESC",
            arguments: [id]
        )
    }

    /// A form from a day on. The day that the last form begins on corrects that one.
    /// - Throws: `Invalid` naming `taxationFrom` for a day before the last form begins.
    package func tax(
        _ db: Database, as form: TaxationForm, from day: Day, by head: Int64, at now: Date
    ) throws {
        let last = try taxations(db).first
        if let last, day < last.validFrom { throw Invalid("taxationFrom", "errors.taxationEarlier") }
        if last?.form == form { return }
        if let last, day == last.validFrom {
            try db.execute(sql: "UPDATE taxation SET form = ? WHERE id = ?", arguments: [form, last.id])
        } else {
            try Taxation.begin(db, firm: id, form: form, from: day)
        }
        let change = "\(last?.form.rawValue ?? "") → \(form.rawValue)"
        try AuditEvent.write(db, .taxationChanged, by: head, firm: id, ["form": change, "from": day.text], at: now)
    }

    /// Takes the last form away, as if it had never been noted; the one before is valid again without an end.
    /// - Throws: `Invalid` naming `taxation` when it is the only one.
    package func removeLastTaxation(_ db: Database, by head: Int64, at now: Date) throws {
        let all = try taxations(db)
        guard all.count > 1 else { throw Invalid("taxation", "errors.taxationOnly") }
        try db.execute(sql: "DELETE FROM taxation WHERE id = ?", arguments: [all[0].id])
        try db.execute(sql: "UPDATE taxation SET validUntil = NULL WHERE id = ?", arguments: [all[1].id])
        let change = "\(all[0].form.rawValue) → \(all[1].form.rawValue)"
        try AuditEvent.write(
            db, .taxationChanged, by: head, firm: id, ["form": change, "removed": all[0].validFrom.text], at: now
        )
    }
}
