import Foundation
import Hummingbird
import Models

/// What was sent: the list of notices, and the report of one.
struct ReportsController: Sendable {
    let portal: Portal

    @Sendable func index(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (sender, before, person) = (context.ownSends, context.query.id("before"), context.person.id)
        let scope = context.staff.firms(on: context.identity.office.today(at: portal.now()))
        let (rows, surroundings) = try await portal.database.read { db in
            (
                try BroadcastList.page(db, by: sender, before: before),
                try Surroundings.office(db, person, in: scope)
            )
        }
        let format = portal.format(context.app)
        let shown = rows.prefix(BroadcastList.pageSize)
        let page = BroadcastsPage(
            rows: shown.map { row($0, format) }, isEmpty: shown.isEmpty,
            olderHref: rows.count > shown.count ? Path.broadcasts.with(["before": shown.last.map { "\($0.id)" }]) : nil,
            newerHref: before == nil ? nil : Path.broadcasts.text
        )
        var frame = portal.officeFrame(
            context.app, context.identity, surroundings, title: format.text("broadcasts.title"))
        frame.isBroadcasts = true
        return .html(try portal.renderer.html(page, frame, context.app.language))
    }

    @Sendable func show(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (id, sender, person) = (try context.id(), context.ownSends, context.person.id)
        let show = BroadcastReport.Show(rawValue: context.query["show"]) ?? .all
        let after = context.query.id("after")
        let scope = context.staff.firms(on: context.identity.office.today(at: portal.now()))
        let (data, surroundings) = try await portal.database.read { db in
            let broadcast = try Broadcast.find(db, id, by: sender)
            let report = BroadcastReport(broadcast, scope: scope)
            let data = ReportData(
                broadcast: broadcast, sender: try Person.find(db, broadcast.personId).name,
                content: try broadcast.content(db), totals: try report.totals(db),
                page: try report.page(db, show, after: after), skipped: try report.skipped(db)
            )
            return (data, try Surroundings.office(db, person, in: scope))
        }
        let format = portal.format(context.app)
        let page = ReportPage(data, show: show, isFirst: after == nil, format)
        var frame = portal.officeFrame(context.app, context.identity, surroundings, title: data.broadcast.subject)
        frame.isBroadcasts = true
        return .html(try portal.renderer.html(page, frame, context.app.language))
    }

    private func row(_ row: BroadcastList.Row, _ format: Format) -> BroadcastsPage.Row {
        BroadcastsPage.Row(
            subject: row.subject, href: Path.broadcast(row.id).text,
            meta: "\(format.moment(row.sentAt)) · \(row.senderName.isolated)",
            recipients: format.text.plural("count.firms", row.firmCount),
            read: format.text("broadcasts.readOf", ["read": "\(row.read)", "of": "\(row.firmCount)"]),
            isAllRead: row.read == row.firmCount
        )
    }
}

/// What the report page is made of.
struct ReportData: Sendable {
    let broadcast: Broadcast
    let sender: String
    let content: Broadcast.Content
    let totals: BroadcastReport.Totals
    let page: BroadcastReport.Page
    let skipped: [DraftCheck.Skipped]
}
