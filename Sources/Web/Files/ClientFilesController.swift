import Hummingbird
import Models

/// A client's files: all that can be downloaded, in one list.
struct ClientFilesController: Sendable {
    let portal: Portal

    @Sendable func index(_ request: Request, _ context: ClientContext) async throws -> Response {
        let (query, text) = (ClientFilesQuery(context.query), portal.format(context.app))
        let files = query.files(of: context.person.id, at: context.now, in: context.office.zone)
        return try await portal.show(context) { db, _ in
            let (waits, rest) = query.parts(of: files)
            let entries = try files.entries(db)
            return ClientFilesData(
                counts: files.counts(of: entries),
                waiting: try waits?.page(db, of: entries, limit: Self.waitingLimit) ?? (files: [], next: nil),
                found: try rest.found(db, query.search, of: entries, after: query.after) { text.words(of: $0) })
        } page: { found, counts, format in
            ClientFilesPage(found, query, showsFirm: counts.firms.count > 1 && query.firm == nil, format)
        }
    }

    private static let waitingLimit = 100
}

/// The data of a client's list of files.
private struct ClientFilesData: Sendable {
    let counts: ClientFiles.Counts
    let waiting: (files: [ClientFiles.File], next: ClientFiles.Key?)
    let found: (files: [ClientFiles.File], next: ClientFiles.Key?)
}

extension ClientFilesPage {
    fileprivate init(_ data: ClientFilesData, _ query: ClientFilesQuery, showsFirm: Bool, _ format: Format) {
        let (waiting, found, counts) = (data.waiting, data.found, data.counts)
        let isEmpty = waiting.files.isEmpty && found.files.isEmpty && found.next == nil
        self.init(
            menuFirm: query.firm, waiting: FileRow.rows(waiting.files, format, showsFirm: showsFirm),
            hasWaiting: !waiting.files.isEmpty,
            moreWaitingHref: waiting.next == nil ? nil : query.with(waiting: true),
            rows: FileRow.rows(found.files, format, showsFirm: showsFirm), hasRows: !found.files.isEmpty,
            isEmpty: isEmpty, searchesOn: found.files.isEmpty && found.next != nil, isFiltered: query.isFiltered,
            search: query.search, kept: query.kept,
            states: query.states(counts, format), years: query.years(counts), kinds: query.kinds(counts, format),
            hasFiles: counts.all > 0, action: Path.files.text, allHref: Path.files.of(firm: query.firm),
            zipHref: isEmpty ? nil : query.href(.filesZip), olderHref: found.next.map { query.href(after: $0) },
            newerHref: query.after == nil ? nil : query.href())
    }
}

extension ClientFilesQuery {
    /// Splits the list: the files to download are at the top of the first page, unless they are the filter; the others
    /// follow.
    fileprivate func parts(of files: ClientFiles) -> (waits: ClientFiles?, rest: ClientFiles) {
        guard search.isEmpty, !isWaiting else { return (nil, files) }
        var (first, rest) = (files, files)
        (first.state, rest.state) = (.waiting, .seen)
        return (after == nil ? first : nil, rest)
    }

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

    /// The link of a chosen filter removes it.
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
