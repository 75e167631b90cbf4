import Foundation
import GRDB

/// A search over everything that a person may see: messages with their subjects, files and authors, newest first.
/// Anything outside the scope is not found, as if it did not exist.
package struct Search: Sendable {
    package let scope: FirmScope
    package let query: SearchQuery

    package static let pageSize = 20

    package init(_ typed: String, in scope: FirmScope) {
        query = SearchQuery(typed)
        self.scope = scope
    }

    /// A found message. A message to several firms of the scope is one row.
    package struct Hit: StoredRow {
        package let contentId: Int64
        package let messageId: Int64
        package let conversationId: Int64
        package let firmName: String
        /// The number of firms of the scope that got it.
        package var firmCount: Int
        package let subject: String
        package let body: String
        package let author: String
        package let side: Message.Side
        package let sentAt: Date
        let broadcastId: Int64?
        let kind: Message.Kind
    }

    /// A file found by its name or its text, on the message that carries it.
    package struct FileHit: Sendable {
        package let hit: Hit
        package let file: MessageThread.File
    }

    package struct Page<Row: Sendable>: Sendable {
        package let rows: [Row]
        /// The content after which the next page begins; `nil` on the last page.
        package let next: Int64?
    }

    /// Returns messages, those after `after` in the order of the list.
    package func messages(_ db: Database, after: Int64? = nil) throws -> Page<Hit> {
        let (ids, next) = try contents(db, .everywhere, after, limit: Self.pageSize)
        return Page(rows: try ids.compactMap { try hit(db, $0) }, next: next)
    }

    /// Returns files whose names contain the words, and PDFs whose text contains all of them.
    package func files(_ db: Database, after: Int64? = nil, limit: Int = pageSize) throws -> Page<FileHit> {
        let (ids, next) = try contents(db, .files, after, limit: limit)
        let (files, papers) = (try MessageThread.files(db, ids), try papers(db, ids))
        let rows = try ids.flatMap { id in
            guard let hit = try hit(db, id) else { return [FileHit]() }
            let named = (files[id] ?? []).filter { file in
                let words = SearchWords.all(in: file.name)
                return words.contains(where: query.marks)
                    || query.stands(in: words.union(papers[file.attachmentId] ?? []))
            }
            return named.map { FileHit(hit: hit, file: $0) }
        }
        return Page(rows: rows, next: next)
    }

    /// Returns the words in the searched part of the PDFs of some contents, by attachment.
    private func papers(_ db: Database, _ contents: [Int64]) throws -> [Int64: Set<String>] {
        let rows = try SQLRequest<Row>(
            """
            SELECT attachment.id, substr(text, 1, \(SearchIndex.paperLength)) FROM attachment
            JOIN fileText ON fileText.fileId = attachment.fileId WHERE contentId IN \(contents)
            """
        ).fetchAll(db)
        return Dictionary(
            uniqueKeysWithValues: rows.map { row in
                (row[0] as Int64, SearchWords.all(in: row[1] as String))
            })
    }

    private func contents(
        _ db: Database, _ place: SearchPattern.Place, _ after: Int64?, limit: Int
    ) throws -> (ids: [Int64], next: Int64?) {
        guard !query.isEmpty, let pattern = try SearchPattern(db, query, place, in: scope) else { return ([], nil) }
        let ids = try SQLRequest<Int64>(
            """
            SELECT rowid FROM searchIndex WHERE searchIndex MATCH \(pattern.text) AND rowid < \(after ?? .max)
                AND EXISTS (SELECT 1 FROM message JOIN conversation ON conversation.id = message.conversationId
                    WHERE message.contentId = searchIndex.rowid AND \(scope.containsConversation("conversation"))
                        AND \(scope.contains("message.firmId")))
            ORDER BY rowid DESC LIMIT \(limit + 1)
            """
        ).fetchAll(db)
        let shown = Array(ids.prefix(limit))
        return (shown, ids.count > limit ? shown.last : nil)
    }

    private func hit(_ db: Database, _ content: Int64) throws -> Hit? {
        let request: SQLRequest<Hit> = """
            SELECT content.id AS contentId, message.id AS messageId, message.conversationId, firm.name AS firmName,
                1 AS firmCount, subject, body, person.name AS author, message.side, message.sentAt,
                conversation.broadcastId, message.kind
            FROM message JOIN content ON content.id = message.contentId
            JOIN conversation ON conversation.id = message.conversationId
            JOIN firm ON firm.id = message.firmId JOIN person ON person.id = message.personId
            WHERE message.contentId = \(content) AND \(scope.contains("message.firmId"))
                AND \(scope.containsConversation("conversation")) LIMIT 1
            """
        guard var hit = try request.fetchOne(db) else { return nil }
        if [.notice, .reminder].contains(hit.kind) { hit.firmCount = try firms(db, hit) }
        return hit
    }

    private func firms(_ db: Database, _ hit: Hit) throws -> Int {
        if scope == .wholeOffice, hit.kind == .notice {
            // A firm that got files of its own has a separate content.
            let count = try Int.fetchOne(
                db, sql: "SELECT firmCount FROM broadcast WHERE id = ? AND contentId = ?",
                arguments: [hit.broadcastId, hit.contentId])
            return count ?? 1
        }
        return try SQLRequest<Int>(
            """
            SELECT count(*) FROM message JOIN conversation ON conversation.id = message.conversationId
            WHERE message.contentId = \(hit.contentId) AND \(scope.contains("message.firmId"))
                AND \(scope.containsConversation("conversation"))
            """
        ).fetchOne(db) ?? 1
    }
}
