import Formats
import Foundation
import GRDB

/// All messages of one firm, from both sides and all conversations, also those that were withdrawn, with who read them
/// and who downloaded their files when (W20, W21, F19, F20): by conversation on the card (``threads(_:after:)``), one by
/// one on paper and in tables.
package struct FirmArchive: Sendable {
    /// What is still open between the firm and the office.
    package enum Open: Sendable, Equatable {
        /// Conversations in which the firm waits for an answer.
        case unanswered
        /// Messages with files that nobody of the firm has downloaded by a moment.
        case untaken(Date)
    }

    package struct Entry: StoredRow {
        package let id: Int64
        package let conversationId: Int64
        package let contentId: Int64
        package let subject: String
        package let isPayroll: Bool
        package let personName: String
        package let side: Message.Side
        package let kind: Message.Kind
        package let sentAt: Date
        package let body: String
        /// When it was withdrawn, and by whom; `nil` for what stands.
        package let withdrawnAt: Date?
        package let withdrawnBy: String?
    }

    package struct File: StoredRow {
        package let attachmentId: Int64
        package let contentId: Int64
        package let name: String
        package let kind: String
        package let size: Int64
        package let sha256: Data
        package let isLost: Bool
    }

    package struct Page: Sendable {
        package let entries: [Entry]
        package let files: [Int64: [File]]
        package let receipts: [Int64: [MessageThread.Mark]]
        /// The first download of each file by each person of the client.
        package let downloads: [Int64: [MessageThread.Mark]]
        package let printouts: [Int64: [SentPrintout]]
        /// The id of the last message that was examined, after which the next page begins; `nil` on the last page.
        package let next: Int64?
    }

    package let firm: Firm
    /// Only messages from this side; `nil` for both.
    package var side: Message.Side?
    /// Only what is open; `nil` for all.
    package var open: Open?
    /// Only messages sent within this range; `nil` for all times.
    package var moments: Range<Date>?
    /// Only messages whose text, subject or file names contain every word of this.
    package var search = ""

    package static let pageSize = 30
    /// The number of messages that a search examines for one page; the next page continues after them.
    package static let searchedAtOnce = 2_000

    package init(of firm: Firm) {
        self.firm = firm
    }

    /// Returns the newest messages, or the newest of those before the message `before`.
    package func page(_ db: Database, before: Int64? = nil, limit: Int = pageSize) throws -> Page {
        let (ids, next) = try search.isEmpty ? newest(db, before, limit) : found(db, before, limit)
        return try page(db, of: ids, next: next)
    }

    func page(_ db: Database, of ids: [Int64], next: Int64? = nil) throws -> Page {
        let entries = try entries(db, ids)
        return Page(
            entries: entries, files: try Self.files(db, entries.map(\.contentId)),
            receipts: try MessageThread.receipts(db, ids), downloads: try MessageThread.downloads(db, ids),
            printouts: try SentPrintout.of(db, ids), next: next
        )
    }

    /// Returns the time of the first message; `nil` when there is none.
    package static func beginning(_ db: Database, of firm: Firm) throws -> Date? {
        try Int64.fetchOne(
            db, sql: "SELECT sentAt FROM everyMessage WHERE firmId = ? ORDER BY id LIMIT 1", arguments: [firm.id]
        ).map(Date.init(milliseconds:))
    }

    /// Filters by the index on the firm's messages, so that a page costs the same however many there are.
    private var condition: SQL { "message.firmId = \(firm.id) AND \(shown)" }

    /// A condition over a row of `message`: what the filters show of the firm's messages, apart from a search.
    var shown: SQL {
        var condition: SQL = "TRUE"
        if let side { condition = "\(condition) AND message.side = \(side)" }
        if let moments {
            condition = """
                \(condition) AND sentAt >= \(moments.lowerBound.milliseconds) AND sentAt < \(moments.upperBound.milliseconds)
                """
        }
        switch open {
        case .unanswered:
            condition = """
                \(condition) AND EXISTS (SELECT 1 FROM everyConversation AS asked
                    WHERE asked.id = conversationId AND asked.waitingSince IS NOT NULL)
                """
        case .untaken(let now):
            condition = "\(condition) AND message.withdrawnAt IS NULL AND \(UntakenFiles.areOn(at: now))"
        case nil: break
        }
        return condition
    }

    /// The words of a message that a search looks in.
    static let words: SQL = """
        conversation.subject || ' ' || content.body || ' ' || ifnull((SELECT group_concat(name, ' ')
            FROM attachment JOIN storedFile ON storedFile.id = fileId
            WHERE attachment.contentId = message.contentId), '')
        """

    private func newest(_ db: Database, _ before: Int64?, _ limit: Int) throws -> ([Int64], Int64?) {
        let ids = try SQLRequest<Int64>(
            """
            SELECT id FROM everyMessage AS message WHERE \(condition) AND id < \(before ?? .max)
            ORDER BY id DESC LIMIT \(limit + 1)
            """
        ).fetchAll(db)
        let kept = Array(ids.prefix(limit))
        return (kept, ids.count > limit ? kept.last : nil)
    }

    /// Examines the messages one by one, because their text is not stored folded.
    private func found(_ db: Database, _ before: Int64?, _ limit: Int) throws -> ([Int64], Int64?) {
        let terms = SearchTerms(search)
        let texts = try SQLRequest<Row>(
            """
            SELECT message.id, \(Self.words)
            FROM everyMessage AS message JOIN everyConversation AS conversation ON conversation.id = conversationId
            JOIN content ON content.id = contentId
            WHERE \(condition) AND message.id < \(before ?? .max) ORDER BY message.id DESC LIMIT \(Self.searchedAtOnce)
            """
        ).fetchCursor(db)
        var (ids, looked, last): ([Int64], Int, Int64?) = ([], 0, nil)
        while ids.count < limit, let row = try texts.next() {
            let id: Int64 = row[0]
            if terms.stand(in: MarkedText.words(row[1])) { ids.append(id) }
            (looked, last) = (looked + 1, id)
        }
        return (ids, ids.count == limit || looked == Self.searchedAtOnce ? last : nil)
    }

    private func entries(_ db: Database, _ ids: [Int64]) throws -> [Entry] {
        try SQLRequest<Entry>(
            """
            SELECT message.id, conversationId, contentId, conversation.subject, conversation.isPayroll,
                person.name AS personName, side, kind, sentAt, body, message.withdrawnAt,
                (SELECT name FROM person AS other WHERE other.id = withdrawnBy) AS withdrawnBy
            FROM everyMessage AS message JOIN everyConversation AS conversation ON conversation.id = conversationId
            JOIN person ON person.id = message.personId JOIN content ON content.id = contentId
            WHERE message.id IN \(ids) ORDER BY message.id DESC
            """
        ).fetchAll(db)
    }

    private static func files(_ db: Database, _ contentIds: [Int64]) throws -> [Int64: [File]] {
        let request: SQLRequest<File> = """
            SELECT attachment.id AS attachmentId, contentId, name, kind, size, sha256,
                \(LostFile.isDeclared("storedFile.id")) AS isLost
            FROM attachment JOIN storedFile ON storedFile.id = fileId
            WHERE contentId IN \(contentIds) ORDER BY contentId, position
            """
        return Dictionary(grouping: try request.fetchAll(db), by: \.contentId)
    }
}
