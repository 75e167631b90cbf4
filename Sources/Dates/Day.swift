import Foundation
import GRDB

/// A calendar day without a time, written `2026-11-21` (ISO 8601), so that text order is date order.
package struct Day: Hashable, Comparable, Sendable, Codable {
    package let text: String

    package init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
            parts.allSatisfy({ part in part.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
            year > 0, (1...12).contains(month), (1...Self.length(of: month, in: year)).contains(day)
        else { return nil }
        self.text = text
    }

    /// The day that a moment falls on in a time zone.
    package init(_ moment: Date, in zone: TimeZone) {
        self.init(ClockTime(moment, in: zone))
    }

    package init(_ time: ClockTime) {
        text = "\(Self.digits(time.year, 4))-\(Self.digits(time.month, 2))-\(Self.digits(time.day, 2))"
    }

    private static func length(of month: Int, in year: Int) -> Int {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
    }

    private static func digits(_ number: Int, _ count: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
    }

    /// The year, the month and the day of the month.
    package var numbers: [Int] { text.split(separator: "-").compactMap { Int($0) } }

    /// The first moment of the day in a time zone.
    package func start(in zone: TimeZone) -> Date {
        let parts = numbers
        var calendar = Self.calendar
        calendar.timeZone = zone
        return calendar.date(from: DateComponents(year: parts[0], month: parts[1], day: parts[2])) ?? .distantPast
    }

    package static func < (left: Day, right: Day) -> Bool { left.text < right.text }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let day = Day(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a calendar day")
        }
        self = day
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    private static var calendar: Calendar { Calendar(identifier: .gregorian) }
}

extension Day: DatabaseValueConvertible, StatementColumnConvertible {
    package init?(sqliteStatement: SQLiteStatement, index: CInt) {
        self.init(String(sqliteStatement: sqliteStatement, index: index))
    }

    package var databaseValue: DatabaseValue { text.databaseValue }

    package static func fromDatabaseValue(_ value: DatabaseValue) -> Day? {
        String.fromDatabaseValue(value).flatMap(Day.init)
    }
}
