import Dates
import Foundation
import Testing

@Suite("A day")
struct DayTests {
    private let warsaw = TimeZone(identifier: "Europe/Warsaw").unsafelyUnwrapped

    @Test("Is read when it exists", arguments: ["2026-11-20", "2028-02-29", "0999-01-01"])
    func real(text: String) { #expect(Day(text)?.text == text) }

    @Test(
        "Is refused when it does not exist or is written otherwise",
        arguments: [
            "", "2026-02-29", "2026-13-01", "2026-1-01", "20261101", "2026-11-31", "2026-11-20T00:00", "-026-01-01",
            "2026-+1-05", "0000-01-01",
        ]
    )
    func unreal(text: String) { #expect(Day(text) == nil) }

    @Test(
        "Changes at midnight of the zone, in summer and in winter",
        arguments: [
            ("2026-11-20T22:59:59Z", "2026-11-20"), ("2026-11-20T23:00:00Z", "2026-11-21"),
            ("2026-07-01T21:59:59Z", "2026-07-01"), ("2026-07-01T22:00:00Z", "2026-07-02"),
        ]
    )
    func midnight(moment: String, day: String) throws {
        let date = try Date(moment, strategy: .iso8601)
        #expect(Day(date, in: warsaw).text == day)
    }

    @Test("Starts at midnight of the zone, also when clocks change")
    func start() throws {
        let starts = ["2026-03-29", "2026-03-30", "2026-10-25", "2026-10-26"].map { Day($0)?.start(in: warsaw) }
        let expected = try ["2026-03-28T23", "2026-03-29T22", "2026-10-24T22", "2026-10-25T23"]
            .map { try Date("\($0):00:00Z", strategy: .iso8601) }
        #expect(starts == expected)
    }

    @Test("Is the one of the Gregorian calendar, for each of four centuries' days and their last seconds")
    func calendar() {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        for number in stride(from: -62_000, to: 90_000, by: 1) {
            let moment = Date(timeIntervalSince1970: Double(number) * 86_400 + (number.isMultiple(of: 2) ? 0 : 86_399))
            let parts = calendar.dateComponents([.year, .month, .day], from: moment)
            let text = Day(moment, in: .gmt).text.split(separator: "-").compactMap { Int($0) }
            guard text == [parts.year, parts.month, parts.day] else {
                Issue.record("\(moment) is \(text)")
                return
            }
        }
    }

    @Test("Comes before a later one")
    func order() throws {
        #expect(try #require(Day("2026-09-30")) < #require(Day("2026-10-01")))
    }
}
