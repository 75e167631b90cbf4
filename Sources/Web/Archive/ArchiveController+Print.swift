import Foundation
import Hummingbird
import Models

extension ArchiveController {
    /// The number of messages read and written at a time.
    private static let printedAtOnce = 100

    /// Shows all messages of the chosen period on one page without a menu, for printing. They are written while they
    /// are read, so that ten years of them are never in memory at once.
    @Sendable func print(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (id, query, database) = (context.id(), ArchiveQuery(context), portal.database)
        let (found, counts) = try await portal.read(context) { db in
            let facts = try FirmFacts.find(db, id, in: context.firms, on: context.day, at: context.now)
            let archive = query.archive(of: facts.firm)
            return (facts: facts, archive: archive, first: try archive.page(db, limit: Self.printedAtOnce))
        }
        let format = portal.format(context.app)
        let sheet = sheet(found.facts, query, isEmpty: found.first.isEmpty, context, format)
        let frame = portal.officeFrame(sheet, context, counts)
        let (renderer, language) = (portal.renderer, context.app.language)
        let around = sheet.around(String(decoding: try renderer.html(sheet, frame, language), as: UTF8.self))
        let entries = { @Sendable (page: FirmArchive.Page) in
            let html = try renderer.html(ArchivePrintEntries(entries: page.rows(format)), frame, language)
            return (String(decoding: html, as: UTF8.self), page.next)
        }
        return StreamedPage(
            head: around.head, first: try entries(found.first), tail: around.tail,
            watch: SessionWatch(portal, context.identity.session)
        ) { before in
            try entries(
                try await database.read { try found.archive.page($0, before: before, limit: Self.printedAtOnce) })
        }.response
    }

    private func sheet(
        _ facts: FirmFacts, _ query: ArchiveQuery, isEmpty: Bool, _ context: StaffContext, _ format: Format
    ) -> ArchivePrintPage {
        ArchivePrintPage(
            firmName: facts.firm.name, identifier: Format.identifier(facts.firm.country, facts.firm.taxIdentifier),
            chosen: query.described(format), madeAt: format.fullMoment(context.now), madeBy: context.person.name,
            isEmpty: isEmpty, backHref: query.href(.firm(facts.firm.id)))
    }
}

extension FirmArchive.Page {
    fileprivate var isEmpty: Bool { entries.isEmpty && next == nil }
}
