import Dates
import Foundation
import GRDB

extension NewContent {
    /// Stops a message of the office to one firm while its files are unread or seem to be another firm's.
    func checkFiles(
        _ db: Database, to firm: Int64, by person: Int64, subject: String, on day: Day, at now: Date
    ) throws {
        guard !files.isEmpty, let staff = try Staff.find(db, personId: person) else { return }
        let going: SQL = "SELECT id AS fileId, \(firm) AS ownerId FROM storedFile WHERE key IN \(files)"
        try FileText.check(db, going, except: uncheckable)
        let wrong = try WrongFiles(db, going, in: staff.firms(on: day))
        try WrongFiles.check(db, wrong, right: rightFiles, by: person, firm: firm, subject: subject, at: now)
    }

    /// Returns the names of PDFs whose text could not be read, so that it is unknown whose they are.
    package func uncheckedFiles(_ db: Database) throws -> [String] {
        try FileText.unchecked(db, "SELECT id AS fileId FROM storedFile WHERE key IN \(files)")
    }
}
