import Formats
import Foundation
import GRDB
import Secrets

/// A file of firms and people that one person of the office looks at before taking it in. It is kept
/// for a day, and seen by nobody else; its contents are forgotten once they are taken in.
package struct FirmImport: StoredRow {
    package let key: String
    package let personId: Int64
    package let fileName: String
    package let contents: Data?
    package let createdAt: Date
    package let confirmedAt: Date?
    /// What was taken in: firms, people whom the office did not know, people's accesses; and rows left out.
    package let firmCount: Int
    package let personCount: Int
    package let membershipCount: Int
    package let leftOutCount: Int
}

extension FirmImport {
    /// Keeps a file for the check page.
    /// - Parameter sheet: the file, read outside of the transaction: a long one takes a while.
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

    /// A person's own import.
    package static func find(_ db: Database, _ key: String, of person: Int64) throws -> FirmImport {
        guard
            let found = try FirmImport.fetchOne(
                db, sql: "SELECT * FROM firmImport WHERE key = ? AND personId = ?", arguments: [key, person]
            )
        else { throw NotFound() }
        return found
    }

    /// The rows of the file, until it is taken in.
    /// - Parameter encoding: how its letters are read, where a person chose it.
    package func sheet(for office: Office, as encoding: TextEncoding? = nil) throws -> FirmSheet? {
        try contents.map { try FirmSheet($0, country: office.country, as: encoding) }
    }

    /// Takes the good rows in. Once taken in, a further press changes nothing.
    /// - Parameters:
    ///   - summary: `FirmImportPlan.summary` of what the person has seen.
    ///   - encoding: how its letters are read, where they can be read in several ways.
    /// - Throws: `FirmImportChanged` when by now something else would happen, or the encoding is not chosen yet.
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

    /// Forgets files a day after they came, taken in or not; the journal keeps what was done.
    package static func sweep(_ db: Database, at now: Date) throws {
        try db.execute(
            sql: "DELETE FROM firmImport WHERE createdAt < ?",
            arguments: [now.addingTimeInterval(-24 * 3600).milliseconds]
        )
    }
}

/// Something has happened in the office since the person looked: the same file would do something else.
package struct FirmImportChanged: Error {}
