import Dates
import Formats
import Foundation
import Models

/// The part of the archive in an address: `?side=client&period=2026-11&q=zaliczka`.
struct ArchiveQuery: Sendable {
    let side: Message.Side?
    let period: Period?
    let search: String
    private let zone: TimeZone

    init(_ context: StaffContext) {
        side = Message.Side(rawValue: context.query["side"])
        period = Period(yearOrMonth: context.query["period"])
        search = TypedText.line(context.query["q"].beginning(200))
        zone = context.office.zone
    }

    var isFiltered: Bool { side != nil || period != nil || !search.isEmpty }

    func archive(of firm: Firm) -> FirmArchive {
        var archive = FirmArchive(of: firm)
        archive.side = side
        archive.moments = period?.moments(in: zone)
        archive.search = search
        return archive
    }

    func href(_ path: Path, before: Int64? = nil) -> String {
        href(path, side, period, before: before)
    }

    func filters(_ firm: Int64, _ format: Format) -> [FilterLink] {
        ([nil, .office, .client] as [Message.Side?]).map { each in
            FilterLink(
                label: format.text("archive.side.\(each?.rawValue ?? "both")"),
                href: href(.firm(firm), each, period), isCurrent: each == side
            )
        }
    }

    /// Returns all years from the first message to today.
    func years(_ firm: Int64, since beginning: Date?, today: Day) -> [FilterLink] {
        Period.years(from: beginning.map { Day($0, in: zone) }, to: today).map { choice(firm, $0, $0.shortText) }
    }

    /// Returns the months of the chosen year, or of this one, each with its link.
    func months(_ firm: Int64, today: Day, _ format: Format) -> [FilterLink] {
        let year = period ?? Period(from: today, until: today)
        return (year?.months(until: today) ?? []).map { choice(firm, $0, format.shortPeriod($0)) }
    }

    /// The link of the chosen period removes it.
    private func choice(_ firm: Int64, _ each: Period, _ label: String) -> FilterLink {
        let isCurrent = period == each
        return FilterLink(
            label: label, href: href(.firm(firm), side, isCurrent ? nil : each), isCurrent: isCurrent)
    }

    /// Returns the filters in words, for the printed page.
    func described(_ format: Format) -> [String] {
        var parts = [period.map(format.shortPeriod) ?? format.text("archive.allTimes")]
        if let side { parts.append(format.text("archive.side.\(side.rawValue)")) }
        if !search.isEmpty { parts.append(format.text("archive.searched", ["words": search.isolated])) }
        return parts
    }

    private func href(
        _ path: Path, _ side: Message.Side?, _ period: Period?, before: Int64? = nil
    ) -> String {
        path.with([
            "side": side?.rawValue, "period": period?.shortText, "q": search.isEmpty ? nil : search,
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
