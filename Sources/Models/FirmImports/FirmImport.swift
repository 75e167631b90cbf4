import Formats
import Foundation
import GRDB
import Secrets

/// A file of firms and people that an employee of the office checks before importing it. It is stored for a day and
/// visible to that person alone; its contents are deleted once imported.
package struct FirmImport: StoredRow {
    package let key: String
    package let personId: Int64
    package let fileName: String
    package let contents: Data?
    package let createdAt: Date
    package let confirmedAt: Date?
    /// The numbers imported: firms, new people, accesses; and of rows left out.
    package let firmCount: Int
    package let personCount: Int
    package let membershipCount: Int
    package let leftOutCount: Int
}

extension FirmImport {
    /// Stores a file for the check page.
    /// - Parameter sheet: the file, parsed outside of the transaction, because a long one takes a while.
    package static func hold(
        _ db: Database, _ sheet: FirmSheet, named name: String, by person: Int64, at now: Date
    ) throws -> FirmImport {
        let key = Token().text
        try db.execute(
            sql: "INSERT INTO firmImport (key, personId, fileName, contents, createdAt) VALUES (?, ?, ?, ?, ?)",
            arguments: [key, person, name, sheet.contents, now.milliseconds]
        )
        return try find(db, key, of: person)
    }

    /// Finds a person's own import.
    package static func find(_ db: Database, _ key: String, of person: Int64) throws -> FirmImport {
        guard
            let found = try FirmImport.fetchOne(
                db, sql: "SELECT * FROM firmImport WHERE key = ? AND personId = ?", arguments: [key, person]
            )
        else { throw NotFound() }
        return found
    }

    /// Returns the rows of the file; `nil` once it is imported.
    /// - Parameter encoding: the encoding that the person chose, if any.
    package func sheet(for office: Office, as encoding: TextEncoding? = nil) throws -> FirmSheet? {
        try contents.map { try FirmSheet($0, country: office.country, as: encoding) }
    }

    /// Imports the valid rows. A repeated call changes nothing.
    /// - Parameters:
    ///   - summary: the `FirmImportPlan.summary` that the person has seen.
    ///   - encoding: the chosen encoding, if several are possible.
    /// - Throws: `FirmImportChanged` when the result would differ by now, or when the encoding is not chosen yet.
    package func confirm(
        _ db: Database, expecting summary: String, as encoding: TextEncoding? = nil, for office: Office, at now: Date
    ) throws {
        guard let sheet = try Self.find(db, key, of: personId).sheet(for: office, as: encoding) else { return }
        guard sheet.readings.isEmpty else { throw FirmImportChanged() }
        let plan = try FirmImportPlan.make(db, sheet, for: office)
        guard plan.summary == summary, !plan.isEmpty else { throw FirmImportChanged() }
        try plan.takeIn(db, named: fileName, by: personId, on: office.today(at: now), at: now)
        try db.execute(
            sql: """
                UPDATE firmImport SET confirmedAt = ?, contents = NULL, firmCount = ?, personCount = ?,
                    membershipCount = ?, leftOutCount = ? WHERE key = ? AND confirmedAt IS NULL
                """,
            arguments: [
                now.milliseconds, plan.firmCount, plan.personCount, plan.membershipCount, plan.wrongRowCount, key,
            ]
        )
    }

    /// Deletes files after a day, imported or not; the journal keeps what was imported.
    package static func sweep(_ db: Database, at now: Date) throws {
        try db.execute(
            sql: "DELETE FROM firmImport WHERE createdAt < ?",
            arguments: [now.addingTimeInterval(-24 * 3600).milliseconds]
        )
    }
}

/// Thrown when the office's data has changed since the person checked, so that the same file would give another result.
package struct FirmImportChanged: Error {}
