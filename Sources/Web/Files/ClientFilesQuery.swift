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
    let paths: ClientPaths

    /// - Parameter viewed: the firm that an employee views; the address then names none.
    init(_ query: Form, viewing viewed: Int64? = nil, _ paths: ClientPaths = .own) {
        firm = viewed ?? query.id("firm")
        self.paths = paths
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

    /// Returns the same filters, or another page of them.
    /// - Parameter shown: the group that the page shows, which need not stand in its address.
    func href(_ shown: ClientFiles.Group?, after: ClientFiles.Key? = nil) -> String {
        paths.link(
            .files,
            [
                "firm": firm.map(String.init), "period": year.map(String.init), "kind": shown?.rawValue,
                "state": state, "q": typed, "after": after?.text,
            ])
    }

    /// Returns the link to an archive of the same files.
    func zipHref(_ shown: ClientFiles.Group?) -> String {
        Path.filesZip.with([
            "firm": firm.map(String.init), "period": year.map(String.init), "kind": shown?.rawValue, "state": state,
            "q": typed,
        ])
    }

    /// Returns the link to a group, in the same year.
    func with(group: ClientFiles.Group) -> String {
        paths.link(
            .files,
            ["firm": firm.map(String.init), "period": year.map(String.init), "kind": group.rawValue])
    }

    var allHref: String { paths.link(.files, ["firm": firm.map(String.init)]) }

    var waitingHref: String { paths.link(.files, ["firm": firm.map(String.init), "state": "waiting"]) }

    private var state: String? { isWaiting ? "waiting" : nil }

    private var typed: String? { search.isEmpty ? nil : search }
}
