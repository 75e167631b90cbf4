import Dates
import Foundation
import GRDB

/// Thrown when somebody of the firm has read the message, taken a file of it or answered it, so that it cannot be
/// withdrawn any more.
package struct AlreadyRead: Error {}

/// Takes back messages of the office that nobody of the firm knows of yet. The client loses them with their files; the
/// office's pages of the conversation and of the firm keep them, with who withdrew them and when.
struct Withdrawal {
    let person: Int64
    let at: Date

    /// A condition over a row of `message`: nobody of the firm has read it, taken a file of it, or written after it.
    static let isUnknown: SQL = """
        (message.side = 'office' AND message.id NOT IN (SELECT messageId FROM readReceipt WHERE messageId = message.id)
            AND NOT EXISTS (SELECT 1 FROM download WHERE download.messageId = message.id
                AND personId NOT IN (SELECT personId FROM staff))
            AND NOT EXISTS (SELECT 1 FROM printoutDownload WHERE printoutDownload.messageId = message.id
                AND personId NOT IN (SELECT personId FROM staff))
            AND NOT EXISTS (SELECT 1 FROM message AS later WHERE later.conversationId = message.conversationId
                AND later.id > message.id AND later.side = 'client'))
        """

    /// Withdraws messages. A conversation without any other message is withdrawn with them.
    /// - Parameter messages: a condition over a row of `message`.
    func withdraw(_ db: Database, _ messages: SQL) throws {
        let ids = try SQLRequest<Int64>("SELECT id FROM message WHERE \(messages)").fetchAll(db)
        let conversations: SQL = "SELECT conversationId FROM everyMessage WHERE id IN \(SQL.list(ids))"
        try LiveChanges.record(
            db, about: ["inbox"], people: "SELECT personId FROM unread WHERE messageId IN \(SQL.list(ids))")
        try db.executeCached("DELETE FROM unread WHERE messageId IN \(SQL.list(ids))")
        try db.executeCached(
            """
            UPDATE everyMessage SET withdrawnAt = \(at.milliseconds), withdrawnBy = \(person)
            WHERE id IN \(SQL.list(ids))
            """)
        try db.executeCached(
            """
            UPDATE everyConversation SET lastMessageId = last.id, lastMessageAt = last.sentAt,
                waitingSince = \(Self.waitingSince)
            FROM message AS last WHERE everyConversation.id IN (\(conversations)) AND last.id =
                (SELECT max(id) FROM message WHERE conversationId = everyConversation.id)
            """)
        try db.executeCached(
            """
            UPDATE everyConversation SET withdrawnAt = \(at.milliseconds), waitingSince = NULL
            WHERE id IN (\(conversations)) AND NOT EXISTS
                (SELECT 1 FROM message WHERE message.conversationId = everyConversation.id)
            """)
    }

    /// A client whose question a withdrawn answer had settled waits again since the first message without an answer.
    private static let waitingSince: SQL = """
        CASE WHEN EXISTS (SELECT 1 FROM handling WHERE conversationId = everyConversation.id) THEN NULL ELSE
            (SELECT min(sentAt) FROM message AS asked WHERE asked.conversationId = everyConversation.id
                AND asked.side = 'client' AND asked.id > ifnull((SELECT max(id) FROM message AS answer
                    WHERE answer.conversationId = everyConversation.id AND answer.side = 'office'
                    AND answer.kind = 'answer'), 0)) END
        """
}

extension Conversation {
    /// Withdraws a message of the office that nobody of the firm has read.
    /// - Parameter sender: whose messages may be withdrawn; `nil` for those of everybody.
    /// - Throws: `NotFound` when there is no such message; `AlreadyRead`.
    package func withdraw(
        _ db: Database, message: Int64, sentBy sender: Int64?, by person: Int64, on day: Day, at now: Date
    ) throws {
        let found = try SQLRequest<Row>(
            """
            SELECT \(Withdrawal.isUnknown), contentId FROM message WHERE id = \(message) AND conversationId = \(id)
                AND side = 'office' AND (\(sender) IS NULL OR personId = \(sender))
            """
        ).fetchOne(db)
        guard let found else { throw NotFound() }
        guard found[0] else { throw AlreadyRead() }
        let papers = try PostedFiles.facts(db, message: message)
        try announce(db, on: day)
        try Withdrawal(person: person, at: now).withdraw(db, "message.id = \(message)")
        try AuditEvent.write(db, .withdrawn, by: person, firm: firmId, subject: "message/\(message)", papers, at: now)
    }
}
