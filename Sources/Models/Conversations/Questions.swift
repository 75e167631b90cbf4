import Dates
import Foundation
import GRDB

/// Client questions: all correspondence of the firms that a person of the office may see.
package struct Questions: Sendable {
    package enum Show: String, CaseIterable, Sendable { case all, unread, unanswered, handed, handled, notices }

    package let person: Int64
    package let scope: FirmScope
    package let day: Day
    package var show = Show.all
    /// Only conversations that this person has to answer: handed to the person, or of a firm in the person's care and
    /// handed to nobody.
    package var isMine = false

    package static let pageSize = 30

    package init(person: Int64, scope: FirmScope, day: Day) {
        self.person = person
        self.scope = scope
        self.day = day
    }

    package struct Question: StoredRow {
        package let id: Int64
        package let firmName: String
        package let subject: String
        package let broadcastId: Int64?
        /// The last day of the notice that the conversation began with, if it has one.
        package let expiresOn: Day?
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

    package struct Counts: StoredRow {
        package let unread: Int
        package let unanswered: Int
        /// The number handed to this person and neither answered since nor marked as handled.
        package let handed: Int
    }

    package struct Page: Sendable {
        package let rows: [Question]
        package let hasOlder: Bool
    }

    package func counts(_ db: Database) throws -> Counts {
        let request = SQLRequest<Counts>(
            literal: """
                SELECT (SELECT count(*) FROM conversation WHERE id IN (\(unread)) AND \(isInScope)) AS unread,
                    (SELECT count(*) FROM conversation WHERE waitingSince IS NOT NULL AND \(isInScope)) AS unanswered,
                    (SELECT count(*) FROM handOver JOIN conversation ON conversation.id = conversationId
                        WHERE toId = \(person) AND endedAt IS NULL AND \(isInScope)
                        AND (waitingSince IS NOT NULL OR lastMessageAt < handedAt)
                        AND conversation.id NOT IN (SELECT conversationId FROM handling)) AS handed
                """, cached: true)
        return try request.fetchOne(db) ?? Counts(unread: 0, unanswered: 0, handed: 0)
    }

    /// A condition: the conversation is of the scope, and if `isMine` this person's to answer.
    private var isInScope: SQL {
        guard isMine else { return scope.contains("conversation.firmId") }
        let care = FirmScope.isInCare("conversation.firmId", of: person, on: day)
        return """
            (\(scope.contains("conversation.firmId")) AND (conversation.id IN (\(HandOver.held(by: person)))
                OR (\(care) AND NOT \(HandOver.isHeld(on: day)))))
            """
    }

    private var unread: SQL {
        "SELECT conversationId FROM unread WHERE personId = \(person) AND side = 'client'"
    }

    /// Returns conversations of the chosen kind: those that wait for an answer oldest first, all others by their last
    /// message, newest first.
    package func page(_ db: Database, after: Int64? = nil) throws -> Page {
        let ids = try ids(db, after)
        let rows = try rows(db, Array(ids.prefix(Self.pageSize)))
        return Page(rows: rows, hasOlder: ids.count > Self.pageSize)
    }

    private func ids(_ db: Database, _ after: Int64?) throws -> [Int64] {
        let isByAge = show == .unanswered
        let column: SQL = isByAge ? "waitingSince" : "lastMessageAt"
        var older: SQL = "TRUE"
        if let after {
            older = """
                (\(column), id) \(sql: isByAge ? ">" : "<")
                (SELECT \(column), mark.id FROM conversation AS mark
                    WHERE mark.id = \(after) AND \(scope.contains("mark.firmId")))
                """
        }
        let order: SQL = isByAge ? "ASC" : "DESC"
        let request = SQLRequest<Int64>(
            literal: """
                SELECT id FROM conversation WHERE \(isInScope) AND \(condition) AND \(older)
                ORDER BY \(column) \(order), id \(order) LIMIT \(Self.pageSize + 1)
                """, cached: true)
        return try request.fetchAll(db)
    }

    private var condition: SQL {
        switch show {
        case .all: "TRUE"
        case .unread: "id IN (\(unread))"
        case .unanswered: "waitingSince IS NOT NULL"
        case .handed: "id IN (\(HandOver.held(by: person)))"
        case .handled: "id IN (SELECT conversationId FROM handling)"
        case .notices: "broadcastId IS NOT NULL"
        }
    }

    private func rows(_ db: Database, _ ids: [Int64]) throws -> [Question] {
        let request = SQLRequest<Question>(
            literal: """
                SELECT conversation.id, firm.name AS firmName, subject, broadcastId, lastMessageAt, waitingSince,
                    isPayroll, (SELECT expiresOn FROM broadcast WHERE broadcast.id = broadcastId) AS expiresOn,
                    message.side AS lastSide, person.name AS lastAuthor, message.contentId,
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
        let byId = Dictionary(uniqueKeysWithValues: try request.fetchAll(db).map { ($0.id, $0) })
        return ids.compactMap { byId[$0] }
    }
}
