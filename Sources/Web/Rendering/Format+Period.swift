import Dates
import Models

extension Format {
    /// `sierpień 2026`, `III kwartał 2026`, `rok 2026`; any other days by the first and the last of them.
    func period(_ period: Period) -> String {
        switch period.shape {
        case .month(let month, let year): self.month(month, year)
        case .quarter(let quarter, let year):
            text("period.quarter", ["quarter": text("period.quarter\(quarter)"), "year": "\(year)"])
        case .year(let year): text("period.year", ["year": "\(year)"])
        case .twoMonths, .half, .range: text("period.range", ends(period.from, period.until))
        }
    }

    func month(_ month: Int, _ year: Int) -> String {
        text("period.month", ["month": text("period.month\(month)"), "year": "\(year)"])
    }

    /// The first and the last day of a stretch, with what they share said once: `1` and `14 grudnia 2026`.
    func ends(_ first: Day, _ last: Day) -> [String: String] {
        let start =
            first == last || first.year != last.year
            ? day(first)
            : first.month != last.month ? text.dayAndMonth(first.day, first.month) : "\(first.day)"
        return ["from": start, "until": day(last)]
    }

    /// Nothing where one of the days is not known.
    func period(_ from: Day?, _ until: Day?) -> String? {
        guard let from, let until else { return nil }
        return Period(from: from, until: until).map(period)
    }
}
