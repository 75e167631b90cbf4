import Dates
import Foundation
import Hummingbird
import Models

/// The card's first tab: all messages of the firm by conversation, with their exports.
struct ArchiveController: Sendable {
    let portal: Portal

    @Sendable func index(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (id, before, query) = (context.id(), context.query.id("before"), ArchiveQuery(context))
        return try await portal.show(context) { db in
            let facts = try FirmFacts.find(db, id, in: context.firms, on: context.day, at: context.now)
            return (
                facts: facts, beginning: try FirmArchive.beginning(db, of: facts.firm),
                archive: try query.archive(of: facts.firm).threads(db, after: before)
            )
        } page: { found, format in
            page(query, found.facts, found.archive, since: found.beginning, context, format)
        }
    }

    private func page(
        _ query: ArchiveQuery, _ facts: FirmFacts, _ found: FirmArchive.Threads, since beginning: Date?,
        _ context: StaffContext, _ format: Format
    ) -> ArchivePage {
        let id = facts.firm.id
        return ArchivePage(
            card: FirmCard(facts, on: .messages, format),
            threads: found.rows(isOpen: !query.search.isEmpty, format), isEmpty: found.threads.isEmpty,
            isFiltered: query.isFiltered, q: query.search, filters: query.filters(id, format),
            periods: PeriodField(query.period, since: beginning, today: context.day, format),
            show: query.show?.rawValue, action: Path.firm(id).text, exportHref: query.href(.firmArchiveTable(id)),
            printHref: query.href(.firmArchive(id)),
            olderHref: found.next.map { query.href(.firm(id), before: $0) },
            newerHref: context.query.id("before") == nil ? nil : query.href(.firm(id))
        )
    }

    /// Sends the same messages as a table for spreadsheets.
    @Sendable func table(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (id, query) = (context.id(), ArchiveQuery(context))
        let firm = try await portal.database.read { db in try Firm.find(db, id, in: context.firms) }
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
