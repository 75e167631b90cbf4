import Foundation
import Hummingbird
import Models

/// The report of a send as a table for a spreadsheet, and as a page to print.
struct ReportExportsController: Sendable {
    let portal: Portal

    @Sendable func table(_ request: Request, _ context: StaffContext) async throws -> Response {
        let data = try await everything(context)
        let format = portal.format(context.app)
        let text = format.text
        var csv = CSV(
            decimal: text("number.decimal"),
            header: [
                text("firms.firm"), text("report.column.state"), text("report.column.readBy"),
                text("report.column.readAt"), text("report.column.downloads"), text("report.column.answeredAt"),
                text("report.column.people"), text("fields.phone"), text("expiry.label"),
                text("report.column.printouts"),
            ]
        )
        for row in data.page.rows { csv.add(cells(row, data, format)) }
        for firm in data.skipped {
            csv.add([firm.name, text("skip.\(firm.reason.rawValue)")] + Array(repeating: "", count: 8))
        }
        return csv.response(named: "\(text("report.fileName")) \(data.broadcast.subject)")
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
        let (id, sender) = (try context.id(), context.ownSends)
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
            contacts.compactMap(\.phone).joined(separator: "; "), data.broadcast.expiresOn.map(format.fullDay) ?? "",
            data.page.printedNames(row, format),
        ]
    }
}
