import Foundation
import GRDB

/// The report on a sent notice: who of each firm read it, downloaded its files, answered. One row for each firm.
///
/// It contains the firms of the viewer's scope only, so a supervisor sees only their own firms in a notice to all.
package struct BroadcastReport: Sendable {
    package enum Show: String, CaseIterable, Sendable {
        case unread, read, downloaded, answered, without, skipped, withdrawn, all
    }

    package struct Totals: StoredRow, Equatable {
        package let received: Int
        package let read: Int
        package let downloaded: Int
        package let answered: Int
        /// The number of firms that got none of the announced printouts.
        package let without: Int
        package let skipped: Int
        package let withdrawn: Int
        /// Whether the notice carried files, for all firms or for at least one.
        package let hasFiles: Bool
        package var unread: Int { received - read }
    }

    package struct Recipient: StoredRow {
        package let conversationId: Int64
        package let messageId: Int64
        package let firmName: String
        package let answer: String?
        package let answeredAt: Date?
        package let activeCount: Int
    }

    package struct Mark: StoredRow {
        package let messageId: Int64
        package let personName: String
        package let fileName: String?
        package let at: Date
    }

    /// A person to call in a firm in which nobody has read the notice.
    package struct Contact: StoredRow {
        package let conversationId: Int64
        package let personName: String
        package let phone: String?
        /// Whether the person has never signed in.
        package let isInvited: Bool
    }

    package struct Page: Sendable {
        package let rows: [Recipient]
        package let readers: [Int64: [Mark]]
        package let downloads: [Int64: [Mark]]
        /// The people to call in the firms in which nobody has read, keyed by conversation.
        package let contacts: [Int64: [Contact]]
        /// Each firm's own printouts, keyed by message.
        package let printouts: [Int64: [SentPrintout]]
        package let hasNext: Bool
    }

    package let broadcast: Broadcast
    package let scope: FirmScope
    package static let pageSize = 100

    package init(_ broadcast: Broadcast, scope: FirmScope) {
        self.broadcast = broadcast
        self.scope = scope
    }

    package func totals(_ db: Database) throws -> Totals {
        let request: SQLRequest<Totals> = """
            SELECT count(*) AS received, ifnull(sum(isRead), 0) AS read, ifnull(sum(isTaken), 0) AS downloaded,
                ifnull(sum(isAnswered), 0) AS answered, ifnull(sum(isWithout), 0) AS without,
                ifnull(max(hasFiles), FALSE) AS hasFiles,
                (SELECT count(*) FROM broadcastSkip WHERE broadcastId = \(broadcast.id)
                    AND \(scope.contains("broadcastSkip.firmId"))) AS skipped,
                (SELECT count(*) FROM everyConversation WHERE broadcastId = \(broadcast.id)
                    AND withdrawnAt IS NOT NULL AND \(scope.contains("everyConversation.firmId"))) AS withdrawn
            FROM (SELECT \(isRead) AS isRead, \(isTaken) AS isTaken, \(isAnswered) AS isAnswered,
                \(isWithout) AS isWithout, notice.hasFiles \(source))
            """
        return try request.fetchOne(db)
            ?? Totals(
                received: 0, read: 0, downloaded: 0, answered: 0, without: 0, skipped: 0, withdrawn: 0, hasFiles: false)
    }

    /// Returns the firms by name, after the firm of the last conversation on the page before. Of those that have not
    /// read, the ones where nobody has ever signed in come last: a call about the notice does not help there.
    package func page(_ db: Database, _ show: Show, after: Int64? = nil) throws -> Page {
        var part = condition(show)
        let names: SQL = "firm.nameKey, firm.id"
        let order = show == .unread ? "\(Self.activeCount) = 0, \(names)" : names
        if let after {
            part = """
                \(part) AND (\(order)) > (SELECT \(order) FROM conversation JOIN firm ON firm.id = conversation.firmId
                    WHERE conversation.id = \(after) AND conversation.broadcastId = \(broadcast.id)
                        AND \(scope.contains("conversation.firmId")))
                """
        }
        let request: SQLRequest<Recipient> = """
            SELECT conversation.id AS conversationId, notice.id AS messageId, firm.name AS firmName,
                substr((SELECT body FROM content WHERE content.id = reply.contentId), 1, 200) AS answer,
                reply.sentAt AS answeredAt,
                \(Self.activeCount) AS activeCount
            \(source) AND \(part) ORDER BY \(order) LIMIT \(Self.pageSize + 1)
            """
        let rows = try request.fetchAll(db)
        let shown = Array(rows.prefix(Self.pageSize))
        let ids = shown.map(\.messageId)
        let readers = try readers(db, ids)
        let silent = shown.filter { readers[$0.messageId] == nil }.map(\.conversationId)
        return Page(
            rows: shown, readers: readers, downloads: try downloads(db, ids), contacts: try contacts(db, silent),
            printouts: try SentPrintout.of(db, ids), hasNext: rows.count > Self.pageSize
        )
    }

    /// Returns the skipped firms by name, after the last one of the page before: one more than a page when there are
    /// more.
    package func skipped(_ db: Database, after: Int64? = nil) throws -> [DraftCheck.Skipped] {
        var part: SQL = "TRUE"
        if let after {
            part = "(firm.nameKey, firm.id) > (SELECT mark.nameKey, mark.id FROM firm AS mark WHERE mark.id = \(after))"
        }
        let request: SQLRequest<DraftCheck.Skipped> = """
            SELECT firm.id AS firmId, firm.name, reason FROM broadcastSkip JOIN firm ON firm.id = firmId
            WHERE broadcastId = \(broadcast.id) AND \(scope.contains("firm.id")) AND \(part)
            ORDER BY firm.nameKey, firm.id LIMIT \(Self.pageSize + 1)
            """
        return try request.fetchAll(db)
    }

    private func contacts(_ db: Database, _ conversations: [Int64]) throws -> [Int64: [Contact]] {
        let request: SQLRequest<Contact> = """
            SELECT conversation.id AS conversationId, reader.name AS personName, reader.phone,
                reader.activatedAt IS NULL AS isInvited
            FROM conversation JOIN reader ON \(FirmScope.readsConversation)
            WHERE conversation.id IN \(conversations) ORDER BY reader.id
            """
        return Dictionary(grouping: try request.fetchAll(db), by: \.conversationId)
    }

    /// Joins the broadcast's conversations with the notice itself and the client's last answer.
    private var source: SQL {
        """
        FROM conversation JOIN firm ON firm.id = conversation.firmId
        JOIN message AS notice ON notice.id =
            (SELECT min(id) FROM message WHERE message.conversationId = conversation.id)
        LEFT JOIN message AS reply ON reply.id = (SELECT max(id) FROM message
            WHERE message.conversationId = conversation.id AND message.side = 'client')
        WHERE conversation.broadcastId = \(broadcast.id) AND \(scope.contains("conversation.firmId"))
        """
    }

    /// The number of people who may read it and have signed in before.
    private static let activeCount: SQL =
        "(SELECT count(activatedAt) FROM reader WHERE \(FirmScope.readsConversation))"

    private var isRead: SQL { "EXISTS (SELECT 1 FROM readReceipt WHERE readReceipt.messageId = notice.id)" }
    private var isTaken: SQL {
        """
        (EXISTS (SELECT 1 FROM download JOIN membership ON membership.personId = download.personId
            AND membership.firmId = conversation.firmId WHERE download.messageId = notice.id)
        OR EXISTS (SELECT 1 FROM printoutDownload JOIN membership ON membership.personId = printoutDownload.personId
            AND membership.firmId = conversation.firmId WHERE printoutDownload.messageId = notice.id))
        """
    }
    private var isAnswered: SQL { "reply.id IS NOT NULL" }
    private var isWithout: SQL {
        guard broadcast.withPrintouts else { return "FALSE" }
        return "NOT EXISTS (SELECT 1 FROM messagePrintout WHERE messagePrintout.messageId = notice.id)"
    }

    private func condition(_ show: Show) -> SQL {
        switch show {
        case .all: "TRUE"
        case .unread: "NOT \(isRead)"
        case .read: isRead
        case .downloaded: isTaken
        case .answered: isAnswered
        case .without: isWithout
        case .skipped, .withdrawn: "FALSE"
        }
    }

    private func readers(_ db: Database, _ ids: [Int64]) throws -> [Int64: [Mark]] {
        let request: SQLRequest<Mark> = """
            SELECT messageId, person.name AS personName, NULL AS fileName, readAt AS at
            FROM readReceipt JOIN person ON person.id = personId WHERE messageId IN \(ids) ORDER BY readAt
            """
        return Dictionary(grouping: try request.fetchAll(db), by: \.messageId)
    }

    private func downloads(_ db: Database, _ ids: [Int64]) throws -> [Int64: [Mark]] {
        let request: SQLRequest<Mark> = """
            SELECT messageId, person.name AS personName, storedFile.name AS fileName, min(startedAt) AS at
            FROM download JOIN person ON person.id = download.personId
            JOIN attachment ON attachment.id = attachmentId JOIN storedFile ON storedFile.id = fileId
            WHERE messageId IN \(ids) AND NOT EXISTS (SELECT 1 FROM staff WHERE staff.personId = download.personId)
            GROUP BY messageId, download.personId, attachmentId ORDER BY at
            """
        return Dictionary(grouping: try request.fetchAll(db), by: \.messageId)
    }
}
