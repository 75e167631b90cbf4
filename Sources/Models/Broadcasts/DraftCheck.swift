import Dates
import Foundation
import GRDB
import Secrets

/// What a send would do, looked at before it: how many firms get the notice and how many are skipped, one
/// page of each, and one firm whose preview is shown.
package struct DraftCheck: Sendable {
    package enum Skip: String, Codable, CaseIterable, Sendable, DatabaseValueConvertible {
        case noPerson, noPayroll, archived, notYours, noPrintout
    }

    package struct Recipient: StoredRow {
        package let firmId: Int64
        package let name: String
        /// Everyone of the firm who will find the notice in the inbox.
        package let people: String
        package let activeCount: Int
    }

    package struct Skipped: StoredRow {
        package let firmId: Int64
        package let name: String
        package let reason: Skip
    }

    /// The firms that may get the notice, by what they would get of the printouts.
    package struct Counts: Sendable, Equatable {
        package var complete = 0
        package var partial = 0
        package var without = 0

        package init() {}
    }

    /// A firm that would not get all printouts that are asked for.
    package struct Lacking: Sendable {
        package let firmId: Int64
        package let name: String
        /// Those that it ought to have and has none of.
        package let kinds: [Printout.Kind]
        /// Whether it would get others.
        package let hasOthers: Bool
    }

    /// The same notice, sent today to some of the same firms.
    package struct SentBefore: StoredRow {
        package let broadcastId: Int64
        package let sentAt: Date
        package let firmCount: Int
    }

    /// Where the page stands: the firms after which its lists go on, and the firm of the preview.
    package struct Place: Sendable {
        package var recipientsAfter: Int64?
        package var skippedAfter: Int64?
        package var lackingAfter: Int64?
        package var preview: Int64?
        package var need = PrintoutNeed.any

        package init() {}
    }

    /// The firm whose preview is shown, and those before and after it.
    package struct Preview: Sendable {
        package let recipient: Recipient
        /// The firm's own printouts, which would go with the notice.
        package let printouts: [Printout.Facts]
        package let position: Int
        package let previous: Int64?
        package let next: Int64?
    }

    package let count: Int
    /// All that get nothing; so many of them are no longer the sender's, and are not named.
    package let skippedCount: Int
    package let notYoursCount: Int
    /// Names what would be sent: the firms, with the printouts and the files of each, and the text. Another set of the same
    /// size has another name.
    package let fingerprint: String
    package let recipients: [Recipient]
    package let hasMoreRecipients: Bool
    package let skipped: [Skipped]
    package let hasMoreSkipped: Bool
    /// Nothing when no printouts are asked for.
    package let printouts: PrintoutChoice?
    /// All firms that may get the notice, whether they are to be left out or not.
    package let counts: Counts?
    package let lacking: [Lacking]
    package let hasMoreLacking: Bool
    /// Firms that have printouts of what was asked for which show wages, and do not get them with this notice.
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
