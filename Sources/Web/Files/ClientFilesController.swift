import Hummingbird
import Models

/// A client's files: all that can be downloaded, in four groups.
struct ClientFilesController: Sendable {
    let portal: Portal

    @Sendable func index(_ request: Request, _ context: ClientContext) async throws -> Response {
        let query = ClientFilesQuery(context.query)
        let screen = ClientScreen(context, firm: query.firm)
        let read = ClientFilesData.reading(query, screen, portal.format(context.app))
        return try await portal.show(context, reading: read) { found, counts, format in
            ClientFilesPage(found, query, showsFirm: counts.firms.count > 1 && query.firm == nil, format)
        }
    }
}

/// The data of a client's list of files.
struct ClientFilesData: Sendable {
    /// The group that is shown; `nil` for files of all.
    fileprivate let group: ClientFiles.Group?
    fileprivate let counts: ClientFiles.Counts
    fileprivate let waiting: (files: [ClientFiles.File], next: ClientFiles.Key?)
    fileprivate let found: (files: [ClientFiles.File], next: ClientFiles.Key?)

    private static let waitingLimit = 100

    static func reading(
        _ query: ClientFilesQuery, _ screen: ClientScreen, _ format: Format
    ) -> OfficeDatabase.Next<HeaderCounts.Client, ClientFilesData> {
        let asked = query.files(of: screen.person.id, at: screen.now, in: screen.office.zone)
        return { db, _ in
            let entries = try asked.entries(db)
            let files = query.shown(asked, of: entries)
            let (waits, rest) = query.parts(of: files)
            return ClientFilesData(
                group: files.group, counts: files.counts(of: entries),
                waiting: try waits?.page(db, of: entries, limit: waitingLimit) ?? (files: [], next: nil),
                found: try rest.found(db, query.search, of: entries, after: query.after) { format.words(of: $0) })
        }
    }
}

extension ClientFilesPage {
    init(_ data: ClientFilesData, _ query: ClientFilesQuery, showsFirm: Bool, _ format: Format) {
        let (waiting, found, counts) = (data.waiting, data.found, data.counts)
        let rows = (waiting.files + found.files).map { FileRow($0, query.paths, showsFirm: showsFirm, format) }
        let isEmpty = rows.isEmpty && found.next == nil
        self.init(
            menuFirm: query.firm, segments: query.segments(data.group, counts, format.text),
            hasSegments: counts.groups.count > 1, years: query.years(counts), anyYear: query.year == nil,
            shownText: query.shownText(format.text), rows: rows, isEmpty: isEmpty,
            moreWaitingHref: waiting.next == nil ? nil : query.waitingHref,
            searchesOn: found.files.isEmpty && found.next != nil, isFiltered: query.isAcross || query.year != nil,
            search: query.search, kept: query.kept(data.group), hasFiles: !counts.groups.isEmpty,
            action: query.paths.action(.files), allHref: query.allHref,
            zipHref: isEmpty ? nil : query.zipHref(data.group),
            zipText: query.zipText(data.group, counts.all, format.text),
            olderHref: found.next.map { query.href(data.group, after: $0) },
            newerHref: query.after == nil ? nil : query.href(data.group))
    }
}

extension ClientFilesQuery {
    /// Chooses a group where the address names none.
    fileprivate func shown(_ files: ClientFiles, of entries: [ClientFiles.Entry]) -> ClientFiles {
        guard !isAcross, group == nil else { return files }
        var shown = files
        shown.group = files.counts(of: entries).first
        return shown
    }

    /// Splits the list: the files to download are at the top of the first page; the others follow.
    fileprivate func parts(of files: ClientFiles) -> (waits: ClientFiles?, rest: ClientFiles) {
        guard !isAcross else { return (nil, files) }
        var (first, rest) = (files, files)
        (first.state, rest.state) = (.waiting, .seen)
        return (after == nil ? first : nil, rest)
    }

    fileprivate func segments(
        _ shown: ClientFiles.Group?, _ counts: ClientFiles.Counts, _ text: LanguageText
    ) -> [ClientFilesPage.Segment] {
        counts.groups.map { group, hasWaiting in
            .init(
                label: text("files.group.\(group.rawValue)"), href: with(group: group), isCurrent: group == shown,
                hasNew: hasWaiting)
        }
    }

    /// Returns the years to choose from, among them the chosen one.
    fileprivate func years(_ counts: ClientFiles.Counts) -> [Option] {
        let years = counts.years + [year].compactMap { $0 }.filter { !counts.years.contains($0) }
        return years.map { Option(code: "\($0)", name: "\($0)", isSelected: $0 == year) }
    }

    /// Returns the filters that the form keeps besides its own fields.
    fileprivate func kept(_ shown: ClientFiles.Group?) -> [ClientFilesPage.Kept] {
        let own = [("firm", paths.isViewed ? nil : firm.map(\.code)), ("kind", shown?.rawValue)]
        return (paths.kept.map { ($0.name, $0.value) } + own).compactMap { name, value in
            value.map { .init(field: name, value: $0) }
        }
    }

    /// Returns the heading of a list of all kinds.
    fileprivate func shownText(_ text: LanguageText) -> String? {
        search.isEmpty ? isWaiting ? text("files.waitingTitle") : nil : text("files.found", ["q": search.isolated])
    }

    fileprivate func zipText(_ shown: ClientFiles.Group?, _ count: Int, _ text: LanguageText) -> String {
        guard search.isEmpty else { return text("files.takeFound") }
        let what = [text("files.take.\(shown?.rawValue ?? "waiting")"), year.map { "\($0)".isolated }]
        return text(
            "files.takeAll",
            ["what": what.compactMap(\.self).joined(separator: " · "), "count": text.plural("count.files", count)])
    }
}
