import Dates
import Foundation
import GRDB

extension Questions {
    /// A row of the list: one conversation.
    package struct Question: StoredRow {
        package let id: Int64
        package let firmName: String
        package let subject: String
        package let broadcastId: Int64?
        package let lastMessageAt: Date
        package let lastSide: Message.Side
        package let lastAuthor: String
        /// The id of the preview's content, which never changes.
        package let contentId: Int64
        package let preview: String
        package let waitingSince: Date?
        package let handledBy: String?
        /// The name of the colleague to whom it was handed over, if any.
        package let holder: String?
        package let isUnread: Bool
        package let readers: Int
        package let isPayroll: Bool
    }

    /// Returns the rows of conversations, keyed by their ids.
    func questions(_ db: Database, _ ids: [Int64]) throws -> [Int64: Question] {
        if ids.isEmpty { return [:] }
        let request = SQLRequest<Question>(
            literal: """
                SELECT conversation.id, firm.name AS firmName, subject, broadcastId, lastMessageAt, waitingSince,
                    isPayroll, message.side AS lastSide, person.name AS lastAuthor, message.contentId,
                    substr(content.body, 1, 400) AS preview,
                    (SELECT handler.name FROM handling JOIN person AS handler ON handler.id = handling.personId
                        WHERE handling.conversationId = conversation.id) AS handledBy,
                    (SELECT taker.name FROM handOver JOIN person AS taker ON taker.id = toId
                        WHERE handOver.conversationId = conversation.id AND endedAt IS NULL
                        AND toId IN (\(FirmScope.staff(of: "conversation.firmId", on: day)))) AS holder,
                    EXISTS (SELECT 1 FROM unread WHERE unread.conversationId = conversation.id
                        AND unread.personId = \(person) AND unread.side = 'client') AS isUnread,
                    (SELECT count(*) FROM readReceipt WHERE readReceipt.messageId = message.id) AS readers
                FROM conversation JOIN firm ON firm.id = conversation.firmId
                JOIN message ON message.id = lastMessageId JOIN person ON person.id = message.personId
                JOIN content ON content.id = message.contentId
                WHERE conversation.id IN \(SQL.list(ids))
                """, cached: true)
        return Dictionary(uniqueKeysWithValues: try request.fetchAll(db).map { ($0.id, $0) })
    }
}
