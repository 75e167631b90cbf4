import Dates
import Foundation
import GRDB
import Secrets

/// A notice sent to many firms: a private conversation for each, with text and files stored once.
package struct Broadcast: OfficeRecord {
    package let id: Int64
    package let subject: String
    package let contentId: Int64
    package let personId: Int64
    package let sentAt: Date
    package let firmCount: Int
    package let isPayroll: Bool
    /// The last day of its validity, in the office's time zone.
    package let expiresOn: Day?
    /// The time when it stopped counting as unread, after that day.
    package let expiredAt: Date?
    /// Whether it was sent with printouts, of which each firm got its own.
    package let withPrintouts: Bool

    package var topic: String { "broadcast/\(id)" }
}

/// Thrown when files of a draft were declared lost after they were added.
package struct FilesLost: Error {}

/// Thrown when the firms that would get the notice, or their printouts, differ from those that the check page showed.
package struct AudienceChanged: Error {}

extension Broadcast {
    /// Sends a draft, all or nothing. A repeated submission returns the first broadcast.
    /// - Parameter expected: the number of firms that the check page showed.
    /// - Parameter fingerprint: the `DraftCheck.fingerprint` of the check page. Required for a notice with printouts,
    ///   which are looked up now, and for one with a separate file for each firm, which another tab may have changed.
    /// - Parameter need: excludes the firms that have fewer of the printouts.
    /// - Parameter right: the `WrongFiles.name` that the sender has confirmed.
    /// - Parameter uncheckable: keys of files to send although their text could not be read.
    /// - Throws: `WrongFiles`; `FilesLost`; `AudienceChanged` when the page showed something else than would be sent
    ///   now; `Invalid` for a draft without text, and naming `files` while one waits to be read; `NoticeExpired` when
    ///   its last day is over.
    package static func send(
        _ db: Database, _ draft: Draft, expecting expected: Int, fingerprint: String? = nil, need: PrintoutNeed = .any,
        right: String? = nil, uncheckable: Set<String> = [], in scope: FirmScope, at now: Date
    ) throws -> Broadcast {
        let draft = try Draft.find(db, draft.key, of: draft.personId)
        if let sent = draft.broadcastId { return try find(db, sent, by: nil) }
        let day = try check(db, draft, at: now)
        guard try draft.lostFiles(db).isEmpty else { throw FilesLost() }
        let recipients = try DraftRecipients(db, draft, scope, need: need)
        let skipped = try recipients.skipped(db)
        let firms = Set(try draft.firmIds(db)).subtracting(skipped.map(\.firmId))
        let count = firms.count
        let isPromised =
            fingerprint.map { $0 == recipients.fingerprint(of: firms) }
            ?? (recipients.printoutsByFirm == nil && !recipients.hasFilesByFirm)
        guard count == expected, count > 0, isPromised else { throw AudienceChanged() }
        try draft.checkFilesAreRead(db, except: uncheckable)
        let id = try insert(db, draft, firmCount: count, at: now)
        try WrongFiles.check(
            db, draft.wrongFiles(db, in: scope), right: right, by: draft.personId, subject: "broadcast/\(id)", at: now)
        for skip in skipped {
            try db.execute(
                sql: "INSERT INTO broadcastSkip VALUES (?, ?, ?)", arguments: [id, skip.firmId, skip.reason]
            )
        }
        try makeThreads(db, id, draft, at: now)
        let sent = try find(db, id, by: nil)
        let posting = Posting(
            kind: .notice, side: .office, author: draft.personId, at: now,
            printouts: recipients.printoutsByFirm?.gets ?? [:])
        try posting.post(db, into: sent.contents(db, of: draft), on: day)
        try db.execute(sql: "UPDATE draft SET broadcastId = ? WHERE key = ?", arguments: [id, draft.key])
        try AuditEvent.write(
            db, .broadcastSent, by: draft.personId, subject: sent.topic,
            sent.facts(db, draft, recipients, to: firms, skipped: skipped.count), at: now)
        return sent
    }

