import Dates
import Foundation
import GRDB

/// A send of a draft to many firms that has been ordered and not yet gone. Nothing else of it exists until it is due, so
/// that it can be undone without a trace at any client.
package struct PlannedSend: OfficeRecord {
    /// Why nothing was sent when it was due.
    package enum Failure: String, Codable, CaseIterable, Sendable, DatabaseValueConvertible {
        /// The last day of the notice was over, as after a long stop of the program.
        case expired
        case filesLost, wrongFiles
        /// Every firm had to be left out.
        case nobody
        /// The sender no longer belongs to the office.
        case noRight
    }

    package let draftKey: String
    package let orderedAt: Date
    package let dueAt: Date
    /// The number of firms that would get it when it was ordered.
    package let firmCount: Int
    /// The `WrongFiles.name` that the sender has confirmed.
    let rightFiles: String?
    package let failedAt: Date?
    package let failure: Failure?
}

/// What the check page showed, and what the sender confirmed there.
package struct CheckedSend: Sendable {
    /// The number of firms that would get the notice.
    package let expected: Int
    /// The `DraftCheck.fingerprint`. Required for a notice with printouts, which are looked up now, and for one with a
    /// separate file for each firm, which another tab may have changed.
    package let fingerprint: String?
    /// Excludes the firms that have fewer of the printouts.
    package let need: PrintoutNeed
    /// The `WrongFiles.name` that the sender has confirmed.
    package let right: String?
    /// Keys of files to send although their text could not be read.
    package let uncheckable: Set<String>

    package init(
        expecting expected: Int, fingerprint: String? = nil, need: PrintoutNeed = .any, right: String? = nil,
        uncheckable: Set<String> = []
    ) {
        self.expected = expected
        self.fingerprint = fingerprint
        self.need = need
        self.right = right
        self.uncheckable = uncheckable
    }
}

/// Thrown when files of a draft were declared lost after they were added.
package struct FilesLost: Error {}

/// Thrown when the firms that would get the notice, or their printouts, differ from those that the check page showed.
package struct AudienceChanged: Error {}

extension PlannedSend {
    /// Orders the send of a draft that was not sent before. A repeated submission returns the first order; one that
    /// failed is ordered again.
    /// - Parameter seconds: how long it can be undone.
    /// - Throws: `WrongFiles`; `FilesLost`; `AudienceChanged` when the page showed something else than would be sent
    ///   now; `Invalid` for a draft without text, and naming `files` while one waits to be read; `NoticeExpired` when
    ///   its last day is over.
    package static func order(
        _ db: Database, _ draft: Draft, _ checked: CheckedSend, undo seconds: Int, in scope: FirmScope, at now: Date
    ) throws -> PlannedSend {
        if let planned = try find(db, draft.key), planned.failedAt == nil { return planned }
        let draft = try Draft.find(db, draft.key, of: draft.personId)
        try draft.checkContents(db, at: now)
        guard try draft.lostFiles(db).isEmpty else { throw FilesLost() }
        let recipients = try DraftRecipients(db, draft, scope, need: checked.need)
        let skipped = try recipients.skipped(db)
        let firms = Set(try draft.firmIds(db)).subtracting(skipped.map(\.firmId))
        let isPromised =
            checked.fingerprint.map { $0 == recipients.fingerprint(of: firms) }
            ?? (recipients.printoutsByFirm == nil && !recipients.hasFilesByFirm)
        guard firms.count == checked.expected, firms.count > 0, isPromised else { throw AudienceChanged() }
        try draft.checkFilesAreRead(db, except: checked.uncheckable)
        if let wrong = try draft.wrongFiles(db, in: scope), wrong.name != checked.right { throw wrong }
        try db.execute(sql: "DELETE FROM plannedSend WHERE draftKey = ?", arguments: [draft.key])
        let planned = PlannedSend(
            draftKey: draft.key, orderedAt: now, dueAt: now.addingTimeInterval(TimeInterval(seconds)),
            firmCount: firms.count, rightFiles: checked.right, failedAt: nil, failure: nil)
        try planned.insert(db)
        try planned.keep(db, skipped, recipients.printoutsByFirm?.gets.filter { firms.contains($0.key) } ?? [:])
        return planned
    }

    private func keep(_ db: Database, _ skipped: [DraftCheck.Skipped], _ printouts: [Int64: [Int64]]) throws {
        let skip = try db.makeStatement(sql: "INSERT INTO plannedSkip VALUES (?, ?, ?)")
        for firm in skipped { try skip.execute(arguments: [draftKey, firm.firmId, firm.reason]) }
        let printout = try db.makeStatement(sql: "INSERT INTO plannedPrintout VALUES (?, ?, ?)")
        for (firm, ids) in printouts {
            for id in ids { try printout.execute(arguments: [draftKey, firm, id]) }
        }
    }

    /// Returns the planned send of a draft, also one that failed.
    package static func find(_ db: Database, _ key: String) throws -> PlannedSend? {
        try PlannedSend.fetchOne(
            db.cachedStatement(sql: "SELECT * FROM plannedSend WHERE draftKey = ?"), arguments: [key])
    }

    /// Undoes a person's own send before it goes. The draft stays as it was.
    /// - Returns: whether there was still something to undo.
    package static func undo(_ db: Database, _ key: String, by person: Int64, at now: Date) throws -> Bool {
        let draft = try Draft.find(db, key, of: person)
        try db.execute(sql: "DELETE FROM plannedSend WHERE draftKey = ?", arguments: [key])
        guard db.changesCount > 0 else { return false }
        try AuditEvent.write(db, .sendUndone, by: person, ["subject": draft.subject], at: now)
        try LiveChanges.record(db, about: ["sends"], people: "SELECT \(person) AS personId")
        return true
    }
}
