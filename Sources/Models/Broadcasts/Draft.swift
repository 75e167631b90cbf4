import Dates
import Foundation
import GRDB
import Secrets

/// A notice that is written but not sent: its text, its files, and the firms chosen for it. Its key makes sure that it
/// is sent only once, however often the button is pressed.
package struct Draft: OfficeRecord {
    package let key: String
    package let personId: Int64
    package let subject: String
    package let body: String
    package let createdAt: Date
    package let changedAt: Date
    package let broadcastId: Int64?
    /// Whether only those people of the firms who have the right to payroll get it.
    package let isPayroll: Bool
    /// The last day of the notice's validity, if it has one.
    package let expiresOn: Day?
    /// The period of the chosen printouts (``printouts(_:)``).
    let printoutsFrom: Day?
    let printoutsUntil: Day?
    /// The time when the last send was stopped because files seem to be another firm's.
    let stoppedAt: Date?
    /// Folded for the search.
    let subjectWords: String
    let words: String

    /// The contents of the composer's form.
    package struct New: Sendable {
        package let subject: TypedLine
        package var content: NewContent
        package var audience: Audience
        package var isPayroll = false
        /// The last day of its validity as typed, `2026-11-30`, or empty.
        package var expiresOn = ""

        package init(
            subject: String, content: NewContent, audience: Audience, isPayroll: Bool = false, expiresOn: String = ""
        ) {
            self.subject = TypedLine(subject)
            self.content = content
            self.audience = audience
            self.isPayroll = isPayroll
            self.expiresOn = TypedText.line(expiresOn)
        }

        package func check(on day: Day) throws {
            var invalid = content.problems()
            Subject.check(subject.text, into: &invalid)
            if !expiresOn.isEmpty {
                if let last = Day(expiresOn) {
                    if last < day { invalid.add("expiresOn", "errors.dayPast") }
                } else {
                    invalid.add("expiresOn", "errors.dayWrong")
                }
            }
            try invalid.check()
        }
    }
}

extension Draft {
    /// Saves a notice for the check page, with a fixed set of firms.
    /// - Parameter key: as ``keep(_:_:keptAs:by:in:on:at:)``.
    /// - Throws: `Invalid` naming `subject`, `body`, `files` or `firms`.
    package static func create(
        _ db: Database, _ new: New, keptAs key: String = "", by person: Int64, in scope: FirmScope, on day: Day,
        at now: Date
    ) throws -> Draft {
        try new.check(on: day)
        let firms = try new.audience.firms(db, in: scope, on: day)
        if firms.isEmpty { throw Invalid("firms", "errors.noFirms") }
        return try write(db, new, firms, keptAs: key, by: person, at: now)
    }

    /// Checks a draft again, which may be days old: it must have a text, and its last day must not be over.
    func checkContents(_ db: Database, at now: Date) throws {
        guard let day = try Office.find(db)?.today(at: now) else { throw NotFound() }
        var invalid = NewContent.problems(of: body)
        Subject.check(subject, into: &invalid)
        try invalid.check()
        if let expiresOn, expiresOn < day { throw NoticeExpired() }
    }

    /// Inserts its text as the content for firms that get the same files.
    func insertContent(_ db: Database, fileIds: [Int64]) throws -> Int64 {
        let id = try NewContent.insert(db, body: body, fileIds: fileIds)
        try SearchIndex.prepare(db, id, subject: subjectWords, body: words)
        return id
    }

    /// Finds a person's own draft.
    package static func find(_ db: Database, _ key: String, of person: Int64) throws -> Draft {
        guard
            let draft = try Draft.fetchOne(
                db, sql: "SELECT * FROM draft WHERE key = ? AND personId = ?", arguments: [key, person]
            )
        else { throw NotFound() }
        return draft
    }

    package func firmIds(_ db: Database) throws -> [Int64] {
        try Int64.fetchAll(db, sql: "SELECT firmId FROM draftFirm WHERE draftKey = ?", arguments: [key])
    }

    package func firmCount(_ db: Database) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM draftFirm WHERE draftKey = ?", arguments: [key]) ?? 0
    }

    package func files(_ db: Database) throws -> [StoredFile] {
        try StoredFile.fetchAll(
            db,
            sql: """
                SELECT storedFile.* FROM draftFile JOIN storedFile ON storedFile.id = fileId
                WHERE draftKey = ? ORDER BY position
                """,
            arguments: [key]
        )
    }

    /// Returns the files that have not been declared lost meanwhile.
    package func filesLeft(_ db: Database) throws -> [StoredFile] {
        try files(db).filter { try !LostFile.isLost(db, $0.id) }
    }

    /// Returns the chosen printouts, if any.
    package func printouts(_ db: Database) throws -> PrintoutChoice? {
        guard let printoutsFrom, let printoutsUntil,
            let period = Period(from: printoutsFrom, until: printoutsUntil)
        else { return nil }
        let kinds = try Printout.Kind.fetchAll(
            db, sql: "SELECT kind FROM draftPrintout WHERE draftKey = ?", arguments: [key])
        return PrintoutChoice(kinds, of: period)
    }
}
