import Dates
import Foundation

/// How many backups are kept: the newest of each of the last days, weeks, months and years that have any, in UTC
/// ("grandfather, father, son"). A night without a backup does not count, so it costs no older one.
package struct BackupRetention: Equatable, Sendable {
    private enum Period: Character {
        case day = "d"
        case week = "w"
        case month = "m"
        case year = "y"
    }

    private let counts: [Period: Int]

    /// - Parameter text: numbers with `d`, `w` (ISO 8601), `m` and `y`, with commas between: `7d,5w,12m`.
    package init?(_ text: String) {
        var counts: [Period: Int] = [:]
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            guard let period = part.last.flatMap(Period.init), counts[period] == nil,
                let count = Int(part.dropLast()), (1...1000).contains(count)
            else { return nil }
            counts[period] = count
        }
        guard !counts.isEmpty else { return nil }
        self.counts = counts
    }

    /// Returns the dates of the backups to keep.
    func kept(_ dates: [Date]) -> Set<Date> {
        var calendar = Calendar(identifier: .iso8601)
        calendar.timeZone = .gmt
        var kept: Set<Date> = []
        for (period, count) in counts {
            var seen: Set<DateComponents> = []
            for date in dates.sorted(by: >) {
                let time = calendar.dateComponents(Self.components(period), from: date)
                guard !seen.contains(time) else { continue }
                guard seen.count < count else { break }
                seen.insert(time)
                kept.insert(date)
            }
        }
        return kept
    }

    private static func components(_ period: Period) -> Set<Calendar.Component> {
        switch period {
        case .day: [.year, .month, .day]
        case .week: [.yearForWeekOfYear, .weekOfYear]
        case .month: [.year, .month]
        case .year: [.year]
        }
    }
}
