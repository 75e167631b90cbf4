import Dates
import Foundation
import Hummingbird
import Models
import Secrets

/// The card's tab Files: all files of the firm's correspondence.
struct FirmFilesController: Sendable {
    let portal: Portal

    @Sendable func index(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (id, query, zone) = (context.id(), FilesQuery(context), context.office.zone)
        return try await portal.show(context) { db in
            let facts = try FirmFacts.find(db, id, in: context.firms, on: context.day, at: context.now)
            return (
                facts: facts, files: try query.files(of: facts.firm, in: zone).page(db, after: query.key),
                kinds: try FirmFiles.kinds(db, of: facts.firm),
                beginning: try FirmArchive.beginning(db, of: facts.firm)
            )
        } page: { found, format in
            let periods = PeriodField(query.period, since: found.beginning, today: context.day, format)
            return page(found.facts, query, found.files, kinds: found.kinds, periods: periods, format)
        }
    }

    private func page(
        _ facts: FirmFacts, _ query: FilesQuery, _ found: FirmFiles.Page, kinds: [String], periods: PeriodField,
        _ format: Format
    ) -> FirmFilesPage {
        FirmFilesPage(
            card: FirmCard(facts, on: .files, format), files: found.files.map { row($0, found, format) },
            isEmpty: found.files.isEmpty, isFiltered: query.kind != nil || query.period != nil,
            kinds: ([nil] + kinds).map {
                FilterLink(
                    label: $0 ?? format.text("firmFiles.all"), href: query.href($0, query.period),
                    isCurrent: $0 == query.kind)
            },
            kind: query.kind, periods: periods,
            action: Path.firmFiles(query.firm).text, filesHref: Path.firmFiles(query.firm).text,
            printoutsHref: Path.firmPrintouts(query.firm).text,
            olderHref: found.next.map { query.href(query.kind, query.period, after: $0) },
            newerHref: query.key == nil ? nil : query.href(query.kind, query.period)
        )
    }

    private func row(_ file: FirmFiles.File, _ page: FirmFiles.Page, _ format: Format) -> FirmFilesPage.File {
        // The office's own downloads of what it sent are not shown.
        let taken = (page.downloads[file.messageId] ?? []).filter { mark in
            mark.attachmentId == file.attachmentId && (file.side == .client || !mark.isStaff)
        }
        return FirmFilesPage.File(
            fileHref: file.isLost ? nil : Path.attachment(file.attachmentId).with(["message": "\(file.messageId)"]),
            fileName: file.name, fileKind: file.kind, fileSize: format.size(file.size), sha256: Hex.text(file.sha256),
            subjectText: file.subject,
            subjectHref: Path.officeConversation(file.conversationId).at(message: file.messageId),
            sentBy: file.personName, sentAt: format.fullMoment(file.sentAt),
            takenBy: taken.map { format.provenBy($0) }, isTaken: !taken.isEmpty,
            isWaiting: taken.isEmpty && file.side == .office && !file.isLost, isLost: file.isLost
        )
    }
}

/// The files in the tab's address, and the file after which the page begins.
private struct FilesQuery: Sendable {
    let firm: Int64
    let kind: String?
    let period: Period?
    let key: FirmFiles.Key?

    init(_ context: StaffContext) {
        let query = context.query
        firm = context.id()
        kind = query.has("kind") ? query["kind"] : nil
        period = Period(yearOrMonth: query["period"])
        key = query.id("message").flatMap { message in
            query.id("file").map { FirmFiles.Key(message: message, attachment: $0) }
        }
    }

    func files(of firm: Firm, in zone: TimeZone) -> FirmFiles {
        var files = FirmFiles(of: firm)
        files.kind = kind
        files.moments = period?.moments(in: zone)
        return files
    }

    func href(_ kind: String?, _ period: Period?, after next: FirmFiles.Key? = nil) -> String {
        Path.firmFiles(firm).with([
            "kind": kind, "period": period?.shortText, "message": next.map { "\($0.message)" },
            "file": next.map { "\($0.attachment)" },
        ])
    }
}
