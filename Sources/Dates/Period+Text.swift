import Foundation

extension Period {
    /// `2026-08-01/2026-08-31`, as ISO 8601 writes an interval.
    package var text: String { "\(from.text)/\(until.text)" }

    /// Reads ``text``.
    package init?(_ text: String) {
        let days = text.split(separator: "/", omittingEmptySubsequences: false).compactMap { Day(String($0)) }
        guard days.count == 2 else { return nil }
        self.init(from: days[0], until: days[1])
    }

    /// `2026-07`, `2026-Q3`, `2026`; any other days as `2026-01-01_2026-03-15`.
    package var shortText: String {
        switch shape {
        case .month: String(from.text.prefix(7))
        case .quarter(let number, let year): "\(year)-Q\(number)"
        case .year: String(from.text.prefix(4))
        case .twoMonths, .half, .range: "\(from.text)_\(until.text)"
        }
    }

    /// Reads a year or a month since 1970, written like ``shortText``.
    package init?(yearOrMonth text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 1 || parts.count == 2, parts[0].utf8.count == 4, let year = Int(parts[0]), year >= 1970
        else { return nil }
        if parts.count == 1 {
            self.init(year: year)
        } else {
            guard parts[1].utf8.count == 2, let month = Int(parts[1]) else { return nil }
            self.init(month: month, of: year)
        }
    }

    /// A month, a quarter or a year in a form, beside the year: `m7`, `q3`, `y`; `nil` for other periods.
    package var span: String? {
        switch shape {
        case .month(let month, _): "m\(month)"
        case .quarter(let quarter, _): "q\(quarter)"
        case .year: "y"
        case .twoMonths, .half, .range: nil
        }
    }

    /// Reads ``span``.
    package init?(span: String, of year: Int) {
        guard span != "y" else {
            self.init(year: year)
            return
        }
        guard let number = Int(span.dropFirst()) else { return nil }
        switch span.first {
        case "m": self.init(month: number, of: year)
        case "q": self.init(quarter: number, of: year)
        default: return nil
        }
    }

    /// Returns the range from its first moment in a time zone up to the first moment after it.
    package func moments(in zone: TimeZone) -> Range<Date> {
        from.start(in: zone)..<until.next.start(in: zone)
    }
}

extension Day {
    /// The day after it.
    package var next: Day {
        if day < Day.length(of: month, in: year) { return Day(year, month, day + 1) }
        return month < 12 ? Day(year, month + 1, 1) : Day(year + 1, 1, 1)
    }
}
