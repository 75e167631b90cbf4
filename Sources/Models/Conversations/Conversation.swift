import Dates
import Foundation
import GRDB

/// A private thread of one firm with the office.
package struct Conversation: OfficeRecord {
    package let id: Int64
    package let firmId: Int64
    package let subject: String
    package let broadcastId: Int64?
    package let startedAt: Date
    package let startedBy: Int64
    package let lastMessageId: Int64
    package let lastMessageAt: Date
    /// Since when a client's message waits for an answer; `nil` when none does.
    package let waitingSince: Date?
    /// Whether it is visible only to people of the firm with the right to payroll.
    package let isPayroll: Bool

    /// When its last message was withdrawn; `nil` when it stands.
    package let withdrawnAt: Date?

    /// The topic of its live changes, to which its pages subscribe.
    package var topic: String { "conversation/\(id)" }

    /// Decodes by hand for speed: every page of a conversation, and every receipt, reads one.
    package init(row: Row) throws {
        id = row["id"]
        firmId = row["firmId"]
        subject = row["subject"]
        broadcastId = row["broadcastId"]
        startedAt = Date(milliseconds: row["startedAt"])
        startedBy = row["startedBy"]
        lastMessageId = row["lastMessageId"]
        lastMessageAt = Date(milliseconds: row["lastMessageAt"])
        waitingSince = Date.stored(row["waitingSince"])
        isPayroll = row["isPayroll"]
        withdrawnAt = Date.stored(row["withdrawnAt"])
    }
}

extension Conversation {
    /// Finds a conversation of the scope.
    /// - Throws: `NotFound` when there is none, and likewise when it is outside the scope.
    package static func find(_ db: Database, _ id: Int64, in scope: FirmScope) throws -> Conversation {
        let request = SQLRequest<Conversation>(
            literal: """
                SELECT * FROM conversation WHERE id = \(id) AND \(scope.containsConversation("conversation"))
                """, cached: true)
        guard let conversation = try request.fetchOne(db) else { throw NotFound() }
        return conversation
    }

    /// Finds a conversation of the scope for the office, also one that was withdrawn.
    /// - Throws: `NotFound` as ``find(_:_:in:)``.
    package static func findEvery(_ db: Database, _ id: Int64, in scope: FirmScope) throws -> Conversation {
        let request: SQLRequest<Conversation> = """
            SELECT * FROM everyConversation WHERE id = \(id) AND \(scope.containsConversation("everyConversation"))
            """
        guard let conversation = try request.fetchOne(db) else { throw NotFound() }
        return conversation
    }

    /// Starts a client's question. A repeated submission of the form returns the first one.
    /// - Parameter isPayroll: makes it visible only to people of the firm with the right to payroll.
    /// - Throws: `Invalid` naming `subject`, `body`, `files`, or `payroll` when the person has no such right.
    package static func ask(
        _ db: Database, _ subject: TypedLine, _ content: NewContent, firm: Firm, isPayroll: Bool = false,
        by person: Int64, on day: Day, at now: Date
    ) throws -> Conversation {
        let (line, subject) = (subject, subject.text)
        if let sent = try content.sentBefore(db, by: person), sent.subject == subject, sent.firmId == firm.id {
            return sent
        }
        var invalid = content.problems()
        Subject.check(subject, into: &invalid)
        if isPayroll, try !Membership.payrollFirms(db, of: person).contains(firm.id) {
            invalid.add("payroll", "errors.payrollRight")
        }
        if firm.isClosed { invalid.add("firm", "errors.firmClosed") }
        try invalid.check()
        let contentId = try content.insert(db, subject: line, by: person, to: firm.id)
        let conversation = try open(db, subject, isPayroll: isPayroll, firm: firm, by: person, at: now)
        let message = try conversation.append(
            db, contentId, key: content.freeKey(db, by: person), by: person, side: .client, kind: .message, on: day,
            at: now)
        try AuditEvent.write(
            db, .questionAsked, by: person, firm: firm.id, subject: conversation.topic,
            PostedFiles.facts(db, message: message), at: now)
        return try find(db, conversation.id, in: .wholeOffice)
    }

