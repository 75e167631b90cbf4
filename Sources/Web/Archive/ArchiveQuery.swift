import Dates
import Formats
import Foundation
import Models

/// The part of the archive in an address: `?show=client&period=2026-11&q=zaliczka`.
struct ArchiveQuery: Sendable {
    /// One side's messages, or what is open. At most one of them is chosen.
    enum Show: String, CaseIterable { case office, client, unanswered, untaken }

    let show: Show?
    let period: Period?
    let search: String
    private let zone: TimeZone
    private let now: Date

    init(_ context: StaffContext) {
        show = Show(rawValue: context.query["show"])
        period = Period(yearOrMonth: context.query["period"])
        search = TypedText.line(context.query["q"].beginning(200))
        (zone, now) = (context.office.zone, context.now)
    }

    var isFiltered: Bool { show != nil || period != nil || !search.isEmpty }

    func archive(of firm: Firm) -> FirmArchive {
        var archive = FirmArchive(of: firm)
        switch show {
        case .office: archive.side = .office
        case .client: archive.side = .client
        case .unanswered: archive.open = .unanswered
        case .untaken: archive.open = .untaken(now)
        case nil: break
        }
        archive.moments = period?.moments(in: zone)
        archive.search = search
        return archive
    }

    func href(_ path: Path, before: Int64? = nil) -> String { href(path, show, before: before) }

    func filters(_ firm: Int64, _ format: Format) -> [FilterLink] {
        ([nil] + Show.allCases).map { each in
            FilterLink(
                label: format.text("archive.show.\(each?.rawValue ?? "all")"), href: href(.firm(firm), each),
                isCurrent: each == show)
        }
    }

    /// Returns the filters in words, for the printed page.
    func described(_ format: Format) -> [String] {
        var parts = [period.map(format.shortPeriod) ?? format.text("archive.allTimes")]
        if let show { parts.append(format.text("archive.show.\(show.rawValue)")) }
        if !search.isEmpty { parts.append(format.text("archive.searched", ["words": search.isolated])) }
        return parts
    }

    private func href(_ path: Path, _ show: Show?, before: Int64? = nil) -> String {
        path.with([
            "show": show?.rawValue, "period": period?.shortText, "q": search.isEmpty ? nil : search,
            "before": before.map { "\($0)" },
        ])
    }
}

extension Format {
    /// Returns a year, or a month with its year: `2026`, `11.2026`.
    func shortPeriod(_ period: Period) -> String {
        guard case .month(let month, let year) = period.shape else { return period.shortText }
        return text("archive.month", ["month": String(format: "%02d", month), "year": "\(year)"])
    }
}
