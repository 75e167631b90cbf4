import Dates
import Foundation
import GRDB

extension PlannedSend {
    /// Returns when the next send is due; `nil` when none is planned.
    package static func nextDue(_ db: Database) throws -> Date? {
        try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT min(dueAt) FROM plannedSend WHERE failedAt IS NULL")
        ).map(Date.init(milliseconds:))
    }

    /// Posts the send that has been due for the longest, all in the given transaction.
    /// - Returns: whether one was due.
    package static func goNext(_ db: Database, at now: Date) throws -> Bool {
        let planned = try PlannedSend.fetchOne(
            db,
            sql: """
                SELECT * FROM plannedSend WHERE failedAt IS NULL AND dueAt <= ? ORDER BY dueAt, draftKey LIMIT 1
                """,
            arguments: [now.milliseconds])
        guard let planned else { return false }
        _ = try planned.go(db, at: now)
        return true
    }

    /// Posts it, after what may have changed since the order was looked at again. A firm that may not get it any more, or
    /// would get other printouts, is left out and stands in the report with the reason.
    /// - Returns: the notice; `nil` when nothing could be sent, which the sender is told.
    func go(_ db: Database, at now: Date) throws -> Broadcast? {
        guard let draft = try Draft.fetchOne(db, sql: "SELECT * FROM draft WHERE key = ?", arguments: [draftKey]),
            let day = try Office.find(db)?.today(at: now)
        else { throw NotFound() }
        guard let scope = try Staff.scope(db, of: draft.personId, on: day) else {
            return try fail(db, draft, .noRight, at: now)
        }
        if let last = draft.expiresOn, last < day { return try fail(db, draft, .expired, at: now) }
        guard try draft.lostFiles(db).isEmpty else { return try fail(db, draft, .filesLost, at: now) }
        let leftOut = try LeftOut(db, self, draft, in: scope)
        if leftOut.isAll { return try fail(db, draft, .wrongFiles, at: now) }
        if leftOut.going.isEmpty { return try fail(db, draft, .nobody, at: now) }
        let sent = try Broadcast.post(db, draft, leftOut, on: day, at: now)
        try WrongFiles.check(
            db, draft.wrongFiles(db, in: scope).flatMap { $0.name == rightFiles ? $0 : nil }, right: rightFiles,
            by: draft.personId, subject: sent.topic, at: now)
        try db.execute(sql: "DELETE FROM plannedSend WHERE draftKey = ?", arguments: [draftKey])
        try LiveChanges.record(db, about: ["sends"], people: "SELECT \(draft.personId) AS personId")
        return sent
    }

    private func fail(_ db: Database, _ draft: Draft, _ failure: Failure, at now: Date) throws -> Broadcast? {
        try db.execute(
            sql: "UPDATE plannedSend SET failedAt = ?, failure = ? WHERE draftKey = ?",
            arguments: [now.milliseconds, failure, draftKey])
        try AuditEvent.write(
            db, .sendFailed, by: draft.personId, ["subject": draft.subject, "reason": failure.rawValue], at: now)
        try LiveChanges.record(db, about: ["sends"], people: "SELECT \(draft.personId) AS personId")
        return nil
    }
}

/// Who of the firms of a planned send still gets it when it is due, and why others do not.
struct LeftOut {
    /// The firms that get nothing, with the reason: those known when the send was ordered, and those found now.
    private(set) var skipped: [Int64: DraftCheck.Skip]
    private(set) var going: Set<Int64>
    /// The printouts of each firm that the sender was shown.
    let printouts: [Int64: [Int64]]
    let hasPrintouts: Bool
    /// Whether a file that goes to every firm looks like another firm's, so that nobody may get it.
    private(set) var isAll = false

    init(_ db: Database, _ planned: PlannedSend, _ draft: Draft, in scope: FirmScope) throws {
        let known = try SQLRequest<Row>("SELECT firmId, reason FROM plannedSkip WHERE draftKey = \(draft.key)")
            .fetchAll(db)
        skipped = Dictionary(uniqueKeysWithValues: known.map { ($0[0], $0[1]) })
        going = Set(try draft.firmIds(db)).subtracting(skipped.keys)
        let rows = try SQLRequest<Row>(
            "SELECT firmId, printoutId FROM plannedPrintout WHERE draftKey = \(draft.key) ORDER BY firmId, printoutId"
        ).fetchAll(db)
        printouts = Dictionary(grouping: rows) { $0[0] as Int64 }.mapValues { $0.map { $0[1] } }
        let recipients = try DraftRecipients(db, draft, scope, need: .nothing)
        hasPrintouts = recipients.printoutsByFirm != nil
        for firm in try recipients.skipped(db) { leave(firm.firmId, firm.reason) }
        if let now = recipients.printoutsByFirm {
            for firm in going where (now.gets[firm] ?? []) != (printouts[firm] ?? []) { leave(firm, .newerPrintout) }
        }
        if let wrong = try draft.wrongFiles(db, in: scope), wrong.name != planned.rightFiles {
            try leave(db, wrong, draft)
        }
    }

    private mutating func leave(_ firm: Int64, _ reason: DraftCheck.Skip) {
        if going.remove(firm) != nil { skipped[firm] = reason }
    }

    /// Leaves out the firms whose own files look like another firm's by now.
    private mutating func leave(_ db: Database, _ wrong: WrongFiles, _ draft: Draft) throws {
        for file in wrong.files {
            let firm = try Int64.fetchOne(
                db, sql: "SELECT firmId FROM draftFirmFile WHERE draftKey = ? AND fileId = ?",
                arguments: [draft.key, file.fileId])
            if let firm { leave(firm, .wrongFile) } else { isAll = true }
        }
    }
}
