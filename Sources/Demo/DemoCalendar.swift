import Dates
import Foundation

/// The office's calendar: when people work and when they sleep.
struct DemoCalendar {
    static let minute: TimeInterval = 60
    static let hour: TimeInterval = 3600
    static let day: TimeInterval = 24 * 3600

    let zone: TimeZone
    private let calendar: Calendar

    init(_ zone: TimeZone) {
        self.zone = zone
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        self.calendar = calendar
    }

    func day(_ moment: Date) -> Day { Day(moment, in: zone) }

    func year(_ moment: Date) -> Int { calendar.component(.year, from: moment) }

    /// January is 1.
    func month(_ moment: Date) -> Int { calendar.component(.month, from: moment) }

    /// A day of a month, moved on to Monday when it is a weekend.
    func working(year: Int, month: Int, day: Int, hour: Int, minute: Int) -> Date {
        let parts = DateComponents(year: year, month: month, day: day, hour: hour, minute: minute)
        return moved(calendar.date(from: parts) ?? .distantPast, by: 1)
    }

    /// The time of day some days before a moment, moved back to Friday when it is a weekend.
    func working(_ days: Int, daysBefore moment: Date, at hour: Int, _ minute: Int) -> Date {
        let then = calendar.date(byAdding: .day, value: -days, to: moment) ?? moment
        return moved(calendar.date(bySettingHour: hour, minute: minute, second: 0, of: then) ?? then, by: -1)
    }

    /// The moment itself when the office is open, else some time of the next morning it opens.
    func officeHours(_ moment: Date) -> Date {
        let hour = calendar.component(.hour, from: moment)
        if (8..<16).contains(hour), !calendar.isDateInWeekend(moment) { return moment }
        let next = hour < 8 ? moment : moment.addingTimeInterval(Self.day)
        return moved(morning(of: next, from: 8), by: 1)
    }

    /// The moment itself when people are awake, else some time of the morning.
    func awake(_ moment: Date) -> Date {
        let hour = calendar.component(.hour, from: moment)
        return hour < 6 ? morning(of: moment, from: 6) : moment
    }

    /// Within two hours of the start, at a minute that the moment itself decides.
    private func morning(of moment: Date, from hour: Int) -> Date {
        let start = calendar.startOfDay(for: moment).addingTimeInterval(Double(hour) * Self.hour)
        return start.addingTimeInterval(moment.timeIntervalSince1970.truncatingRemainder(dividingBy: 2 * Self.hour))
    }

    private func moved(_ moment: Date, by step: Int) -> Date {
        var moment = moment
        while calendar.isDateInWeekend(moment) {
            moment = calendar.date(byAdding: .day, value: step, to: moment) ?? moment.addingTimeInterval(Self.day)
        }
        return moment
    }
}
