import Foundation
import GRDB

/// All files in a firm's correspondence, from both sides, newest first.
package struct FirmFiles: Sendable {
    package struct File: StoredRow {
        package let attachmentId: Int64
        package let messageId: Int64
        package let conversationId: Int64
        package let subject: String
        package let personName: String
        package let side: Message.Side
        package let sentAt: Date
        package let name: String
        package let kind: String
        package let size: Int64
        package let sha256: Data
        package let isLost: Bool
    }

    /// Identifies the last file of a page; the next page begins after it.
    package struct Key: Sendable, Equatable {
        package let message: Int64
        package let attachment: Int64

        package init(message: Int64, attachment: Int64) {
            self.message = message
            self.attachment = attachment
        }
    }

    package struct Page: Sendable {
        package let files: [File]
        /// The first download of each file by each person of the client, keyed by message.
        package let downloads: [Int64: [MessageThread.Mark]]
        package let next: Key?
    }

    package let firm: Firm
    package var kind: String?
    package var moments: Range<Date>?

    package static let pageSize = 50

    package init(of firm: Firm) {
        self.firm = firm
    }

    package func page(_ db: Database, after key: Key? = nil) throws -> Page {
        var condition: SQL = "message.firmId = \(firm.id)"
        if let kind { condition = "\(condition) AND storedFile.kind = \(kind)" }
        if let moments {
            condition = """
                \(condition) AND sentAt >= \(moments.lowerBound.milliseconds) AND sentAt < \(moments.upperBound.milliseconds)
                """
        }
        if let key { condition = "\(condition) AND (message.id, attachment.id) < (\(key.message), \(key.attachment))" }
        let files = try SQLRequest<File>(
            """
            SELECT attachment.id AS attachmentId, message.id AS messageId, conversationId, conversation.subject,
                person.name AS personName, side, sentAt, storedFile.name, storedFile.kind, size, sha256,
                \(LostFile.isDeclared("storedFile.id")) AS isLost
            FROM message JOIN attachment ON attachment.contentId = message.contentId
            JOIN storedFile ON storedFile.id = fileId JOIN conversation ON conversation.id = conversationId
            JOIN person ON person.id = message.personId
            WHERE \(condition) ORDER BY message.id DESC, attachment.id DESC LIMIT \(Self.pageSize + 1)
            """
        ).fetchAll(db)
        let kept = Array(files.prefix(Self.pageSize))
        let last = kept.last.map { Key(message: $0.messageId, attachment: $0.attachmentId) }
        return Page(
            files: kept, downloads: try MessageThread.downloads(db, kept.map(\.messageId)),
            next: files.count > Self.pageSize ? last : nil
        )
    }

    /// Returns the kinds of files that the firm's correspondence contains, for the filter.
    package static func kinds(_ db: Database, of firm: Firm) throws -> [String] {
        try String.fetchAll(
            db,
            sql: """
                SELECT DISTINCT storedFile.kind FROM message JOIN attachment ON attachment.contentId = message.contentId
                JOIN storedFile ON storedFile.id = fileId WHERE firmId = ? ORDER BY storedFile.kind
                """,
            arguments: [firm.id]
        )
    }
}
