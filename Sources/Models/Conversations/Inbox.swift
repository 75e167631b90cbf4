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
        package let lastAuthorId: Int64
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
            lastAuthorId = row[12]
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
    ///   - except: conversations that are listed elsewhere, unless they are unread.
    ///   - known: the person's unread messages, if already fetched.
    package static func fetch(
        _ db: Database, of person: Int64, firm: Int64? = nil, after: Int64? = nil, limit: Int = pageSize,
        except listed: [Int64] = [], unread known: Unread.OfClient? = nil
    ) throws -> Inbox {
        let scope = scope(person, firm)
        let waiting = try (known ?? Unread.ofClient(db, person)).conversations.filter {
            firm == nil || $0.firmId == firm
        }
        // Unread conversations above the limit are listed among the others.
        let first = waiting.prefix(unreadLimit).map(\.id)
        let others = others(person, scope, except: first + listed, after, limit + 1)
        let counts = Dictionary(uniqueKeysWithValues: waiting.map { ($0.id, $0.count) })
        let found = try rows(db, after == nil ? first : [], others, counts)
        let isFirst = Set(first)
        let older = found.filter { !isFirst.contains($0.id) }
        return Inbox(
            unread: found.filter { isFirst.contains($0.id) }, read: Array(older.prefix(limit)),
            hasOlder: older.count > limit)
    }

    private static func scope(_ person: Int64, _ firm: Int64?) -> SQL {
        let scope = FirmScope.member(person).containsConversation("conversation")
        return firm.map { "\(scope) AND conversation.firmId = \($0)" } ?? scope
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
                    (SELECT expiresOn FROM broadcast WHERE broadcast.id = broadcastId), message.personId
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

extension Inbox {
    /// What a client's first page lists, each conversation once.
    package struct FirstPage: Sendable {
        package let unread: [Entry]
        /// Those in which the client wrote and the office has not answered yet.
        package let asked: [Entry]
        /// The latest of the others.
        package let earlier: [Entry]

        package init(unread: [Entry], asked: [Entry], earlier: [Entry]) {
            (self.unread, self.asked, self.earlier) = (unread, asked, earlier)
        }
    }

    private static let askedLimit = 20
    private static let earlierCount = 5

    /// - Parameter known: the person's unread messages, if already fetched.
    package static func firstPage(
        _ db: Database, of person: Int64, firm: Int64?, unread known: Unread.OfClient? = nil
    ) throws -> FirstPage {
        let ids = try SQLRequest<Int64>(literal: asked(scope(person, firm)), cached: true).fetchAll(db)
        let inbox = try fetch(db, of: person, firm: firm, limit: earlierCount, except: ids, unread: known)
        let asked = try ids.isEmpty ? [] : rows(db, ids, "SELECT NULL AS id WHERE FALSE", [:])
        let unread = Set(inbox.unread.map(\.id))
        return FirstPage(
            unread: inbox.unread, asked: asked.filter { !unread.contains($0.id) }, earlier: inbox.read)
    }

    /// A query of their ids. The plus keeps SQLite from walking through the questions of the whole office in the order of
    /// their time.
    static func asked(_ scope: SQL) -> SQL {
        """
        SELECT id FROM conversation WHERE waitingSince IS NOT NULL AND \(scope)
        ORDER BY +lastMessageAt DESC LIMIT \(askedLimit)
        """
    }
}
