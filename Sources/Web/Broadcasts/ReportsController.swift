import Dates
import Foundation
import Hummingbird
import Models

/// The list of sent notices, and the report of one.
struct ReportsController: Sendable {
    let portal: Portal

    @Sendable func index(_ request: Request, _ context: StaffContext) async throws -> Response {
        let before = context.query.id("before")
        return try await portal.show(context) { db in
            (
                rows: try BroadcastList.page(db, by: context.ownSends, before: before),
                drafts: before == nil ? try Draft.unfinished(db, of: context.person.id) : []
            )
        } page: { found, format in
            let (rows, shown) = (found.rows, found.rows.prefix(BroadcastList.pageSize))
            return BroadcastsPage(
                drafts: found.drafts.map { .init($0, format) }, hasDrafts: !found.drafts.isEmpty,
                rows: shown.map { row($0, today: context.day, format) }, isEmpty: shown.isEmpty,
                olderHref: rows.count > shown.count
                    ? Path.broadcasts.with(["before": shown.last.map { "\($0.id)" }]) : nil,
                newerHref: before == nil ? nil : Path.broadcasts.text
            )
        }
    }

    @Sendable func show(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (id, after) = (context.id(), context.query.id("after"))
        let asked = BroadcastReport.Show(rawValue: context.query["show"])
        return try await portal.show(context) { db in
            let broadcast = try Broadcast.find(db, id, by: context.ownSends)
            let report = BroadcastReport(broadcast, scope: context.firms)
            let totals = try report.totals(db)
            // What matters first: whom to call.
            let show = asked ?? (totals.unread > 0 ? .unread : .all)
            return ReportData(
                show: show, broadcast: broadcast, sender: try Person.find(db, broadcast.personId).name,
                content: try broadcast.content(db), totals: totals,
                page: try report.page(db, show, after: [.skipped, .withdrawn].contains(show) ? nil : after),
                skipped: show == .skipped ? try report.skipped(db, after: after) : [],
                withdrawn: show == .withdrawn ? try broadcast.withdrawn(db, after: after, in: context.firms) : [],
                withdrawable: try broadcast.withdrawableCount(db, in: context.firms),
                unreached: try broadcast.unreached(db, in: context.firms), reminders: try broadcast.reminders(db),
                today: context.day
            )
        } page: { data, format in
            ReportPage(data, isFirst: after == nil, format)
        }
    }

    private func row(_ row: BroadcastList.Entry, today: Day, _ format: Format) -> BroadcastsPage.Notice {
        BroadcastsPage.Notice(
            subject: row.subject, href: Path.broadcast(row.id).text,
            meta: "\(format.moment(row.sentAt)) · \(row.senderName.isolated)",
            recipients: format.recipients(row),
            read: format.text("broadcasts.readOf", ["read": "\(row.read)", "of": "\(row.firmCount)"]),
            isAllRead: row.read == row.firmCount && row.read > 0,
            tone: format.waitingTone(since: row.sentAt, isOver: row.expiresOn.map { $0 < today } ?? false),
            unreadHref: Path.broadcast(row.id).with(["show": BroadcastReport.Show.unread.rawValue]),
            againHref: Path.firms.with(["again": "\(row.id)"]),
            validity: row.expiresOn.map { format.validity($0, today: today) }
        )
    }
}

extension Format {
    /// To how many firms it went, and from how many it was withdrawn.
    fileprivate func recipients(_ row: BroadcastList.Entry) -> String {
        let firms = text.plural("count.firms", row.firmCount)
        return row.withdrawnCount == 0
            ? firms : "\(firms) · \(text.plural("withdrawals.fromFirms", row.withdrawnCount))"
    }
}

extension BroadcastsPage.Unfinished {
    init(_ draft: Draft.Unfinished, _ format: Format) {
        let firms = draft.firmCount == 0 ? nil : format.text.plural("count.firms", draft.firmCount)
        let beginning = MessageText.preview(draft.beginning)
        self.init(
            key: draft.key,
            draftSubject: [draft.subject, beginning].first { !$0.isEmpty } ?? format.text("drafts.nameless"),
            draftHref: draft.href,
            draftMeta: [format.moment(draft.changedAt), firms].compactMap(\.self).joined(separator: " · "),
            failure: draft.failure.map { format.text("sends.failed.\($0.rawValue)") })
    }
}

extension Draft.Unfinished {
    /// The composer with its text; the firm list, where its firms are still to be ticked.
    var href: String { (firmCount == 0 ? Path.firms : Path.newBroadcast).with(["draft": key]) }
}

/// The data of the report page.
struct ReportData: Sendable {
    /// The recipients that the page lists.
    let show: BroadcastReport.Show
    let broadcast: Broadcast
    let sender: String
    let content: Broadcast.Content
    let totals: BroadcastReport.Totals
    let page: BroadcastReport.Page
    let skipped: [DraftCheck.Skipped]
    let withdrawn: [Broadcast.Withdrawn]
    /// From how many firms it can still be withdrawn.
    let withdrawable: Int
    /// The firms that would be reminded.
    let unreached: Reminder.Audience
    let reminders: [Reminder]
    let today: Day

    /// Returns the last day of the notice's validity, or that it is over; `nil` for one without a last day.
    func validity(_ format: Format) -> State? { broadcast.expiresOn.map { format.validity($0, today: today) } }
}