    /// Starts a conversation of the office with one firm. A repeated submission of the form returns the first one.
    /// - Throws: `Invalid` naming `subject`, `body`, `files` (also while one waits to be read), `printouts` when the
    ///   firm has none of them or others than were shown, or `firm` when nobody there may read it; `WrongFiles`.
    package static func start(
        _ db: Database, _ subject: TypedLine, _ content: NewContent, isPayroll: Bool = false, firm: Firm,
        by person: Int64, on day: Day, at now: Date
    ) throws -> Conversation {
        let (line, subject) = (subject, subject.text)
        if let sent = try content.sentBefore(db, by: person), sent.subject == subject, sent.firmId == firm.id {
            return sent
        }
        var invalid = content.problems()
        Subject.check(subject, into: &invalid)
        if firm.closedAt != nil { invalid.add("firm", "errors.writesToClosedFirm") }
        try invalid.check()
        let conversation = try open(db, subject, isPayroll: isPayroll, firm: firm, by: person, at: now)
        guard try conversation.hasReaders(db) else {
            throw Invalid("firm", isPayroll ? "errors.nobodyReadsPayroll" : "errors.nobodyReads")
        }
        let contentId = try content.insert(db, subject: line, by: person, to: firm.id)
        try content.checkFiles(db, to: firm.id, by: person, subject: conversation.topic, on: day, at: now)
        let message = try conversation.append(
            db, contentId, key: content.freeKey(db, by: person), by: person, side: .office, kind: .message,
            printouts: conversation.printouts(db, for: content), on: day, at: now)
        try AuditEvent.write(
            db, .conversationStarted, by: person, firm: firm.id, subject: conversation.topic,
            PostedFiles.facts(db, message: message), at: now)
        return try find(db, conversation.id, in: .wholeOffice)
    }

    private static func open(
        _ db: Database, _ subject: String, isPayroll: Bool = false, firm: Firm, by person: Int64, at now: Date
    ) throws -> Conversation {
        try db.execute(
            sql: """
                INSERT INTO everyConversation (firmId, subject, startedAt, startedBy, lastMessageAt, isPayroll)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
            arguments: [firm.id, subject, now.milliseconds, person, now.milliseconds, isPayroll]
        )
        return try find(db, db.lastInsertedRowID, in: .wholeOffice)
    }

    private func hasReaders(_ db: Database) throws -> Bool {
        try SQLRequest<Bool>("SELECT EXISTS (\(FirmScope.readers(of: self)))").fetchOne(db) ?? false
    }

    /// Adds a message of either side, once for each form; the office's may carry printouts.
    /// - Throws: `Invalid` naming `body`, `files` (also while one of the office's waits to be read), or `printouts`
    ///   when the firm has none of them or others than were shown; `WrongFiles`.
    package func post(
        _ db: Database, _ content: NewContent, by person: Int64, side: Message.Side, on day: Day, at now: Date
    ) throws {
        if try content.sentBefore(db, by: person)?.id == id { return }
        if side == .client, try Firm.find(db, firmId, in: .wholeOffice).isClosed {
            throw Invalid("body", "errors.firmClosed")
        }
        let contentId = try content.insert(db, by: person, to: firmId)
        try content.checkFiles(db, to: firmId, by: person, subject: topic, on: day, at: now)
        let message = try append(
            db, contentId, key: content.freeKey(db, by: person), by: person, side: side, kind: .answer,
            printouts: side == .office ? printouts(db, for: content) : [:], on: day, at: now)
        try AuditEvent.write(
            db, .answered, by: person, firm: firmId, subject: topic, PostedFiles.facts(db, message: message), at: now)
    }

    /// - Returns: the message's id.
    private func append(
        _ db: Database, _ content: Int64, key: String?, by person: Int64, side: Message.Side, kind: Message.Kind,
        printouts: [Int64: [Int64]] = [:], on day: Day, at now: Date
    ) throws -> Int64 {
        let posting = Posting(kind: kind, side: side, author: person, at: now, formKey: key, printouts: printouts)
        return try posting.post(db, into: "VALUES (\(id), \(content))", on: day)
    }

    /// Returns the firm's chosen printouts, by firm, if they are still those that the sender was shown.
    private func printouts(_ db: Database, for content: NewContent) throws -> [Int64: [Int64]] {
        guard let choice = content.printouts else { return [:] }
        let printoutsByFirm = try PrintoutsByFirm(db, choice, isPayroll: isPayroll, for: "VALUES (\(firmId))")
        guard let found = printoutsByFirm.gets[firmId] else { throw Invalid("printouts", "errors.printoutsNone") }
        if let shown = content.shown, shown != Set(found) { throw Invalid("printouts", "errors.printoutsChanged") }
        return [firmId: found]
    }

    /// Tells the open pages of everyone who may see the conversation that it has changed.
    func announce(_ db: Database, on day: Day) throws { try LiveChanges.record(db, conversation: id, on: day) }
}
