/// A range of days, the first and the last included: a month, two months, a quarter, half a year, a year, or any other.
package struct Period: Hashable, Sendable {
    package let from: Day
    package let until: Day

    package init?(from: Day, until: Day) {
        guard from <= until else { return nil }
        (self.from, self.until) = (from, until)
    }

    /// Fails when one of the days is `nil`.
    package init?(from: Day?, until: Day?) {
        guard let from, let until else { return nil }
        self.init(from: from, until: until)
    }

    package init?(month: Int, of year: Int) {
        self.init(part: month, ofMonths: 1, year)
    }

    /// The first two months of the year have the number 1.
    package init?(twoMonths number: Int, of year: Int) {
        self.init(part: number, ofMonths: 2, year)
    }

    package init?(quarter: Int, of year: Int) {
        self.init(part: quarter, ofMonths: 3, year)
    }

    package init?(half: Int, of year: Int) {
        self.init(part: half, ofMonths: 6, year)
    }

    package init?(year: Int) {
        self.init(part: 1, ofMonths: 12, year)
    }

    private init?(part: Int, ofMonths length: Int, _ year: Int) {
        guard (1...(12 / length)).contains(part), (1...9999).contains(year) else { return nil }
        let last = part * length
        self.init(from: Day(year, last - length + 1, 1), until: Day(year, last, Day.length(of: last, in: year)))
    }
}

extension Period {
    package enum Shape: Equatable, Sendable {
        /// With its number in the year, from 1.
        case month(Int, year: Int), twoMonths(Int, year: Int), quarter(Int, year: Int), half(Int, year: Int)
        case year(Int)
        /// Any other days, such as a fiscal year from July.
        case range
    }

    package var shape: Shape {
        guard from.year == until.year, from.day == 1, until.day == Day.length(of: until.month, in: until.year) else {
            return .range
        }
        let length = until.month - from.month + 1
        guard until.month.isMultiple(of: length) else { return .range }
        let number = until.month / length
        return switch length {
        case 1: .month(number, year: from.year)
        case 2: .twoMonths(number, year: from.year)
        case 3: .quarter(number, year: from.year)
        case 6: .half(number, year: from.year)
        case 12: .year(from.year)
        default: .range
        }
    }

    package var isYear: Bool { if case .year = shape { true } else { false } }

    /// The quarter that ends together with this month.
    package var closedQuarter: Period? {
        guard case .month(let month, let year) = shape, month.isMultiple(of: 3) else { return nil }
        return Period(quarter: month / 3, of: year)
    }

    /// Returns the last complete period of the same kind on a day, if it is later than this one; else this one, as for
    /// other ranges.
    package func following(on day: Day) -> Period {
        let months =
            switch shape {
            case .month: 1
            case .twoMonths: 2
            case .quarter: 3
            case .half: 6
            case .year: 12
            case .range: 0
            }
        guard months > 0 else { return self }
        let over = (day.month - 1) / months
        let last =
            over > 0
            ? Period(part: over, ofMonths: months, day.year) : Period(part: 12 / months, ofMonths: months, day.year - 1)
        guard let last, last.until > until else { return self }
        return last
    }

    /// Returns the years between two days, the last one first.
    package static func years(from first: Day?, to last: Day) -> [Period] {
        stride(from: last.year, through: min(first?.year ?? last.year, last.year), by: -1).compactMap(
            Period.init(year:))
    }

    /// Returns the months of this period's year that have begun by a day, the last one first.
    package func months(until day: Day) -> [Period] {
        let last = from.year == day.year ? day.month : 12
        return stride(from: last, through: 1, by: -1).compactMap { Period(month: $0, of: from.year) }
    }
}
