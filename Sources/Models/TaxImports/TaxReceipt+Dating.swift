import Dates
import Foundation
import GRDB

extension TaxReceipt {
    /// The period that a person set.
    package var period: Period? {
        guard let fromOn, let untilOn else { return nil }
        return Period(from: fromOn, until: untilOn)
    }

    /// Sets the period of an UPO whose document the office does not have: the UPO contains none, and its printout needs
    /// one. It may be changed.
    /// - Throws: `Invalid` naming `period` when its document is known.
    package func date(_ db: Database, _ period: Period, by person: Int64, at now: Date) throws {
        guard documentId == nil else { throw Invalid("period", "errors.receiptHasDocument") }
        if period == self.period { return }
        try db.execute(
            sql: "UPDATE taxReceipt SET fromOn = ?, untilOn = ?, datedBy = ?, datedAt = ? WHERE importId = ?",
            arguments: [period.from, period.until, person, now.milliseconds, importId])
        try Printout.date(db, receipt: importId)
        let firm = try Int64.fetchOne(db, sql: "SELECT firmId FROM taxImport WHERE id = ?", arguments: [importId])
        try AuditEvent.write(
            db, .receiptDated, by: person, firm: firm, subject: "import/\(importId)", ["period": period.text], at: now)
    }
}
