import Hummingbird
import Models

/// A client's files: everything to be taken, in one list.
struct ClientFilesController: Sendable {
    let portal: Portal

    @Sendable func index(_ request: Request, _ context: ClientContext) async throws -> Response {
        let (person, query, now) = (context.person.id, ClientFilesQuery(context.query), portal.now())
        let format = portal.format(context.app)
        let files = query.files(of: person, at: now, in: context.identity.office.zone)
        // What waits stands on top of the first page, unless it is asked for alone.
        let isSplit = query.search.isEmpty && !query.isWaiting
        let (surroundings, counts, waiting, found) = try await portal.database.read { db in
            var (first, rest) = (files, files)
            if isSplit { (first.state, rest.state) = (.waiting, .seen) }
            let entries = try files.entries(db)
            let waits = isSplit && query.after == nil
            return (
                try Surroundings.client(db, person), files.counts(of: entries),
                waits ? try first.page(db, of: entries, limit: Self.waitingLimit) : (files: [], next: nil),
                try rest.found(db, query.search, of: entries, after: query.after) { format.words(of: $0) }
            )
        }
        let showsFirm = surroundings.firms.count > 1 && query.firm == nil
        let isEmpty = waiting.files.isEmpty && found.files.isEmpty && found.next == nil
        let page = ClientFilesPage(
            waiting: FileRow.rows(waiting.files, format, showsFirm: showsFirm), hasWaiting: !waiting.files.isEmpty,
            moreWaitingHref: waiting.next == nil ? nil : query.with(waiting: true),
            rows: FileRow.rows(found.files, format, showsFirm: showsFirm), hasRows: !found.files.isEmpty,
            isEmpty: isEmpty, searchesOn: found.files.isEmpty && found.next != nil, isFiltered: query.isFiltered,
            search: query.search, kept: query.kept,
            states: query.states(counts, format), years: query.years(counts), kinds: query.kinds(counts, format),
            hasFiles: counts.all > 0, action: Path.files.text,
            allHref: Path.files.with(["firm": query.firm.map(String.init)]),
            archiveHref: isEmpty ? nil : query.href(.filesArchive), olderHref: found.next.map { query.href(after: $0) },
            newerHref: query.after == nil ? nil : query.href())
        var frame = portal.clientFrame(context, surroundings, title: format.text("files.title"), firm: query.firm)
        frame.isFiles = true
        return .html(try portal.renderer.html(page, frame, context.app.language))
    }

    private static let waitingLimit = 100
}

extension ClientFilesQuery {
    fileprivate var kept: [ClientFilesPage.Kept] {
        let fields = [
            ("firm", firm.map(\.code)), ("period", year.map(String.init)), ("kind", kind),
            ("state", isWaiting ? "waiting" : nil),
        ]
        return fields.compactMap { name, value in value.map { ClientFilesPage.Kept(field: name, value: $0) } }
    }

    fileprivate func states(_ counts: ClientFiles.Counts, _ format: Format) -> [ClientFilesPage.Choice] {
        [
            .init(
                label: format.text("files.all"), count: "\(counts.all)", href: with(waiting: false),
                isCurrent: !isWaiting),
            .init(
                label: format.text("files.waiting"), count: "\(counts.waiting)", href: with(waiting: true),
                isCurrent: isWaiting),
        ]
    }

    /// Pressed again, what is chosen is let go.
    fileprivate func years(_ counts: ClientFiles.Counts) -> [ClientFilesPage.Choice] {
        counts.years.map { each in
            .init(
                label: "\(each.year)", count: "\(each.count)", href: with(year: each.year == year ? nil : each.year),
                isCurrent: each.year == year)
        }
    }

    fileprivate func kinds(_ counts: ClientFiles.Counts, _ format: Format) -> [ClientFilesPage.Choice] {
        counts.kinds.map { each in
            let printout = Printout.Kind(rawValue: each.kind)
            return .init(
                label: printout.map { format.text("printouts.file.\($0.rawValue)") } ?? each.kind,
                count: "\(each.count)", href: with(kind: each.kind == kind ? nil : each.kind),
                isCurrent: each.kind == kind)
        }
    }
}
