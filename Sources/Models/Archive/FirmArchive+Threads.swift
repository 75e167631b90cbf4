import Foundation
import GRDB

/// The archive by conversation, the one with the latest message first.
extension FirmArchive {
    package struct Thread: StoredRow {
        package let id: Int64
        package let subject: String
        package let isPayroll: Bool
        package let lastMessageAt: Date
        /// Since when the firm waits for an answer in it.
        package let waitingSince: Date?
    }

    package struct Threads: Sendable {
        package let threads: [Thread]
        /// The latest messages of each that the filters show, with what belongs to them.
        package let messages: Page
        /// How many messages of each the filters show, by conversation.
        package let counts: [Int64: Int]
        /// The last conversation that was examined, after which the next page begins; `nil` on the last page.
        package let next: Int64?
    }

    package static let threadsOnPage = 20
    /// The most messages of one conversation on a page: all of them are on a page of their own.
    package static let messagesOfThread = 10

    /// Returns the conversations with the latest messages, or the next ones after the conversation `after`.
    package func threads(_ db: Database, after: Int64? = nil) throws -> Threads {
        let (found, next) = try search.isEmpty ? latest(db, after) : foundThreads(db, after)
        let ids = found.map(\.id)
        let facts = try SQLRequest<Thread>(
            literal: """
                SELECT id, subject, isPayroll, lastMessageAt, waitingSince FROM everyConversation AS conversation
                WHERE id IN \(SQL.list(ids)) ORDER BY lastMessageAt DESC, id DESC
                """, cached: true
        ).fetchAll(db)
        return Threads(
            threads: facts, messages: try page(db, of: found.flatMap { $0.messages.prefix(Self.messagesOfThread) }),
            counts: Dictionary(uniqueKeysWithValues: found.map { ($0.id, $0.count) }), next: next)
    }

    /// A conversation on a page, with messages that the filters show, the newest first.
    private struct Found {
        let id: Int64
        var messages: [Int64]
        var count: Int
    }

    private func latest(_ db: Database, _ after: Int64?) throws -> ([Found], Int64?) {
        let isFiltered = side != nil || moments != nil || open != nil
        let isShown: SQL = """
            EXISTS (SELECT 1 FROM everyMessage AS message WHERE message.conversationId = conversation.id AND \(shown))
            """
        let ids = try SQLRequest<Int64>(
            """
            SELECT id FROM everyConversation AS conversation
            WHERE \(conversations(after)) AND \(isFiltered ? isShown : "TRUE")
            ORDER BY lastMessageAt DESC, id DESC LIMIT \(Self.threadsOnPage + 1)
            """
        ).fetchAll(db)
        let kept = Array(ids.prefix(Self.threadsOnPage))
        return (try messages(db, of: kept), ids.count > kept.count ? kept.last : nil)
    }

    /// Returns the conversations with their newest messages.
    private func messages(_ db: Database, of conversations: [Int64]) throws -> [Found] {
        let own: SQL = "FROM everyMessage AS message WHERE message.conversationId = chosen.value AND \(shown)"
        let rows = try SQLRequest<Row>(
            """
            SELECT chosen.value, newest.id, (SELECT count(*) \(own))
            FROM \(SQL.list(conversations)) AS chosen CROSS JOIN everyMessage AS newest ON newest.id IN (
                SELECT message.id \(own) ORDER BY message.id DESC LIMIT \(Self.messagesOfThread))
            """
        ).fetchAll(db)
        let byThread = Dictionary(grouping: rows) { $0[0] as Int64 }
        return conversations.map { id in
            let its = byThread[id] ?? []
            return Found(id: id, messages: its.map { $0[1] as Int64 }, count: its.first?[2] ?? 0)
        }
    }

    /// Examines the messages one by one, as on paper, but always all of a conversation.
    private func foundThreads(_ db: Database, _ after: Int64?) throws -> ([Found], Int64?) {
        let terms = SearchTerms(search)
        let texts = try SQLRequest<Row>(
            """
            SELECT conversation.id, message.id, \(Self.words)
            FROM everyConversation AS conversation
            CROSS JOIN everyMessage AS message ON message.conversationId = conversation.id
            JOIN content ON content.id = message.contentId
            WHERE \(conversations(after)) AND \(shown)
            ORDER BY conversation.lastMessageAt DESC, conversation.id DESC, message.id DESC
            """
        ).fetchCursor(db)
        var (found, looked, last): ([Found], Int, Int64?) = ([], 0, nil)
        while let row = try texts.next() {
            let (id, message): (Int64, Int64) = (row[0], row[1])
            let isFull = found.count == Self.threadsOnPage || looked >= Self.searchedAtOnce
            if id != last, isFull { return (found, last) }
            (looked, last) = (looked + 1, id)
            guard terms.stand(in: MarkedText.words(row[2])) else { continue }
            if found.last?.id != id { found.append(Found(id: id, messages: [], count: 0)) }
            found[found.count - 1].messages.append(message)
            found[found.count - 1].count += 1
        }
        return (found, nil)
    }

    /// A condition over a row of `conversation`, by the index on the firm's conversations: it is of the firm, after
    /// the page before, and not all of it lies outside of what is asked for.
    private func conversations(_ after: Int64?) -> SQL {
        var condition: SQL = "conversation.firmId = \(firm.id)"
        if open == .unanswered { condition = "\(condition) AND conversation.waitingSince IS NOT NULL" }
        if let after {
            condition = """
                \(condition) AND (conversation.lastMessageAt, conversation.id) < (SELECT mark.lastMessageAt, mark.id
                    FROM everyConversation AS mark WHERE mark.id = \(after) AND mark.firmId = \(firm.id))
                """
        }
        guard let moments else { return condition }
        return """
            \(condition) AND conversation.lastMessageAt >= \(moments.lowerBound.milliseconds)
                AND conversation.startedAt < \(moments.upperBound.milliseconds)
            """
    }
}
