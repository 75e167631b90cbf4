import Foundation
import Hummingbird
import Models

/// The report of a send as a table for a spreadsheet, and as a page for printing.
struct ReportExportsController: Sendable {
    let portal: Portal

    /// The number of table rows written at once.
    private static let piece = 200

    @Sendable func table(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (find, format) = (everything(context), portal.format(context.app))
        let data = try await portal.database.read(find)
        let csv = CSV(decimal: format.text("number.decimal"), header: Self.header(format.text))
        let (rows, skipped) = (data.page.rows, data.skipped)
        let watch = SessionWatch(portal, context.identity.session)
        return .csv(csv, named: "\(format.text("report.fileName")) \(data.broadcast.subject)", while: watch) {
            (start: Int?) in
            let (start, end) = (start ?? 0, min((start ?? 0) + Self.piece, rows.count))
            if end < rows.count { return (rows[start..<end].map { cells($0, data, format) }, end) }
            let without =
                skipped.map { ($0.name, format.text("skip.\($0.reason.rawValue)")) }
                + data.withdrawn.map { ($0.name, format.withdrawn(by: $0.personName, $0.at)) }
            let rest = without.map { [$0, $1] + Array(repeating: "", count: 8) }
            return (rows[start..<end].map { cells($0, data, format) } + rest, nil)
        }
    }

    @Sendable func paper(_ request: Request, _ context: StaffContext) async throws -> Response {
        try await portal.show(context, reading: everything(context)) { ReportPaperPage($0, $1) }
    }

    private func everything(_ context: StaffContext) -> OfficeDatabase.Verb<ReportData> {
        let id = context.id()
        return { db in
            let broadcast = try Broadcast.find(db, id, by: context.ownSends)
            let report = BroadcastReport(broadcast, scope: context.firms)
            return ReportData(
                show: .all, broadcast: broadcast, sender: try Person.find(db, broadcast.personId).name,
                content: try broadcast.content(db), totals: try report.totals(db), page: try report.everything(db),
                skipped: try report.allSkipped(db),
                withdrawn: try broadcast.withdrawn(db, in: context.firms, limit: .max), withdrawable: 0,
                unreached: try broadcast.unreached(db, in: context.firms),
                reminders: try broadcast.reminders(db), today: context.day
            )
        }
    }

    private static func header(_ text: LanguageText) -> [String] {
        [
            text("firms.firm"), text("report.column.state"), text("report.column.readBy"),
            text("report.column.readAt"), text("report.column.downloads"), text("report.column.answeredAt"),
            text("report.column.people"), text("fields.phone"), text("expiry.label"),
            text("report.column.printouts"),
        ]
    }

    private func cells(_ row: BroadcastReport.Recipient, _ data: ReportData, _ format: Format) -> [String] {
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
