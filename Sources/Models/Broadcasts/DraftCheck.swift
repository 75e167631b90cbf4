import Dates
import Foundation
import GRDB
import Secrets

/// The check page's data, before sending: how many firms will get the notice and how many are skipped, one page of
/// each, and the preview of one firm.
package struct DraftCheck: Sendable {
    package enum Skip: String, Codable, CaseIterable, Sendable, DatabaseValueConvertible {
        case noPerson, noPayroll, closed, notYours, noPrintout, newerPrintout, wrongFile
    }

    package struct Recipient: StoredRow {
        package let firmId: Int64
        package let name: String
        /// The people of the firm who will find the notice in their inbox.
        package let people: String
        package let activeCount: Int
    }

    package struct Skipped: StoredRow {
        package let firmId: Int64
        package let name: String
        package let reason: Skip
    }

    /// The numbers of firms that may get the notice, by how many of their printouts exist.
    package struct Counts: Sendable, Equatable {
        package var complete = 0
        package var partial = 0
        package var without = 0

        package init() {}
    }

    /// A firm that would not get all chosen printouts.
    package struct Lacking: Sendable {
        package let firmId: Int64
        package let name: String
        /// The kinds that it should have and has no printout of.
        package let kinds: [Printout.Kind]
        /// Whether it would get others.
        package let hasOthers: Bool
    }

    /// The same notice, sent earlier today to some of the same firms.
    package struct SentBefore: StoredRow {
        package let broadcastId: Int64
        package let sentAt: Date
        package let firmCount: Int
    }

    /// The state of the page: the firms after which its lists continue, and the firm of the preview.
    package struct Place: Sendable {
        package var recipientsAfter: Int64?
        package var skippedAfter: Int64?
        package var lackingAfter: Int64?
        package var preview: Int64?
        package var need = PrintoutNeed.any

        package init() {}
    }

    /// The firm whose preview is shown, with the one before and the one after it.
    package struct Preview: Sendable {
        package let recipient: Recipient
        /// The firm's own printouts, which would be sent with the notice.
        package let printouts: [Printout.Facts]
        package let position: Int
        package let previous: Int64?
        package let next: Int64?
    }

    package let count: Int
    /// The number of firms that get nothing, and how many of them are no longer the sender's and therefore not named.
    package let skippedCount: Int
    package let notYoursCount: Int
    /// Identifies what would be sent: the firms, with the printouts and the files of each, and the text. Another set of
    /// firms of the same size has another fingerprint.
    package let fingerprint: String
    package let recipients: [Recipient]
    package let hasMoreRecipients: Bool
    package let skipped: [Skipped]
    package let hasMoreSkipped: Bool
    /// `nil` when no printouts are chosen.
    package let printouts: PrintoutChoice?
    /// All firms that may get the notice, including those to be excluded.
    package let counts: Counts?
    package let lacking: [Lacking]
    package let hasMoreLacking: Bool
    /// The number of firms that have chosen printouts which show wages and are not sent with this notice.
    package let withheldCount: Int
    package let preview: Preview?
    package let sentToday: SentBefore?

    package static let pageSize = 100

    package static func make(
        _ db: Database, _ draft: Draft, in scope: FirmScope, on day: Day, zone: TimeZone, at place: Place = Place()
    ) throws -> DraftCheck {
        let reachable = try DraftRecipients(db, draft, scope, need: place.need)
        let ids = try reachable.ids(db)
        let recipients = try reachable.page(db, after: place.recipientsAfter, limit: pageSize + 1)
        let skipped = try reachable.shownSkipped(db, after: place.skippedAfter, limit: pageSize + 1)
        let lacking = try reachable.lacking(db, after: place.lackingAfter, limit: pageSize + 1)
        return DraftCheck(
            count: ids.count, skippedCount: try draft.firmCount(db) - ids.count,
            notYoursCount: try reachable.notYoursCount(db), fingerprint: reachable.fingerprint(of: ids),
            recipients: Array(recipients.prefix(pageSize)), hasMoreRecipients: recipients.count > pageSize,
            skipped: Array(skipped.prefix(pageSize)), hasMoreSkipped: skipped.count > pageSize,
            printouts: reachable.printoutsByFirm?.choice, counts: try reachable.counts(db),
            lacking: Array(lacking.prefix(pageSize)), hasMoreLacking: lacking.count > pageSize,
            withheldCount: try reachable.printoutsByFirm.map {
                try $0.withheld.intersection(reachable.openIds(db)).count
            } ?? 0,
            preview: try reachable.preview(db, place.preview),
            sentToday: try sentToday(db, draft, since: day.start(in: zone))
        )
    }

    static func fingerprint(of firms: Set<Int64>) -> String {
        let list = firms.sorted().map(String.init).joined(separator: ",")
        return Hex.text(SHA256Digest.of(Data(list.utf8)))
    }

    private static func sentToday(_ db: Database, _ draft: Draft, since start: Date) throws -> SentBefore? {
        try SentBefore.fetchOne(
            db,
            sql: """
                SELECT broadcast.id AS broadcastId, sentAt, count(*) AS firmCount
                FROM broadcast JOIN conversation ON conversation.broadcastId = broadcast.id
                JOIN draftFirm ON draftFirm.firmId = conversation.firmId AND draftFirm.draftKey = ?
                WHERE broadcast.digest = ? AND broadcast.sentAt >= ?
                GROUP BY broadcast.id ORDER BY broadcast.id DESC LIMIT 1
                """,
            arguments: [draft.key, Broadcast.digest(draft.subject, draft.body), start.milliseconds]
        )
    }
}
