import Foundation
import Hummingbird
import Models

/// The report of a send as a table for a spreadsheet, and as a page to print.
struct ReportExportsController: Sendable {
    let portal: Portal

    /// Rows of a table written at once.
    private static let piece = 200

    @Sendable func table(_ request: Request, _ context: StaffContext) async throws -> Response {
        let data = try await everything(context)
        let format = portal.format(context.app)
        let text = format.text
        let csv = CSV(
            decimal: text("number.decimal"),
            header: [
                text("firms.firm"), text("report.column.state"), text("report.column.readBy"),
                text("report.column.readAt"), text("report.column.downloads"), text("report.column.answeredAt"),
                text("report.column.people"), text("fields.phone"), text("expiry.label"),
                text("report.column.printouts"),
            ]
        )
        let (rows, skipped) = (data.page.rows, data.skipped)
        let watch = SessionWatch(portal, context.identity.session)
        return .csv(csv, named: "\(text("report.fileName")) \(data.broadcast.subject)", while: watch) {
            (start: Int?) in
            let (start, end) = (start ?? 0, min((start ?? 0) + Self.piece, rows.count))
            if end < rows.count { return (rows[start..<end].map { cells($0, data, format) }, end) }
            let rest = skipped.map {
                [$0.name, text("skip.\($0.reason.rawValue)")] + Array(repeating: "", count: 8)
            }
            return (rows[start..<end].map { cells($0, data, format) } + rest, nil)
        }
    }

    @Sendable func paper(_ request: Request, _ context: StaffContext) async throws -> Response {
        let data = try await everything(context)
        let person = context.person.id
        let scope = context.staff.firms(on: context.identity.office.today(at: portal.now()))
        let surroundings = try await portal.database.read { db in try Surroundings.office(db, person, in: scope) }
        let format = portal.format(context.app)
        let page = ReportPaperPage(data, format)
        var frame = portal.officeFrame(context.app, context.identity, surroundings, title: data.broadcast.subject)
        frame.isBroadcasts = true
        return .html(try portal.renderer.html(page, frame, context.app.language))
    }

    private func everything(_ context: StaffContext) async throws -> ReportData {
        let (id, sender) = (context.id(), context.ownSends)
        let day = context.identity.office.today(at: portal.now())
        let scope = context.staff.firms(on: day)
        return try await portal.database.read { db in
            let broadcast = try Broadcast.find(db, id, by: sender)
            let report = BroadcastReport(broadcast, scope: scope)
            return ReportData(
                broadcast: broadcast, sender: try Person.find(db, broadcast.personId).name,
                content: try broadcast.content(db), totals: try report.totals(db), page: try report.everything(db),
                skipped: try report.allSkipped(db), unreached: try broadcast.unreached(db, in: scope),
                reminders: try broadcast.reminders(db), today: day
            )
        }
    }

    private func cells(_ row: BroadcastReport.Row, _ data: ReportData, _ format: Format) -> [String] {
        let readers = data.page.readers[row.messageId] ?? []
        let contacts = data.page.contacts[row.conversationId] ?? []
        return [
            row.firmName, format.text(readers.isEmpty ? "messages.notRead" : "questions.read"),
            readers.map(\.personName).joined(separator: "; "),
            readers.map { format.fullMoment($0.at) }.joined(separator: "; "),
            data.page.taken(row, format).map { "\($0.file) (\($0.by), \(format.fullMoment($0.at)))" }
                .joined(separator: "; "),
            row.answeredAt.map(format.fullMoment) ?? "", contacts.map(\.personName).joined(separator: "; "),
            contacts.compactMap(\.phone).map(Format.tablePhone).joined(separator: "; "),
            data.broadcast.expiresOn.map(format.fullDay) ?? "",
            data.page.printedNames(row, data, format),
        ]
    }
}
