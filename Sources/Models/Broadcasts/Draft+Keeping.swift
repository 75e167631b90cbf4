import Dates
import Foundation
import GRDB
import Secrets

/// A notice keeps itself while it is written, and is offered again until it is sent or thrown away.
extension Draft {
    /// For how many days after its last change a draft is kept.
    package static let keptDays = 30

    /// A draft that is neither sent nor on its way.
    package struct Unfinished: StoredRow {
        package let key: String
        package let subject: String
        /// The first words of the text.
        package let beginning: String
        package let firmCount: Int
        package let changedAt: Date
        /// Why its send failed, if it did.
        package let failure: PlannedSend.Failure?
    }

    /// Saves a notice as far as it is written.
    /// - Parameter key: the key of the person's own draft to change, or a new token for it. A notice that was sent
    ///   meanwhile, or that is not this person's, is left as it is, and another draft is begun.
    /// - Throws: `Invalid` naming `subject`, `body` or `files` for what is too long to be kept.
    package static func keep(
        _ db: Database, _ new: New, keptAs key: String, by person: Int64, in scope: FirmScope, on day: Day, at now: Date
    ) throws -> Draft {
        var invalid = Invalid()
        invalid.limit("subject", new.subject.text, to: Subject.limit)
        invalid.limit("body", new.content.body, to: NewContent.bodyLimit)
        try invalid.check()
        return try write(db, new, new.audience.firms(db, in: scope, on: day), keptAs: key, by: person, at: now)
    }

    /// Saves a draft with its firms, files and kinds of printouts, instead of those that it had.
    static func write(
        _ db: Database, _ new: New, _ firms: [Int64], keptAs key: String, by person: Int64, at now: Date
    ) throws -> Draft {
        let earlier = try changeable(db, key, of: person)
        let files = try StoredFile.claim(db, new.content.files, by: person)
        let period = new.content.printouts?.period
        let draft = Draft(
            key: try earlier?.key ?? free(db, key), personId: person, subject: new.subject.text, body: new.content.body,
            createdAt: earlier?.createdAt ?? now, changedAt: now, broadcastId: nil, isPayroll: new.isPayroll,
            expiresOn: Day(new.expiresOn), printoutsFrom: period?.from, printoutsUntil: period?.until, stoppedAt: nil,
            subjectWords: new.subject.words, words: new.content.words)
        try draft.empty(db)
        try draft.save(db)
        for kind in new.content.printouts?.kinds ?? [] {
            try db.execute(
                sql: "INSERT INTO draftPrintout (draftKey, kind) VALUES (?, ?)", arguments: [draft.key, kind])
        }
        let firm = try db.makeStatement(sql: "INSERT INTO draftFirm (draftKey, firmId) VALUES (?, ?)")
        for id in firms { try firm.execute(arguments: [draft.key, id]) }
        let file = try db.makeStatement(sql: "INSERT INTO draftFile (draftKey, fileId, position) VALUES (?, ?, ?)")
        for (position, id) in files.enumerated() { try file.execute(arguments: [draft.key, id, position]) }
        return draft
    }

    /// Removes its firms, files and kinds of printouts, and a send of it that failed.
    private func empty(_ db: Database) throws {
        try db.execute(sql: "DELETE FROM draftPrintout WHERE draftKey = ?", arguments: [key])
        try db.execute(sql: "DELETE FROM draftFirm WHERE draftKey = ?", arguments: [key])
        try db.execute(sql: "DELETE FROM draftFile WHERE draftKey = ?", arguments: [key])
        try db.execute(sql: "DELETE FROM plannedSend WHERE draftKey = ?", arguments: [key])
    }

    /// Returns the person's own draft with this key that may still be changed in the composer.
    private static func changeable(_ db: Database, _ key: String, of person: Int64) throws -> Draft? {
        let draft = try Draft.fetchOne(
            db, sql: "SELECT * FROM draft WHERE key = ? AND personId = ?", arguments: [key, person])
        guard let draft, try !draft.isOnItsWay(db), try !draft.hasFilesByFirm(db) else { return nil }
        return draft
    }

    /// Returns the key for a new draft: the given one, if it is a token that no draft has.
    private static func free(_ db: Database, _ key: String) throws -> String {
        let isTaken = try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM draft WHERE key = ?)", arguments: [key])
        return Token(text: key) == nil || isTaken == true ? Token().text : key
    }

    /// Whether it was sent, or its send is ordered and can be undone.
    package func isOnItsWay(_ db: Database) throws -> Bool {
        if broadcastId != nil { return true }
        guard let planned = try PlannedSend.find(db, key) else { return false }
        return planned.failedAt == nil
    }

    /// Returns a person's unfinished notices, the one that was changed last first.
    package static func unfinished(_ db: Database, of person: Int64, limit: Int = 20) throws -> [Unfinished] {
        let request: SQLRequest<Unfinished> = """
            SELECT key, subject, substr(body, 1, 200) AS beginning, changedAt, failure,
                (SELECT count(*) FROM draftFirm WHERE draftFirm.draftKey = draft.key) AS firmCount
            FROM draft LEFT JOIN plannedSend ON plannedSend.draftKey = draft.key
            WHERE personId = \(person) AND broadcastId IS NULL AND (plannedSend.draftKey IS NULL OR failedAt IS NOT NULL)
                AND (subject <> '' OR body <> ''
                    OR EXISTS (SELECT 1 FROM draftFirmFile WHERE draftFirmFile.draftKey = draft.key))
            ORDER BY changedAt DESC LIMIT \(limit)
            """
        return try request.fetchAll(db)
    }

    /// Throws a person's own draft away. One that is on its way stays.
    package static func remove(_ db: Database, _ key: String, of person: Int64) throws {
        let draft = try find(db, key, of: person)
        if try draft.isOnItsWay(db) { return }
        try db.execute(sql: "DELETE FROM plannedSend WHERE draftKey = ?", arguments: [key])
        try db.execute(sql: "DELETE FROM draft WHERE key = ?", arguments: [key])
    }

    /// Deletes the drafts that nobody has changed for a month, sent or not. One that is on its way stays.
    package static func sweep(_ db: Database, at now: Date) throws {
        let last = now.addingTimeInterval(-TimeInterval(keptDays) * 24 * 3600).milliseconds
        try db.execute(
            sql: """
                DELETE FROM plannedSend WHERE failedAt IS NOT NULL
                    AND draftKey IN (SELECT key FROM draft WHERE changedAt < ?)
                """, arguments: [last])
        try db.execute(
            sql: "DELETE FROM draft WHERE changedAt < ? AND key NOT IN (SELECT draftKey FROM plannedSend)",
            arguments: [last])
    }
}
