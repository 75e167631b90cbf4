import Dates
import Foundation
import GRDB

/// Notices to many firms in the list, each as one row with the figures of the viewer's own firms.
extension Questions {
    package struct SentNotice: StoredRow {
        package let id: Int64
        package let subject: String
        package let sentAt: Date
        package let senderId: Int64
        package let senderName: String
        package let expiresOn: Day?
        package let isPayroll: Bool
        /// The number of firms that got it, that have read it, that have answered, and whose answer waits.
        package let received: Int
        package let read: Int
        package let answered: Int
        package let waiting: Int
        /// The newest message of those that wait.
        package let lastWaiting: Int64?
    }

    /// The most answers that are marked as handled at once.
    package static let handledAtOnce = 200

    /// Returns a notice that at least one firm of the scope got.
    /// - Throws: `NotFound` when there is none.
    package func notice(_ db: Database, _ id: Int64) throws -> SentNotice {
        guard try sentAt(db, notice: id) != nil, let found = try notices(db, [id])[id] else { throw NotFound() }
        return found
    }

    /// Marks the answers to a notice as handled that wait in firms of the scope, as far as they were shown.
    /// - Parameter message: the newest message that was shown; what came later is not touched.
    /// - Throws: `NotFound` when no firm of the scope got the notice.
    package func handleAnswers(_ db: Database, to notice: Int64, through message: Int64, at now: Date) throws {
        guard try sentAt(db, notice: notice) != nil else { throw NotFound() }
        let request: SQLRequest<Conversation> = """
            SELECT * FROM conversation WHERE broadcastId = \(notice) AND waitingSince IS NOT NULL
                AND lastMessageId <= \(message) AND \(isInScope) ORDER BY waitingSince, id LIMIT \(Self.handledAtOnce)
            """
        for conversation in try request.fetchAll(db) { try conversation.handle(db, by: person, on: day, at: now) }
    }

    func sentAt(_ db: Database, notice: Int64) throws -> Int64? {
        let request = SQLRequest<Int64>(
            literal: "SELECT sentAt FROM broadcast WHERE id = \(notice) AND \(isSentToScope)", cached: true)
        return try request.fetchOne(db)
    }

    /// Returns the next notices that firms of the scope got, newest first.
    func notices(_ db: Database, after end: Mark?, limit: Int) throws -> [Mark] {
        var isNext: SQL = "TRUE"
        if let end {
            isNext = end.isNotice ? "(sentAt, id) < (\(end.at), \(end.id))" : "sentAt <= \(end.at)"
        }
        let request = SQLRequest<GRDB.Row>(
            literal: """
                SELECT sentAt, id FROM broadcast WHERE \(isNext) AND \(isSentToScope)
                ORDER BY sentAt DESC, id DESC LIMIT \(limit)
                """, cached: true)
        return try request.fetchAll(db).map { Mark(at: $0[0], id: $0[1], isNotice: true) }
    }

    func notices(_ db: Database, _ ids: [Int64]) throws -> [Int64: SentNotice] {
        if ids.isEmpty { return [:] }
        let request = SQLRequest<SentNotice>(
            literal: """
                SELECT broadcast.id, subject, sentAt, personId AS senderId, person.name AS senderName, expiresOn, isPayroll,
                    \(figures),
                    (SELECT count(*) FROM \(waiting)) AS waiting,
                    (SELECT max(lastMessageId) FROM \(waiting)) AS lastWaiting
                FROM broadcast JOIN person ON person.id = personId WHERE broadcast.id IN \(SQL.list(ids))
                """, cached: true)
        return Dictionary(uniqueKeysWithValues: try request.fetchAll(db).map { ($0.id, $0) })
    }

    /// Whoever sees the whole office takes the sums that are kept; others count their own firms.
    private var figures: SQL {
        if isWholeOffice { return "firmCount - withdrawnCount AS received, readCount AS read, answerCount AS answered" }
        return """
            (SELECT count(*) FROM conversation WHERE broadcastId = broadcast.id
                AND \(isOwn("conversation.firmId"))) AS received,
            (SELECT count(*) FROM noticeRead WHERE broadcastId = broadcast.id
                AND \(isOwn("noticeRead.firmId"))) AS read,
            (SELECT count(*) FROM noticeAnswer WHERE broadcastId = broadcast.id
                AND \(isOwn("+noticeAnswer.firmId"))) AS answered
            """
    }

    private var waiting: SQL {
        """
        conversation WHERE broadcastId = broadcast.id AND waitingSince IS NOT NULL
            AND \(isOwn("+conversation.firmId"))
        """
    }

    private var isSentToScope: SQL {
        if isWholeOffice { return "TRUE" }
        return """
            EXISTS (SELECT 1 FROM conversation WHERE broadcastId = broadcast.id AND \(isOwn("conversation.firmId")))
            """
    }

    private var isWholeOffice: Bool { scope == .wholeOffice && !isMine }

    /// A condition over a column that holds a firm's id: it is of the scope, and if `isMine` in this person's care.
    private func isOwn(_ column: String) -> SQL {
        guard isMine else { return scope.contains(column) }
        return "(\(scope.contains(column)) AND \(FirmScope.isInCare(column, of: person, on: day)))"
    }
}
