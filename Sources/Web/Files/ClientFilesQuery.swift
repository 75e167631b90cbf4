import Dates
import Formats
import Foundation
import Models

/// The filters of a client's files, in the address: `?firm=3&period=2026&kind=registers`, or `?state=waiting`, or
/// `?q=paliwo`. What waits and what is searched for is shown of all kinds.
struct ClientFilesQuery: Sendable {
    let firm: Int64?
    let year: Int?
    let group: ClientFiles.Group?
    let isWaiting: Bool
    let search: String
    let after: ClientFiles.Key?

    init(_ query: Form) {
        firm = query.id("firm")
        year = Period(yearOrMonth: query["period"])?.from.year
        isWaiting = query["state"] == "waiting"
        search = TypedText.line(query["q"].beginning(200))
        group = isWaiting || !search.isEmpty ? nil : ClientFiles.Group(rawValue: query["kind"])
        after = ClientFiles.Key(query["after"])
    }

    /// Whether the list is of files of all kinds.
    var isAcross: Bool { isWaiting || !search.isEmpty }

    func files(of person: Int64, at now: Date, in zone: TimeZone) -> ClientFiles {
        var files = ClientFiles(of: person, at: now, in: zone)
        (files.firm, files.year, files.group) = (firm, year, group)
        if isWaiting { files.state = .waiting }
        return files
    }

    /// Returns the same filters with another address, or another page.
    /// - Parameter shown: the group that the page shows, which need not stand in its address.
    func href(_ shown: ClientFiles.Group?, of path: Path = .files, after: ClientFiles.Key? = nil) -> String {
        path.with([
            "firm": firm.map(String.init), "period": year.map(String.init), "kind": shown?.rawValue,
            "state": isWaiting ? "waiting" : nil, "q": search.isEmpty ? nil : search, "after": after?.text,
        ])
    }

    /// Returns the link to a group, in the same year.
    func with(group: ClientFiles.Group) -> String {
        Path.files.with([
            "firm": firm.map(String.init), "period": year.map(String.init), "kind": group.rawValue,
        ])
    }

    var waitingHref: String { Path.files.with(["firm": firm.map(String.init), "state": "waiting"]) }
}
