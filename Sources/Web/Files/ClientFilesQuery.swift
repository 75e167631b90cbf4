import Dates
import Formats
import Foundation
import Models

/// The filters of a client's files, in the address: `?firm=3&period=2026&kind=taxLedger&state=waiting&q=paliwo`.
struct ClientFilesQuery: Sendable {
    let firm: Int64?
    let year: Int?
    let kind: String?
    let isWaiting: Bool
    let search: String
    let after: ClientFiles.Key?

    init(_ query: Form) {
        firm = query.id("firm")
        year = Period(yearOrMonth: query["period"])?.from.year
        kind = query.has("kind") ? query["kind"] : nil
        isWaiting = query["state"] == "waiting"
        search = TypedText.line(query["q"].beginning(200))
        after = ClientFiles.Key(query["after"])
    }

    var isFiltered: Bool { year != nil || kind != nil || isWaiting || !search.isEmpty }

    func files(of person: Int64, at now: Date, in zone: TimeZone) -> ClientFiles {
        var files = ClientFiles(of: person, at: now, in: zone)
        (files.firm, files.year, files.kind) = (firm, year, kind)
        if isWaiting { files.state = .waiting }
        return files
    }

    /// Returns the same filters with another address, or another page.
    func href(_ path: Path = .files, after: ClientFiles.Key? = nil) -> String {
        href(path, year, kind, isWaiting, after)
    }

    func with(year: Int?) -> String { href(.files, year, kind, isWaiting, nil) }
    func with(kind: String?) -> String { href(.files, year, kind, isWaiting, nil) }
    func with(waiting: Bool) -> String { href(.files, year, kind, waiting, nil) }

    private func href(
        _ path: Path, _ year: Int?, _ kind: String?, _ isWaiting: Bool, _ after: ClientFiles.Key?
    ) -> String {
        path.with([
            "firm": firm.map(String.init), "period": year.map(String.init), "kind": kind,
            "state": isWaiting ? "waiting" : nil, "q": search.isEmpty ? nil : search, "after": after?.text,
        ])
    }
}
