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
            try BroadcastList.page(db, by: context.ownSends, before: before)
        } page: { rows, format in
            let shown = rows.prefix(BroadcastList.pageSize)
            return BroadcastsPage(
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
                page: try report.page(db, show, after: show == .skipped ? nil : after),
                skipped: show == .skipped ? try report.skipped(db, after: after) : [],
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
            recipients: format.text.plural("count.firms", row.firmCount),
            read: format.text("broadcasts.readOf", ["read": "\(row.read)", "of": "\(row.firmCount)"]),
            isAllRead: row.read == row.firmCount,
            tone: format.waitingTone(since: row.sentAt, isOver: row.expiresOn.map { $0 < today } ?? false),
            unreadHref: Path.broadcast(row.id).with(["show": BroadcastReport.Show.unread.rawValue]),
            againHref: Path.firms.with(["again": "\(row.id)"]),
            validity: row.expiresOn.map { format.validity($0, today: today) }
        )
    }
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
    /// The firms that would be reminded.
    let unreached: Reminder.Audience
    let reminders: [Reminder]
    let today: Day

    /// Returns the last day of the notice's validity, or that it is over; `nil` for one without a last day.
    func validity(_ format: Format) -> State? { broadcast.expiresOn.map { format.validity($0, today: today) } }
}
