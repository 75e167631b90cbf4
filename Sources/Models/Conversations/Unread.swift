import Dates
import Foundation
import GRDB

/// Unread messages: a row for each person and message, inserted with the message, deleted when read. So counting them
/// costs little, whatever the age of the data.
package enum Unread {
    /// A client's unread messages from the office, in all firms and in each.
    package struct OfClient: Sendable, Equatable {
        struct Conversation: Sendable, Equatable {
            let id: Int64
            let firmId: Int64
            let count: Int
        }

        /// The one with the latest message first.
        let conversations: [Conversation]

        func of(firm: Int64) -> OfClient { OfClient(conversations: conversations.filter { $0.firmId == firm }) }

        package var total: Int { conversations.reduce(0) { $0 + $1.count } }

        /// Keyed by firm; firms without unread messages are omitted.
        package var counts: [Int64: Int] {
            conversations.reduce(into: [:]) { $0[$1.firmId, default: 0] += $1.count }
        }
    }

    package static func ofClient(_ db: Database, _ person: Int64) throws -> OfClient {
        let request = SQLRequest<Row>(
            literal: """
                SELECT conversation.id, conversation.firmId, count(*)
                FROM unread JOIN conversation ON conversation.id = conversationId
                WHERE personId = \(person) AND side = 'office'
                    AND \(FirmScope.member(person).containsConversation("conversation"))
                GROUP BY conversation.id ORDER BY lastMessageAt DESC, conversation.id DESC
                """, cached: true)
        let rows = try request.fetchAll(db)
        return OfClient(conversations: rows.map { .init(id: $0[0], firmId: $0[1], count: $0[2]) })
    }

    /// Counts the clients' messages that a person of the office has not read, in firms of the scope.
    package static func count(_ db: Database, of person: Int64, in scope: FirmScope) throws -> Int {
        let request = SQLRequest<Int>(
            literal: """
                SELECT count(*) FROM unread WHERE personId = \(person) AND side = 'client'
                AND \(scope.contains("firmId"))
                """, cached: true)
        return try request.fetchOne(db) ?? 0
    }

    /// Marks a client's message as seen by a person of the office. It is not a receipt: the client is not told.
    package static func seen(_ db: Database, message: Int64, of conversation: Conversation, by person: Int64) throws {
        try db.execute(
            sql: "DELETE FROM unread WHERE personId = ? AND messageId = ? AND conversationId = ?",
            arguments: [person, message, conversation.id]
        )
        if db.changesCount > 0 { try LiveChanges.record(db, about: "questions", person: person) }
    }
}
