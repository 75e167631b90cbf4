import Dates
import Foundation
import GRDB

/// A message posted into one conversation or into ten thousand, with all consequences: each conversation's last message
/// and waiting time, unread marks, printouts, live changes. Messages are inserted here and nowhere else, with one
/// statement for each table, however many there are.
struct Posting {
    let kind: Message.Kind
    let side: Message.Side
    let author: Int64
    let at: Date
    /// Identifies the submitted form. Only a message to one conversation has one.
    var formKey: String?
    /// The printouts to send with it, keyed by firm.
    var printouts: [Int64: [Int64]] = [:]

    /// - Parameter threads: a query of conversations, each with the content of its message.
    /// - Returns: the id of the message; of several, that of the last.
    @discardableResult
    func post(_ db: Database, into threads: SQL, on day: Day) throws -> Int64 {
        try db.executeCached(
            """
            WITH thread (conversationId, contentId) AS (\(threads))
            INSERT INTO everyMessage
                (conversationId, firmId, contentId, personId, side, kind, sentAt, formKey, hasFiles)
            SELECT conversation.id, firmId, contentId, \(author), \(side), \(kind), \(at.milliseconds), \(formKey),
                EXISTS (SELECT 1 FROM attachment WHERE attachment.contentId = thread.contentId)
            FROM thread CROSS JOIN conversation ON conversation.id = conversationId
            """)
        let count = Int64(db.changesCount)
        guard count > 0 else { return 0 }
        let last = db.lastInsertedRowID
        // The ids of rows inserted by one statement are consecutive, because nothing else writes meanwhile.
        let posted: SQL = "message.id BETWEEN \(last - count + 1) AND \(last)"
        try markLast(db, posted)
        try settle(db, posted)
        try markUnread(db, posted, on: day)
        try attach(db, posted)
        try announce(db, posted, on: day)
        return last
    }

    /// Updates the last message and the waiting time. A client waits since the first message without an answer; only an
    /// answer ends that.
    private func markLast(_ db: Database, _ posted: SQL) throws {
        var changes: [SQL] = ["lastMessageId = message.id"]
        // A notice's conversations were created with its time; setting it again would update two indexes for each row.
        if kind != .notice { changes.append("lastMessageAt = \(at.milliseconds)") }
        if kind != .notice && kind != .reminder { changes.append("isNotice = FALSE") }
        switch (side, kind) {
        case (.client, _): changes.append("waitingSince = ifnull(waitingSince, \(at.milliseconds))")
        case (.office, .answer): changes.append("waitingSince = NULL")
        case (.office, _): break
        }
        try db.executeCached(
            """
            UPDATE everyConversation SET \(changes.joined(separator: ", "))
            FROM message WHERE \(posted) AND everyConversation.id = message.conversationId
            """)
    }

    /// One colleague's answer marks the client's messages as read for all of them. A client's message reopens a handled
    /// question.
    private func settle(_ db: Database, _ posted: SQL) throws {
        let conversations: SQL = "conversationId IN (SELECT message.conversationId FROM message WHERE \(posted))"
        switch (side, kind) {
        case (.client, _): try db.executeCached("DELETE FROM handling WHERE \(conversations)")
        case (.office, .answer): try db.executeCached("DELETE FROM unread WHERE \(conversations) AND side = 'client'")
        case (.office, _): break
        }
    }

    /// Marks the messages unread for everyone of the other side who may see them.
    private func markUnread(_ db: Database, _ posted: SQL, on day: Day) throws {
        let (person, people): (SQL, SQL) =
            switch side {
            case .office: ("reader.personId", "reader ON \(FirmScope.readsConversation)")
            case .client: ("staff.personId", FirmScope.colleagues(on: "\(day)"))
            }
        try db.executeCached(
            """
            INSERT INTO unread (personId, messageId, conversationId, firmId, side)
            SELECT \(person), message.id, conversation.id, conversation.firmId, message.side
            FROM message CROSS JOIN conversation ON conversation.id = message.conversationId CROSS JOIN \(people)
            WHERE \(posted) AND \(person) <> \(author)
            """)
    }

    private func attach(_ db: Database, _ posted: SQL) throws {
        if printouts.isEmpty { return }
        let pairs = printouts.flatMap { firm, ids in ids.map { (firm, $0) } }
        try db.executeCached(
            """
            WITH gets (firmId, printoutId) AS (\(SQL.pairs(pairs)))
            INSERT INTO messagePrintout (messageId, printoutId)
            SELECT message.id, printoutId FROM gets CROSS JOIN message ON message.firmId = gets.firmId AND \(posted)
            """)
        try Self.countPrintouts(db, posted)
    }

    /// Sets `hasFiles` on messages that were sent with printouts.
    /// - Parameter messages: a condition over a row of `message`.
    static func countPrintouts(_ db: Database, _ messages: SQL) throws {
        try db.executeCached(
            """
            UPDATE everyMessage AS message SET hasFiles = TRUE WHERE \(messages) AND NOT hasFiles
                AND EXISTS (SELECT 1 FROM messagePrintout WHERE messageId = message.id)
            """)
    }

    /// Tells the open pages of all who may see the conversation. Of a message to many firms only the lists are told: an
    /// event for each of thousands of conversations would flood each colleague's stream.
    private func announce(_ db: Database, _ posted: SQL, on day: Day) throws {
        switch kind {
        case .message, .answer:
            try LiveChanges.record(
                db, conversations: "SELECT conversationId FROM message WHERE \(posted)", on: day)
        case .notice, .reminder, .amounts, .documents, .text:
            let people: SQL = """
                SELECT unread.personId FROM message JOIN unread ON unread.conversationId = message.conversationId
                    AND unread.messageId = message.id WHERE \(posted)
                """
            try LiveChanges.record(db, about: ["inbox"], people: people)
            try LiveChanges.record(db, about: ["questions", "firms"], people: "SELECT personId FROM staff")
        }
    }
}
