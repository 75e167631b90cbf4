import Dates
import GRDB

/// Client questions: what waits for an answer in the firms that a person of the office may see, and all other
/// correspondence with them.
package struct Questions: Sendable {
    /// What a list shows: the questions that wait for an answer, those handed to this person, those marked as handled,
    /// everything with each notice to many firms as one row, or the conversations with unread messages.
    package enum Show: String, CaseIterable, Sendable { case unanswered, handed, handled, all, unread }

    package let person: Int64
    package let scope: FirmScope
    package let day: Day
    package var show = Show.unanswered
    /// Only conversations that this person has to answer: handed to the person, or of a firm in the person's care and
    /// handed to nobody.
    package var isMine = false
    /// The notice whose conversations alone are shown.
    package var notice: Int64?

    package static let pageSize = 30

    package init(person: Int64, scope: FirmScope, day: Day) {
        self.person = person
        self.scope = scope
        self.day = day
    }

    package struct Counts: StoredRow {
        package let unread: Int
        package let unanswered: Int
        /// The number handed to this person and neither answered since nor marked as handled.
        package let handed: Int
    }

    package func counts(_ db: Database) throws -> Counts {
        let request = SQLRequest<Counts>(
            literal: """
                SELECT (SELECT count(*) FROM conversation WHERE id IN (\(unread)) AND \(isInScope)) AS unread,
                    (SELECT count(*) FROM conversation WHERE waitingSince IS NOT NULL AND \(isInScope)) AS unanswered,
                    (SELECT count(*) FROM conversation WHERE \(isHanded) AND \(isInScope)) AS handed
                """, cached: true)
        return try request.fetchOne(db) ?? Counts(unread: 0, unanswered: 0, handed: 0)
    }

    /// A condition: the conversation is of the scope, and if `isMine` this person's to answer.
    var isInScope: SQL {
        guard isMine else { return scope.contains("conversation.firmId") }
        let care = FirmScope.isInCare("conversation.firmId", of: person, on: day)
        return """
            (\(scope.contains("conversation.firmId")) AND (conversation.id IN (\(HandOver.held(by: person)))
                OR (\(care) AND NOT \(HandOver.isHeld(on: day)))))
            """
    }

    /// A condition: what the list shows.
    var isShown: SQL {
        if let notice { return "broadcastId = \(notice)" }
        return switch show {
        case .unanswered: "waitingSince IS NOT NULL"
        case .handed: isHanded
        case .handled: "TRUE"
        case .all: "NOT isNotice"
        case .unread: "conversation.id IN (\(unread))"
        }
    }

    private var isHanded: SQL {
        """
        (conversation.id IN (\(HandOver.held(by: person)))
            AND conversation.id NOT IN (SELECT conversationId FROM handling)
            AND (waitingSince IS NOT NULL OR lastMessageAt < (SELECT handedAt FROM handOver
                WHERE handOver.conversationId = conversation.id AND endedAt IS NULL)))
        """
    }

    private var unread: SQL {
        "SELECT conversationId FROM unread WHERE personId = \(person) AND side = 'client'"
    }
}
