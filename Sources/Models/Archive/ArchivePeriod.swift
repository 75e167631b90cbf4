import Foundation

/// A year or a month of the calendar, written `2026` or `2026-11`.
package struct ArchivePeriod: Sendable, Equatable {
    package let year: Int
    /// 1 to 12; nothing for the whole year.
    package let month: Int?

    package init(year: Int, month: Int? = nil) {
        self.year = year
        self.month = month
    }

    package init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 1 || parts.count == 2, parts[0].count == 4, let year = Int(parts[0]), year >= 1970 else {
            return nil
        }
        self.year = year
        guard parts.count == 2 else {
            month = nil
            return
        }
        guard parts[1].count == 2, let month = Int(parts[1]), (1...12).contains(month) else { return nil }
        self.month = month
    }

    package var text: String { month.map { String(format: "%04d-%02d", year, $0) } ?? String(format: "%04d", year) }

    /// From its first moment in a zone, up to and without the first moment after it.
    package func moments(in zone: TimeZone) -> Range<Date> {
        let last = month ?? 12
        let next = last == 12 ? (year + 1, 1) : (year, last + 1)
        return Self.start(year, month ?? 1, zone)..<Self.start(next.0, next.1, zone)
    }

    /// The years between two days, the last one first.
    package static func years(from first: Day?, to last: Day) -> [ArchivePeriod] {
        let end = year(last)
        return stride(from: end, through: min(first.map(year) ?? end, end), by: -1).map { ArchivePeriod(year: $0) }
    }

    /// The months of this one's year that have begun by a day, the last one first.
    package func months(until day: Day) -> [ArchivePeriod] {
        let last = year == Self.year(day) ? Int(day.text.dropFirst(5).prefix(2)) ?? 12 : 12
        return stride(from: last, through: 1, by: -1).map { ArchivePeriod(year: year, month: $0) }
    }

    private static func year(_ day: Day) -> Int { Int(day.text.prefix(4)) ?? 0 }

    private static func start(_ year: Int, _ month: Int, _ zone: TimeZone) -> Date {
        Day(String(format: "%04d-%02d-01", year, month))?.start(in: zone) ?? .distantFuture
    }
}
