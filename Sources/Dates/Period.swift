import Foundation

/// The period of a printout, both days included: a month, a quarter, a year, or any other days.
package struct PrintoutPeriod: Hashable, Sendable {
    package enum Shape: Equatable, Sendable {
        case month(Int, year: Int), quarter(Int, year: Int), year(Int), range
    }

    package let from: Day
    package let until: Day

    package init?(from: Day, until: Day) {
        guard from <= until else { return nil }
        (self.from, self.until) = (from, until)
    }

    /// Nothing where the period is not known.
    package init?(from: Day?, until: Day?) {
        guard let from, let until else { return nil }
        self.init(from: from, until: until)
    }

    /// As a form has it: `2026-08-01/2026-08-31`.
    package init?(_ text: String) {
        let days = text.split(separator: "/", omittingEmptySubsequences: false).compactMap { Day(String($0)) }
        guard days.count == 2 else { return nil }
        self.init(from: days[0], until: days[1])
    }

    package var text: String { "\(from.text)/\(until.text)" }

    package var shape: Shape {
        let (first, last) = (from.numbers, until.numbers)
        guard first[0] == last[0], first[2] == 1, Self.endsMonth(until) else { return .range }
        switch (first[1], last[1]) {
        case (1, 12): return .year(first[0])
        case let (start, end) where start == end: return .month(end, year: first[0])
        case let (start, end) where start + 2 == end && end % 3 == 0: return .quarter(end / 3, year: first[0])
        default: return .range
        }
    }

    /// The quarter that ends together with this month.
    package var closedQuarter: PrintoutPeriod? {
        guard case .month(let month, let year) = shape, month % 3 == 0,
            let start = Day(String(format: "%04d-%02d-01", year, month - 2))
        else { return nil }
        return PrintoutPeriod(from: start, until: until)
    }

    /// Whether there is no such day as the one after it in its month.
    private static func endsMonth(_ day: Day) -> Bool {
        let parts = day.numbers
        return Day(String(format: "%04d-%02d-%02d", parts[0], parts[1], parts[2] + 1)) == nil
    }
}
