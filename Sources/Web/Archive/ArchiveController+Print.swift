import Foundation
import Hummingbird
import Models

extension ArchiveController {
    /// How many messages are read and written at a time.
    private static let printedAtOnce = 100

    /// All messages of the chosen period on one page without a menu, to be printed. They are written while they are
    /// read: ten years of them are never in memory as a whole.
    @Sendable func print(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (id, reader) = (context.id(), context.person.id)
        let (now, database) = (portal.now(), portal.database)
        let day = context.identity.office.today(at: now)
        let (scope, query) = (context.staff.firms(on: day), ArchiveQuery(context))
        let (facts, first, surroundings) = try await database.read { db in
            let facts = try FirmFacts.find(db, id, in: scope, on: day)
            return (
                facts, try query.archive(of: facts.firm).page(db, limit: Self.printedAtOnce),
                try Surroundings.office(db, reader, in: scope)
            )
        }
        let format = portal.format(context.app)
        let title = format.text("archive.printTitle", ["name": facts.firm.name])
        let sheet = ArchivePrintPage(
            firmName: facts.firm.name, identifier: Format.identifier(facts.firm.country, facts.firm.taxIdentifier),
            chosen: query.described(format), madeAt: format.fullMoment(now), madeBy: context.person.name,
            isEmpty: first.entries.isEmpty && first.next == nil, backHref: query.href(.firm(id)))
        let frame = portal.officeFrame(context.app, context.identity, surroundings, title: title)
        let archive = query.archive(of: facts.firm)
        let (renderer, language) = (portal.renderer, context.app.language)
        let around = sheet.around(try renderer.html(sheet, frame, language))
        let entries = { @Sendable (page: FirmArchive.Page) in
            (try renderer.html(ArchivePrintEntries(entries: page.rows(format)), frame, language), page.next)
        }
        return StreamedPage(
            head: around.head, first: try entries(first), tail: around.tail,
            watch: SessionWatch(portal, context.identity.session)
        ) { before in
            try entries(
                try await database.read { db in try archive.page(db, before: before, limit: Self.printedAtOnce) })
        }.response
    }
}
