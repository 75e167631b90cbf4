import Foundation
import GRDB

/// A client's conversations: unread ones first, then the others by their last message.
package struct Inbox: Sendable {
    package struct Row: StoredRow {
        package let id: Int64
        package let firmId: Int64
        package let firmName: String
        package let subject: String
        package let lastMessageAt: Date
        package let lastSide: Message.Side
        package let lastAuthor: String
        /// Whose text the preview is; a content never changes.
        package let contentId: Int64
        package let preview: String
        package let fileCount: Int
        package let unread: Int
        package let isPayroll: Bool
        /// The last day of the notice that the conversation began with.
        package let expiresOn: Day?

        /// By hand: a list has dozens of them, and decoding costs more than the query.
        package init(row: GRDB.Row) throws {
            id = row["id"]
            firmId = row["firmId"]
            firmName = row["firmName"]
            subject = row["subject"]
            lastMessageAt = Date(milliseconds: row["lastMessageAt"])
            lastSide = row["lastSide"]
            lastAuthor = row["lastAuthor"]
            contentId = row["contentId"]
            preview = row["preview"]
            fileCount = row["fileCount"]
            unread = row["unread"]
            isPayroll = row["isPayroll"]
            expiresOn = row["expiresOn"]
        }
    }

    package let unread: [Row]
    package let read: [Row]
    package let hasOlder: Bool

    package static let pageSize = 25

    /// - Parameters:
    ///   - after: the conversation that was the last one of the page before.
    ///   - limit: how many of the others, beside those unread.
    package static func fetch(
        _ db: Database, of person: Int64, firm: Int64? = nil, after: Int64? = nil, limit: Int = pageSize
    ) throws -> Inbox {
        var scope = FirmScope.member(person).containsConversation("conversation")
        if let firm { scope = "\(scope) AND conversation.firmId = \(firm)" }
        let first = try unreadIds(db, person, scope)
        let older = try otherIds(db, person, scope, except: first, after, limit + 1)
        return Inbox(
            unread: after == nil ? try rows(db, person, first) : [],
            read: try rows(db, person, Array(older.prefix(limit))), hasOlder: older.count > limit
        )
    }

    /// The unread ones that stand on top. Should there be more than fit there, the rest stands below.
    private static func unreadIds(_ db: Database, _ person: Int64, _ scope: SQL) throws -> [Int64] {
        let request = SQLRequest<Int64>(
            literal: """
                SELECT id FROM conversation WHERE \(scope) AND id IN
                    (SELECT conversationId FROM unread WHERE personId = \(person) AND side = 'office')
                ORDER BY lastMessageAt DESC, id DESC LIMIT 50
                """, cached: true)
        return try request.fetchAll(db)
    }

    private static func otherIds(
        _ db: Database, _ person: Int64, _ scope: SQL, except first: [Int64], _ after: Int64?,
        _ limit: Int
    ) throws -> [Int64] {
        var older: SQL = "TRUE"
        if let after {
            older = """
                (lastMessageAt, id) < (SELECT mark.lastMessageAt, mark.id FROM conversation AS mark
                    WHERE mark.id = \(after) AND \(FirmScope.member(person).containsConversation("mark")))
                """
        }
        let request = SQLRequest<Int64>(
            literal: """
                SELECT id FROM conversation WHERE \(scope) AND \(older) AND id NOT IN \(SQL.list(first))
                ORDER BY lastMessageAt DESC, id DESC LIMIT \(limit)
                """, cached: true)
        return try request.fetchAll(db)
    }

    private static func rows(_ db: Database, _ person: Int64, _ ids: [Int64]) throws -> [Row] {
        let request = SQLRequest<Row>(
            literal: """
                SELECT conversation.id, conversation.firmId, firm.name AS firmName, subject, lastMessageAt, isPayroll,
                    message.side AS lastSide, person.name AS lastAuthor, message.contentId,
                    substr(content.body, 1, 400) AS preview,
                    (SELECT count(*) FROM attachment WHERE attachment.contentId = message.contentId) AS fileCount,
                    (SELECT count(*) FROM unread WHERE unread.conversationId = conversation.id
                        AND unread.personId = \(person) AND unread.side = 'office') AS unread,
                    (SELECT expiresOn FROM broadcast WHERE broadcast.id = broadcastId) AS expiresOn
                FROM conversation JOIN firm ON firm.id = conversation.firmId
                JOIN message ON message.id = lastMessageId JOIN person ON person.id = message.personId
                JOIN content ON content.id = message.contentId
                WHERE conversation.id IN \(SQL.list(ids))
                """, cached: true)
        let byId = Dictionary(uniqueKeysWithValues: try request.fetchAll(db).map { ($0.id, $0) })
        return ids.compactMap { byId[$0] }
    }
}
