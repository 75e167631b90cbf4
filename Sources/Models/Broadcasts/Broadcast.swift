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
    /// From how many of them it was withdrawn.
    package let withdrawnCount: Int
    package let isPayroll: Bool
    /// The last day of its validity, in the office's time zone.
    package let expiresOn: Day?
    /// The time when it stopped counting as unread, after that day.
    package let expiredAt: Date?
    /// Whether it was sent with printouts, of which each firm got its own.
    package let withPrintouts: Bool

    package var topic: String { "broadcast/\(id)" }
}

extension Broadcast {
    /// Sends a draft at once, all or nothing. A repeated submission returns the first broadcast.
    /// - Throws: as `PlannedSend.order`.
    package static func send(
        _ db: Database, _ draft: Draft, _ checked: CheckedSend, in scope: FirmScope, at now: Date
    ) throws -> Broadcast {
        let draft = try Draft.find(db, draft.key, of: draft.personId)
        if let sent = draft.broadcastId { return try find(db, sent, by: nil) }
        let planned = try PlannedSend.order(db, draft, checked, undo: 0, in: scope, at: now)
        guard let sent = try planned.go(db, at: now) else { throw AudienceChanged() }
        return sent
    }

    /// Inserts the notice with the conversations of all firms that get it.
    static func post(_ db: Database, _ draft: Draft, _ leftOut: LeftOut, on day: Day, at now: Date) throws -> Broadcast
    {
        let id = try insert(db, draft, firmCount: leftOut.going.count, at: now)
        let skip = try db.makeStatement(sql: "INSERT INTO broadcastSkip VALUES (?, ?, ?)")
        for (firm, reason) in leftOut.skipped { try skip.execute(arguments: [id, firm, reason]) }
        try makeThreads(db, id, draft, at: now)
        let sent = try find(db, id, by: nil)
        let posting = Posting(
            kind: .notice, side: .office, author: draft.personId, at: now,
            printouts: leftOut.printouts.filter { leftOut.going.contains($0.key) })
        try posting.post(db, into: sent.contents(db, of: draft), on: day)
        try db.execute(sql: "UPDATE draft SET broadcastId = ? WHERE key = ?", arguments: [id, draft.key])
        try AuditEvent.write(
            db, .broadcastSent, by: draft.personId, subject: sent.topic, sent.facts(db, draft, leftOut), at: now)
        return sent
    }

    /// Returns the facts for the journal: how many firms got it, and which printouts and files went to whom.
    private func facts(_ db: Database, _ draft: Draft, _ leftOut: LeftOut) throws -> [String: String] {
        let (firms, gets) = (leftOut.going, leftOut.printouts)
        var facts = ["firms": "\(firms.count)", "skipped": "\(leftOut.skipped.count)", "subject": subject]
        if leftOut.hasPrintouts {
            facts["printouts"] = "\(firms.reduce(0) { $0 + (gets[$1]?.count ?? 0) })"
            facts["without"] = "\(firms.subtracting(gets.keys).count)"
        }
        facts["byHand"] = try draft.filesGivenByHand(db)
        let papers = try PostedFiles.facts(
            db, broadcast: self, hasPrintouts: leftOut.hasPrintouts, hasOwn: draft.hasFilesByFirm(db))
        return facts.merging(papers) { $1 }
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
                INSERT INTO everyConversation
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
