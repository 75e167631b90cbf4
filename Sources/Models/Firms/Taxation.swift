import Dates
import Foundation
import GRDB

/// A form of taxation. It decides which ledger the firm keeps.
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

/// A form of taxation with its days of validity, both included; the last one has no end.
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

extension Taxation {
    /// Sets the end of each form to the day before the next one begins.
    fileprivate static func closeGaps(_ db: Database, firm: Int64) throws {
        try db.execute(
            sql: """
                UPDATE taxation SET validUntil = (SELECT date(min(next.validFrom), '-1 day') FROM taxation AS next
                    WHERE next.firmId = taxation.firmId AND next.validFrom > taxation.validFrom)
                WHERE firmId = ?
                """,
            arguments: [firm])
    }
}

extension Firm {
    /// Returns all past and future forms of the firm, the last one first.
    package func taxations(_ db: Database) throws -> [Taxation] {
        try Taxation.fetchAll(
            db, sql: "SELECT id, form, validFrom, validUntil FROM taxation WHERE firmId = ? ORDER BY validFrom DESC",
            arguments: [id]
        )
    }

    /// Sets the form from a day on, until the next recorded one begins. The day may be before the first, since a firm
    /// imported from a list has its form only from the day of import. On the first day of a recorded form it corrects
    /// that form.
    package func tax(
        _ db: Database, as form: TaxationForm, from day: Day, by head: Int64, at now: Date
    ) throws {
        let all = try taxations(db)
        let (before, next) = (all.first { $0.validFrom <= day }, all.last { $0.validFrom > day })
        if before?.form == form { return }
        if let next, next.form == form {
            if before?.validFrom == day {
                try db.execute(sql: "DELETE FROM taxation WHERE id = ?", arguments: [before?.id])
            }
            try db.execute(sql: "UPDATE taxation SET validFrom = ? WHERE id = ?", arguments: [day, next.id])
        } else if before?.validFrom == day {
            try db.execute(sql: "UPDATE taxation SET form = ? WHERE id = ?", arguments: [form, before?.id])
        } else {
            try db.execute(
                sql: """
                    INSERT INTO taxation (firmId, form, validFrom, validUntil) VALUES (?, ?, ?, date(?, '-1 day'))
                    """,
                arguments: [id, form, day, next?.validFrom])
        }
        try Taxation.closeGaps(db, firm: id)
        let change = "\(before?.form.rawValue ?? "") → \(form.rawValue)"
        try AuditEvent.write(db, .taxationChanged, by: head, firm: id, ["form": change, "from": day.text], at: now)
    }

    /// Removes the last form, as if it had never been recorded; the one before is valid again without an end.
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
