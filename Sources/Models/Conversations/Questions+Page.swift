import Foundation
import GRDB

/// The pages of the list. What waits comes oldest first, all else newest first.
extension Questions {
    /// Where a page ends: at a conversation, or at a notice to many firms.
    package enum Place: Sendable { case conversation(Int64), notice(Int64) }

    package enum Row: Sendable {
        case question(Question)
        case notice(SentNotice)

        package var place: Place {
            switch self {
            case .question(let question): .conversation(question.id)
            case .notice(let notice): .notice(notice.id)
            }
        }
    }

    package struct Page: Sendable {
        package let rows: [Row]
        package let hasOlder: Bool

        package var questions: [Question] { rows.compactMap { if case .question(let row) = $0 { row } else { nil } } }
        package var notices: [SentNotice] { rows.compactMap { if case .notice(let row) = $0 { row } else { nil } } }
    }

    /// The time by which a row is listed, and its id. Of the same time, conversations stand before notices.
    struct Mark: Sendable {
        let at: Int64
        let id: Int64
        var isNotice = false
    }

    package func page(_ db: Database, after place: Place? = nil) throws -> Page {
        let end = try place.flatMap { try mark(db, $0) }
        // A list begins anew where its place has left it, answered meanwhile; at a foreign place there is nothing.
        if let place, end == nil, try !isInScope(db, place) { return Page(rows: [], hasOlder: false) }
        var marks = try conversations(db, after: end, limit: Self.pageSize + 1)
        if showsNotices {
            marks = (marks + (try notices(db, after: end, limit: Self.pageSize + 1))).sorted {
                if $0.at != $1.at { return $0.at > $1.at }
                return $0.isNotice == $1.isNotice ? $0.id > $1.id : $1.isNotice
            }
        }
        let shown = marks.prefix(Self.pageSize)
        return Page(rows: try rows(db, Array(shown)), hasOlder: marks.count > Self.pageSize)
    }

    private func rows(_ db: Database, _ marks: [Mark]) throws -> [Row] {
        let questions = try questions(db, marks.filter { !$0.isNotice }.map(\.id))
        let notices = try notices(db, marks.filter(\.isNotice).map(\.id))
        return marks.compactMap { mark in
            mark.isNotice ? notices[mark.id].map(Row.notice) : questions[mark.id].map(Row.question)
        }
    }

    private var showsNotices: Bool { show == .all && notice == nil }

    /// What the rows are listed by.
    private var time: SQL {
        switch show {
        case .unanswered: "waitingSince"
        case .handed: "ifnull(waitingSince, lastMessageAt)"
        case .handled: "handledAt"
        case .all, .unread: "lastMessageAt"
        }
    }

    private var isOldestFirst: Bool { show == .unanswered || show == .handed }

    /// The tables that hold the conversations and their time. What was handled is walked in the order of that time.
    var source: SQL {
        show == .handled ? "handling CROSS JOIN conversation ON conversation.id = conversationId" : "conversation"
    }

    /// Returns the mark of a row of the scope.
    func mark(_ db: Database, _ place: Place) throws -> Mark? {
        switch place {
        case .conversation(let id):
            let request = SQLRequest<Int64>(
                literal: """
                    SELECT \(time) FROM \(source) WHERE conversation.id = \(id) AND \(time) IS NOT NULL
                    AND \(scope.contains("conversation.firmId"))
                    """, cached: true)
            return try request.fetchOne(db).map { Mark(at: $0, id: id) }
        case .notice(let id):
            guard showsNotices, let sentAt = try sentAt(db, notice: id) else { return nil }
            return Mark(at: sentAt, id: id, isNotice: true)
        }
    }

    private func isInScope(_ db: Database, _ place: Place) throws -> Bool {
        guard case .conversation(let id) = place else { return false }
        let request: SQLRequest<Bool> = """
            SELECT EXISTS (SELECT 1 FROM conversation WHERE id = \(id) AND \(scope.contains("conversation.firmId")))
            """
        return try request.fetchOne(db) ?? false
    }

    /// Returns the next conversations of the list.
    func conversations(_ db: Database, after end: Mark?, limit: Int) throws -> [Mark] {
        let (column, order): (SQL, SQL) = (show == .handled ? "conversationId" : "id", isOldestFirst ? "ASC" : "DESC")
        var isNext: SQL = "TRUE"
        if let end {
            let side: SQL = isOldestFirst ? ">" : "<"
            isNext = end.isNotice ? "\(time) < \(end.at)" : "(\(time), \(column)) \(side) (\(end.at), \(end.id))"
        }
        let request = SQLRequest<GRDB.Row>(
            literal: """
                SELECT \(time), \(column) FROM \(source) WHERE \(isInScope) AND \(isShown) AND \(isNext)
                ORDER BY \(time) \(order), \(column) \(order) LIMIT \(limit)
                """, cached: true)
        return try request.fetchAll(db).map { Mark(at: $0[0], id: $0[1]) }
    }
}