    /// Returns the facts for the journal: how many firms got it, and which printouts and files went to whom.
    private func facts(
        _ db: Database, _ draft: Draft, _ recipients: DraftRecipients, to firms: Set<Int64>, skipped: Int
    ) throws -> [String: String] {
        var facts = ["firms": "\(firms.count)", "skipped": "\(skipped)", "subject": subject]
        if let gets = recipients.printoutsByFirm?.gets {
            facts["printouts"] = "\(firms.reduce(0) { $0 + (gets[$1]?.count ?? 0) })"
            facts["without"] = "\(firms.subtracting(gets.keys).count)"
        }
        facts["byHand"] = try draft.filesGivenByHand(db)
        let papers = try PostedFiles.facts(
            db, broadcast: self, hasPrintouts: recipients.printoutsByFirm != nil, hasOwn: draft.hasFilesByFirm(db))
        return facts.merging(papers) { $1 }
    }

    /// Checks a draft again, which may be days old: it must have a text, and its last day must not be over.
    /// - Returns: the office's current day.
    private static func check(_ db: Database, _ draft: Draft, at now: Date) throws -> Day {
        guard let day = try Office.find(db)?.today(at: now) else { throw NotFound() }
        var invalid = NewContent.problems(of: draft.body)
        Subject.check(draft.subject, into: &invalid)
        try invalid.check()
        if let last = draft.expiresOn, last < day { throw NoticeExpired() }
        return day
    }

    private static func insert(_ db: Database, _ draft: Draft, firmCount: Int, at now: Date) throws -> Int64 {
        let files = try draft.files(db).map(\.id)
        let contentId = try draft.insertContent(db, fileIds: files)
        try db.execute(
            sql: """
                INSERT INTO broadcast
                    (subject, contentId, digest, personId, idempotencyKey, sentAt, firmCount, isPayroll, expiresOn,
                    withPrintouts)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                draft.subject, contentId, digest(draft.subject, draft.body), draft.personId, draft.key,
                now.milliseconds, firmCount, draft.isPayroll, draft.expiresOn,
                draft.printoutsFrom != nil,
            ]
        )
        return db.lastInsertedRowID
    }

    /// Inserts each firm's conversation.
    private static func makeThreads(_ db: Database, _ id: Int64, _ draft: Draft, at now: Date) throws {
        try db.execute(
            literal: """
                INSERT INTO conversation
                    (firmId, subject, broadcastId, startedAt, startedBy, lastMessageAt, isPayroll, isNotice)
                SELECT firmId, \(draft.subject), \(id), \(now.milliseconds), \(draft.personId), \(now.milliseconds),
                    \(draft.isPayroll), TRUE
                FROM draftFirm WHERE draftKey = \(draft.key)
                    AND firmId NOT IN (SELECT firmId FROM broadcastSkip WHERE broadcastId = \(id))
                """
        )
    }

    /// Returns a digest of subject and text, by which a notice sent twice is recognized.
    static func digest(_ subject: String, _ body: String) -> Data {
        SHA256Digest.of(Data("\(subject)\n\(body)".utf8))
    }

    /// Finds a broadcast. With a `sender` (anyone but the head), only one of that person's own.
    package static func find(_ db: Database, _ id: Int64, by sender: Int64?) throws -> Broadcast {
        guard
            let broadcast = try Broadcast.fetchOne(
                db, sql: "SELECT * FROM broadcast WHERE id = ? AND (? IS NULL OR personId = ?)",
                arguments: [id, sender, sender]
            )
        else { throw NotFound() }
        return broadcast
    }
}

extension Broadcast {
    /// The text and files that all its threads share.
    package struct Content: Sendable {
        package let body: String
        package let files: [MessageThread.File]
    }

    package func content(_ db: Database) throws -> Content {
        let body = try String.fetchOne(db, sql: "SELECT body FROM content WHERE id = ?", arguments: [contentId])
        guard let body else { throw NotFound() }
        return Content(body: body, files: try MessageThread.files(db, [contentId])[contentId] ?? [])
    }
}
