import Dates
import Foundation
import GRDB

/// A client's conversations: unread ones first, then the others, each by their last message.
package struct Inbox: Sendable {
    package struct Entry: Sendable {
        package let id: Int64
        package let firmId: Int64
        package let firmName: String
        package let subject: String
        package let lastMessageAt: Date
        package let lastSide: Message.Side
        package let lastAuthor: String
        /// The id of the preview's content, which never changes.
        package let contentId: Int64
        package let preview: String
        /// The number of attachments and printouts of the last message.
        package let fileCount: Int
        package let unread: Int
        package let isPayroll: Bool
        /// The last day of the notice that the conversation began with.
        package let expiresOn: Day?

        /// Decodes by hand and by column position: a list has dozens of rows, and decoding costs more than the query.
        fileprivate init(_ row: GRDB.Row, unread: Int) {
            id = row[0]
            firmId = row[1]
            firmName = row[2]
            subject = row[3]
            lastMessageAt = Date(milliseconds: row[4])
            isPayroll = row[5]
            lastSide = row[6]
            lastAuthor = row[7]
            contentId = row[8]
            preview = row[9]
            fileCount = row[10]
            expiresOn = row[11]
            self.unread = unread
        }
    }

    package let unread: [Entry]
    package let read: [Entry]
    package let hasOlder: Bool

    package static let pageSize = 25
    private static let unreadLimit = 50

    /// - Parameters:
    ///   - after: the last conversation of the page before.
    ///   - limit: how many of the others to return, besides the unread ones.
    ///   - known: the person's unread messages, if already fetched.
    package static func fetch(
        _ db: Database, of person: Int64, firm: Int64? = nil, after: Int64? = nil, limit: Int = pageSize,
        unread known: Unread.OfClient? = nil
    ) throws -> Inbox {
        var scope = FirmScope.member(person).containsConversation("conversation")
        if let firm { scope = "\(scope) AND conversation.firmId = \(firm)" }
        let waiting = try (known ?? Unread.ofClient(db, person)).conversations.filter {
            firm == nil || $0.firmId == firm
        }
        // Unread conversations above the limit are listed among the others.
        let first = waiting.prefix(unreadLimit).map(\.id)
        let others = others(person, scope, except: first, after, limit + 1)
        let counts = Dictionary(uniqueKeysWithValues: waiting.map { ($0.id, $0.count) })
        let found = try rows(db, after == nil ? first : [], others, counts)
        let isFirst = Set(first)
        let older = found.filter { !isFirst.contains($0.id) }
        return Inbox(
            unread: found.filter { isFirst.contains($0.id) }, read: Array(older.prefix(limit)),
            hasOlder: older.count > limit)
    }

    /// Returns the ids of the others besides the unread ones at the top, the latest first.
    private static func others(
        _ person: Int64, _ scope: SQL, except first: [Int64], _ after: Int64?, _ limit: Int
    ) -> SQL {
        var older: SQL = "TRUE"
        if let after {
            older = """
                (lastMessageAt, id) < (SELECT mark.lastMessageAt, mark.id FROM conversation AS mark
                    WHERE mark.id = \(after) AND \(FirmScope.member(person).containsConversation("mark")))
                """
        }
        return """
            SELECT id FROM conversation WHERE \(scope) AND \(older) AND id NOT IN \(SQL.list(first))
            ORDER BY lastMessageAt DESC, id DESC LIMIT \(limit)
            """
    }

    /// Returns the rows of conversations given by ids and of those that a query selects, the latest first.
    private static func rows(
        _ db: Database, _ ids: [Int64], _ others: SQL, _ unread: [Int64: Int]
    ) throws -> [Entry] {
        let request = SQLRequest<GRDB.Row>(
            literal: """
                SELECT conversation.id, conversation.firmId, firm.name, subject, lastMessageAt, isPayroll,
                    message.side, person.name, message.contentId, substr(content.body, 1, 400),
                    CASE WHEN hasFiles THEN (SELECT count(*) FROM attachment
                        WHERE attachment.contentId = message.contentId) + (SELECT count(*) FROM messagePrintout
                        WHERE messageId = message.id) ELSE 0 END,
                    (SELECT expiresOn FROM broadcast WHERE broadcast.id = broadcastId)
                FROM conversation JOIN firm ON firm.id = conversation.firmId
                JOIN message ON message.id = lastMessageId JOIN person ON person.id = message.personId
                JOIN content ON content.id = message.contentId
                WHERE conversation.id IN (SELECT value FROM \(SQL.list(ids)) UNION ALL SELECT id FROM (\(others)))
                """, cached: true)
        let cursor = try request.fetchCursor(db)
        var rows: [Entry] = []
        while let row = try cursor.next() { rows.append(Entry(row, unread: unread[row[0]] ?? 0)) }
        return rows.sorted { ($0.lastMessageAt, $0.id) > ($1.lastMessageAt, $1.id) }
    }
}
