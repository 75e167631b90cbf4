import Dates
import Foundation
import Models

/// Clocks that are put back show the times of an hour twice. Only with its offset such a time says which of the two
/// it was, and a proof must.
extension TimeZone {
    /// The offset in seconds at a moment whose time of day clocks show twice; nothing at any other.
    func offsetWhereDoubled(at moment: Date) -> Int? {
        let offset = secondsFromGMT(for: moment)
        let others = [-Self.longestShift, Self.longestShift].map { secondsFromGMT(for: moment.addingTimeInterval($0)) }
        let isDoubled = others.contains { other in
            // The moment at which clocks with the other offset show the same.
            other != offset && secondsFromGMT(for: moment.addingTimeInterval(Double(offset - other))) == other
        }
        return isDoubled ? offset : nil
    }

    /// Clocks are put back by an hour; it may take two.
    private static let longestShift: TimeInterval = 2 * 3600
}

extension Format {
    /// The offset of a time that clocks show twice: ` (UTC+2)`; nothing of any other. Clocks are put back at night.
    static func offset(_ time: ClockTime, _ moment: Date, in zone: TimeZone) -> String {
        guard time.hour < 4, let offset = zone.offsetWhereDoubled(at: moment) else { return "" }
        let (hours, minutes) = (abs(offset) / 3600, abs(offset) / 60 % 60)
        return " (UTC\(offset < 0 ? "−" : "+")\(hours)\(minutes == 0 ? "" : ":\(minutes)"))"
    }

    /// The same for a spreadsheet: `+02:00`.
    static func isoOffset(_ time: ClockTime, _ moment: Date, in zone: TimeZone) -> String {
        guard time.hour < 4, let offset = zone.offsetWhereDoubled(at: moment) else { return "" }
        let (hours, minutes) = (abs(offset) / 3600, abs(offset) / 60 % 60)
        return "\(offset < 0 ? "-" : "+")\(digits(hours)):\(digits(minutes))"
    }
}
