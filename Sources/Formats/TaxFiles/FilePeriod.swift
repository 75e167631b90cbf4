/// From which day to which a file reports, both inclusive.
package struct FilePeriod: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        /// A whole calendar month, quarter or year; or any other range, such as a fiscal year from July.
        case month, quarter, year, range
    }

    package let first: CivilDate
    package let last: CivilDate

    package init(first: CivilDate, last: CivilDate) {
        self.first = first
        self.last = last
    }

    /// Told from the days alone: programs write yearly structures for single months, too.
    package var kind: Kind {
        guard first.year == last.year, first.day == 1, last.day == CivilDate.days(in: last.month, of: last.year) else {
            return .range
        }
        return switch last.month - first.month {
        case 0: .month
        case 2 where last.month.isMultiple(of: 3): .quarter
        case 11: .year
        default: .range
        }
    }

    /// Nil where the month is none.
    static func month(_ month: Int, of year: Int) -> FilePeriod? {
        months(month...month, of: year)
    }

    /// Nil where the quarter is none.
    static func quarter(_ quarter: Int, of year: Int) -> FilePeriod? {
        guard (1...4).contains(quarter) else { return nil }
        return months((quarter * 3 - 2)...(quarter * 3), of: year)
    }

    static func year(_ year: Int) -> FilePeriod? {
        months(1...12, of: year)
    }

    private static func months(_ months: ClosedRange<Int>, of year: Int) -> FilePeriod? {
        guard let first = CivilDate(year: year, month: months.lowerBound, day: 1),
            (1...12).contains(months.upperBound)
        else { return nil }
        let last = CivilDate(year, months.upperBound, CivilDate.days(in: months.upperBound, of: year))
        return FilePeriod(first: first, last: last)
    }
}
