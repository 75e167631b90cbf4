import Foundation
import GRDB

/// A page of a conversation: its messages in order, with files, readers and downloads.
package struct MessageThread: Sendable {
    package struct Entry: StoredRow {
        package let id: Int64
        package let contentId: Int64
        package let personId: Int64
        package let personName: String
        /// The digest of the author's photo.
        package let photo: String?
        package let side: Message.Side
        package let kind: Message.Kind
        package let sentAt: Date
        package let body: String
        /// Whether it is marked unread for the viewer.
        package let isUnread: Bool
        /// Whether the viewer has a receipt for it. A person who joined the firm later has neither mark nor receipt.
        package let isRead: Bool
        let hasFiles: Bool
        /// When it was withdrawn, and by whom. Only the office has such entries.
        package let withdrawnAt: Date?
        package let withdrawnBy: String?

        /// Decodes by hand, as in ``Inbox/Row``.
        package init(row: Row) throws {
            id = row["id"]
            contentId = row["contentId"]
            personId = row["personId"]
            personName = row["personName"]
            photo = row["photo"]
            side = row["side"]
            kind = row["kind"]
            sentAt = Date(milliseconds: row["sentAt"])
            body = row["body"]
            isUnread = row["isUnread"]
            isRead = row["isRead"]
            hasFiles = row["hasFiles"]
            withdrawnAt = Date.stored(row["withdrawnAt"])
            withdrawnBy = row["withdrawnBy"]
        }
    }

    package struct File: StoredRow {
        package let attachmentId: Int64
        package let contentId: Int64
        package let name: String
        package let kind: String
        package let size: Int64
        /// Whether its bytes were declared lost.
        package let isLost: Bool

        package init(row: Row) throws {
            attachmentId = row["attachmentId"]
            contentId = row["contentId"]
            name = row["name"]
            kind = row["kind"]
            size = row["size"]
            isLost = row["isLost"]
        }
    }

    /// A record that a person read a message, or downloaded one of its files.
    package struct Mark: StoredRow {
        package let messageId: Int64
        package let attachmentId: Int64?
        package let personId: Int64
        package let personName: String
        package let at: Date
        /// Whether the person works for the office.
        package let isStaff: Bool

        package init(row: Row) throws {
            messageId = row["messageId"]
            attachmentId = row["attachmentId"]
            personId = row["personId"]
            personName = row["personName"]
            at = Date(milliseconds: row["at"])
            isStaff = row["isStaff"]
        }
    }

    package let entries: [Entry]
    package let files: [Int64: [File]]
    package let receipts: [Int64: [Mark]]
    package let downloads: [Int64: [Mark]]
    package let printouts: [Int64: [SentPrintout]]
    /// Whether there are messages older than these.
    package let hasOlder: Bool

    package static let pageSize = 40

    /// Returns the newest messages of a conversation, or those before one, oldest first.
    /// - Parameter isOfOffice: whether the viewer works for the office and so may see who read what.
    package static func fetch(
        _ db: Database, _ conversation: Conversation, seenBy person: Int64, before: Int64? = nil, isOfOffice: Bool
    ) throws -> MessageThread {
        let newest = try Entry.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT message.id, contentId, message.personId, person.name AS personName, photo, side, kind, sentAt, body,
                        hasFiles, withdrawnAt,
                        (SELECT name FROM person AS other WHERE other.id = withdrawnBy) AS withdrawnBy, EXISTS (SELECT 1 FROM unread
                            WHERE unread.personId = ? AND unread.messageId = message.id) AS isUnread,
                        EXISTS (SELECT 1 FROM readReceipt WHERE readReceipt.messageId = message.id
                            AND readReceipt.personId = ?) AS isRead
                    FROM \(isOfOffice ? "everyMessage AS message" : "message")
                    JOIN person ON person.id = message.personId JOIN content ON content.id = contentId
                    LEFT JOIN staff ON staff.personId = message.personId
                    WHERE conversationId = ? AND message.id < ? ORDER BY message.id DESC LIMIT ?
                    """),
            arguments: [person, person, conversation.id, before ?? .max, pageSize + 1]
        )
        let entries = Array(newest.prefix(pageSize).reversed())
        let carriers = entries.filter(\.hasFiles)
        let ids = carriers.map(\.id)
        return MessageThread(
            entries: entries, files: try files(db, carriers.map(\.contentId)),
            receipts: isOfOffice ? try receipts(db, entries.map(\.id)) : [:], downloads: try downloads(db, ids),
            printouts: try SentPrintout.of(db, ids), hasOlder: newest.count > pageSize
        )
    }

    static func files(_ db: Database, _ contentIds: [Int64]) throws -> [Int64: [File]] {
        if contentIds.isEmpty { return [:] }
        let request = SQLRequest<File>(
            literal: """
                SELECT attachment.id AS attachmentId, contentId, name, kind, size,
                    \(LostFile.isDeclared("storedFile.id")) AS isLost
                FROM attachment JOIN storedFile ON storedFile.id = fileId
                WHERE contentId IN \(SQL.list(contentIds)) ORDER BY contentId, position
                """, cached: true)
        return Dictionary(grouping: try request.fetchAll(db), by: \.contentId)
    }

    static func receipts(_ db: Database, _ ids: [Int64]) throws -> [Int64: [Mark]] {
        let request = SQLRequest<Mark>(
            literal: """
                SELECT messageId, NULL AS attachmentId, personId, person.name AS personName, readAt AS at,
                    FALSE AS isStaff
                FROM readReceipt JOIN person ON person.id = personId
                WHERE messageId IN \(SQL.list(ids)) ORDER BY readAt
                """, cached: true)
        return Dictionary(grouping: try request.fetchAll(db), by: \.messageId)
    }

    static func downloads(_ db: Database, _ ids: [Int64]) throws -> [Int64: [Mark]] {
        if ids.isEmpty { return [:] }
        let request = SQLRequest<Mark>(
            literal: """
                SELECT messageId, attachmentId, personId, person.name AS personName, min(startedAt) AS at,
                    EXISTS (SELECT 1 FROM staff WHERE staff.personId = download.personId) AS isStaff
                FROM download JOIN person ON person.id = personId WHERE messageId IN \(SQL.list(ids))
                GROUP BY messageId, attachmentId, personId ORDER BY at
                """, cached: true)
        return Dictionary(grouping: try request.fetchAll(db), by: \.messageId)
    }
}
