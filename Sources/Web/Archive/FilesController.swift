import Dates
import Hummingbird
import Models
import Secrets

/// The card's tab Files: all files of the firm's correspondence.
struct FilesController: Sendable {
    let portal: Portal

    @Sendable func index(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (id, reader, query) = (context.id(), context.person.id, context.query)
        let day = context.identity.office.today(at: portal.now())
        let (scope, zone) = (context.staff.firms(on: day), context.identity.office.zone)
        let period = Period(yearOrMonth: query["period"])
        let kind = query.has("kind") ? query["kind"] : nil
        let key = query.id("message").flatMap { message in
            query.id("file").map { FirmFiles.Key(message: message, attachment: $0) }
        }
        let (facts, found, kinds, beginning, surroundings) = try await portal.database.read { db in
            let facts = try FirmFacts.find(db, id, in: scope, on: day)
            var files = FirmFiles(of: facts.firm)
            files.kind = kind
            files.moments = period?.moments(in: zone)
            return (
                facts, try files.page(db, after: key), try FirmFiles.kinds(db, of: facts.firm),
                try FirmArchive.beginning(db, of: facts.firm), try Surroundings.office(db, reader, in: scope)
            )
        }
        let format = portal.format(context.app)
        let href = { (kind: String?, period: Period?, next: FirmFiles.Key?) in
            Path.firmFiles(id).with([
                "kind": kind, "period": period?.shortText, "message": next.map { "\($0.message)" },
                "file": next.map { "\($0.attachment)" },
            ])
        }
        let years = Period.years(from: beginning.map { Day($0, in: zone) }, to: day)
        let page = FilesPage(
            card: FirmCard(facts, on: .files, format), files: found.files.map { row($0, found, format) },
            isEmpty: found.files.isEmpty, isFiltered: kind != nil || period != nil,
            kinds: ([nil] + kinds).map {
                ArchivePage.Choice(
                    label: $0 ?? format.text("archive.allKinds"), href: href($0, period, nil), isCurrent: $0 == kind)
            },
            years: years.map {
                ArchivePage.Choice(
                    label: $0.shortText, href: href(kind, $0 == period ? nil : $0, nil), isCurrent: $0 == period)
            },
            action: Path.firmFiles(id).text, filesHref: Path.firmFiles(id).text,
            printoutsHref: Path.firmPrintouts(id).text, olderHref: found.next.map { href(kind, period, $0) },
            newerHref: key == nil ? nil : href(kind, period, nil)
        )
        var frame = portal.officeFrame(context.app, context.identity, surroundings, title: page.card.title)
        frame.isFirms = true
        return .html(try portal.renderer.html(page, frame, context.app.language))
    }

    private func row(_ file: FirmFiles.File, _ page: FirmFiles.Page, _ format: Format) -> FilesPage.Row {
        let taken = (page.downloads[file.messageId] ?? []).filter { $0.attachmentId == file.attachmentId }
        return FilesPage.Row(
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
