import Foundation
import GRDB

/// Unknown forms about a person count as payroll until the office says otherwise, once for the whole form.
extension TaxImport {
    func isUnknownForm(_ db: Database) throws -> Bool {
        let request: SQLRequest<Bool> = """
            SELECT \(PayrollForms.isUnknown("taxImport")) FROM taxImport WHERE id = \(id)
            """
        return try request.fetchOne(db) ?? false
    }

    func isPlainForm(_ db: Database) throws -> Bool {
        try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM plainForm WHERE form = ?)", arguments: [form]) ?? false
    }

    /// Decides whether its form shows wages.
    /// - Throws: `Invalid` naming `payroll` for a known form, for which there is nothing to decide.
    package func sayPayroll(_ db: Database, _ isPayroll: Bool, by person: Int64, at now: Date) throws {
        guard try isUnknownForm(db) else { throw Invalid("payroll", "errors.formKnown") }
        if try isPlainForm(db) != isPayroll { return }
        if isPayroll {
            try db.execute(sql: "DELETE FROM plainForm WHERE form = ?", arguments: [form])
        } else {
            try db.execute(
                sql: "INSERT INTO plainForm (form, saidBy, saidAt) VALUES (?, ?, ?)",
                arguments: [form, person, now.milliseconds])
        }
        try AuditEvent.write(
            db, .formJudged, by: person, subject: "import/\(id)", ["form": form, "payroll": "\(isPayroll)"], at: now)
    }
}
