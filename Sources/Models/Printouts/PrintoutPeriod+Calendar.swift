extension PrintoutPeriod {
    /// Nothing where the month is none.
    package init?(month: Int, of year: Int) {
        self.init(months: month...month, of: year)
    }

    package init?(quarter: Int, of year: Int) {
        guard (1...4).contains(quarter) else { return nil }
        self.init(months: (quarter * 3 - 2)...(quarter * 3), of: year)
    }

    package init?(year: Int) {
        self.init(months: 1...12, of: year)
    }

    /// The last month that is over for a month, likewise for a quarter or a year; this one where it is later. Other days
    /// have none that follows.
    package func following(on day: Day) -> PrintoutPeriod {
        let (year, month) = (day.numbers[0], day.numbers[1])
        let last: PrintoutPeriod? =
            switch shape {
            case .month: month > 1 ? Self(month: month - 1, of: year) : Self(month: 12, of: year - 1)
            case .quarter: month > 3 ? Self(quarter: (month - 1) / 3, of: year) : Self(quarter: 4, of: year - 1)
            case .year: Self(year: year - 1)
            case .range: nil
            }
        guard let last, last.until > until else { return self }
        return last
    }

    private init?(months: ClosedRange<Int>, of year: Int) {
        guard (1...9999).contains(year), let first = Self.day(1, months.lowerBound, year),
            let last = [31, 30, 29, 28].lazy.compactMap({ Self.day($0, months.upperBound, year) }).first
        else { return nil }
        self.init(from: first, until: last)
    }

    /// Nothing where the calendar has no such day.
    private static func day(_ day: Int, _ month: Int, _ year: Int) -> Day? {
        let digits = { (number: Int, count: Int) in
            String(repeating: "0", count: max(0, count - "\(number)".count)) + "\(number)"
        }
        return Day("\(digits(year, 4))-\(digits(month, 2))-\(digits(day, 2))")
    }
}
