import Dates
import Foundation
import Hummingbird
import Models

/// The card's first tab: everything ever sent to or received from the firm, and what to take away of it.
struct ArchiveController: Sendable {
    let portal: Portal

    @Sendable func index(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (id, reader, before) = (context.id(), context.person.id, context.query.id("before"))
        let day = context.identity.office.today(at: portal.now())
        let (scope, query) = (context.staff.firms(on: day), ArchiveQuery(context))
        let (facts, beginning, found, surroundings) = try await portal.database.read { db in
            let facts = try FirmFacts.find(db, id, in: scope, on: day)
            return (
                facts, try FirmArchive.beginning(db, of: facts.firm),
                try query.archive(of: facts.firm).page(db, before: before),
                try Surroundings.office(db, reader, in: scope)
            )
        }
        let format = portal.format(context.app)
        let page = ArchivePage(
            card: FirmCard(facts, on: .messages, format), entries: found.rows(format),
            isEmpty: found.entries.isEmpty, isFiltered: query.isFiltered, q: query.search,
            filters: query.filters(id, format), years: query.years(id, since: beginning, today: day),
            months: query.months(id, today: day, format), period: query.period?.shortText, side: query.side?.rawValue,
            action: Path.firm(id).text, exportHref: query.href(.firmArchiveTable(id)),
            printHref: query.href(.firmArchive(id)),
            olderHref: found.next.map { query.href(.firm(id), before: $0) },
            newerHref: before == nil ? nil : query.href(.firm(id))
        )
        var frame = portal.officeFrame(context.app, context.identity, surroundings, title: page.card.title)
        frame.isFirms = true
        return .html(try portal.renderer.html(page, frame, context.app.language))
    }

    /// The same messages as a table for spreadsheets.
    @Sendable func table(_ request: Request, _ context: StaffContext) async throws -> Response {
        let id = context.id()
        let day = context.identity.office.today(at: portal.now())
        let (scope, query) = (context.staff.firms(on: day), ArchiveQuery(context))
        let firm = try await portal.database.read { db in try Firm.find(db, id, in: scope) }
        let (format, database, archive) = (portal.format(context.app), portal.database, query.archive(of: firm))
        let name = [firm.name, query.period?.shortText].compactMap { $0 }.joined(separator: " ")
        return .csv(
            CSV(decimal: format.text("number.decimal"), header: FirmArchive.Page.header(format.text)), named: name,
            while: SessionWatch(portal, context.identity.session)
        ) { (before: Int64?) in
            let page = try await database.read { db in try archive.page(db, before: before, limit: 200) }
            return (page.lines(format), page.next)
        }
    }
}
