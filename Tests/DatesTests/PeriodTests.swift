import Dates
import Foundation
import Testing

@Suite("A period")
struct PeriodTests {
    private static func period(_ first: String, _ last: String) throws -> Period {
        try #require(Period(from: Day(first), until: Day(last)))
    }

    @Test(
        "knows which part of a year it is, by its days alone",
        arguments: [
            ("2024-02-01", "2024-02-29", Period.Shape.month(2, year: 2024)),
            ("2023-02-01", "2023-02-28", .month(2, year: 2023)), ("2026-12-01", "2026-12-31", .month(12, year: 2026)),
            ("2026-03-01", "2026-04-30", .twoMonths(2, year: 2026)),
            ("2024-04-01", "2024-06-30", .quarter(2, year: 2024)),
            ("2026-07-01", "2026-12-31", .half(2, year: 2026)), ("2024-01-01", "2024-12-31", .year(2024)),
        ])
    func shapes(first: String, last: String, shape: Period.Shape) throws {
        #expect(try Self.period(first, last).shape == shape)
    }

    @Test(
        "of other days is no part of a year",
        arguments: [
            ("2024-02-01", "2024-02-28"), ("2024-02-01", "2024-04-30"), ("2024-07-01", "2025-06-30"),
            ("2024-01-02", "2024-01-31"), ("2026-02-01", "2026-03-31"), ("2026-01-01", "2026-04-30"),
            ("2026-03-01", "2026-12-31"), ("2026-02-01", "2026-11-30"),
        ])
    func ranges(first: String, last: String) throws {
        #expect(try Self.period(first, last).shape == .range)
    }

    @Test("is a part of the calendar by its number, and none where the year has no such part")
    func calendar() {
        #expect(Period(month: 2, of: 2028)?.text == "2028-02-01/2028-02-29")
        #expect(Period(month: 12, of: 2026)?.text == "2026-12-01/2026-12-31")
        #expect(Period(twoMonths: 1, of: 2026)?.text == "2026-01-01/2026-02-28")
        #expect(Period(quarter: 2, of: 2026)?.text == "2026-04-01/2026-06-30")
        #expect(Period(half: 1, of: 2026)?.text == "2026-01-01/2026-06-30")
        #expect(Period(year: 2026)?.text == "2026-01-01/2026-12-31")
        #expect(Period(month: 13, of: 2026) == nil && Period(month: 0, of: 2026) == nil)
        #expect(Period(twoMonths: 7, of: 2026) == nil && Period(half: 3, of: 2026) == nil)
        #expect(Period(quarter: 5, of: 2026) == nil && Period(year: 0) == nil && Period(year: 10_000) == nil)
    }

    @Test("is written as an interval of days, and read back")
    func text() throws {
        let period = try Self.period("2026-01-01", "2026-03-15")
        #expect(period.text == "2026-01-01/2026-03-15" && Period(period.text) == period)
        for wrong in ["", "2026", "2026-01-01", "2026-03-15/2026-01-01", "2026-01-01/2026-02-30", "a/b"] {
            #expect(Period(wrong) == nil, "\(wrong)")
        }
    }

    @Test("is written short where it is a month, a quarter or a year; a month and a year are read back")
    func shortText() throws {
        #expect(Period(month: 7, of: 2026)?.shortText == "2026-07")
        #expect(Period(quarter: 3, of: 2026)?.shortText == "2026-Q3")
        #expect(Period(year: 2026)?.shortText == "2026")
        #expect(try Self.period("2026-01-01", "2026-03-15").shortText == "2026-01-01_2026-03-15")
        #expect(Period(yearOrMonth: "2026-07") == Period(month: 7, of: 2026))
        #expect(Period(yearOrMonth: "2026") == Period(year: 2026))
        for wrong in ["", "26", "2026-13", "2026-1", "2026-01-01", "x", "-2026", "1969"] {
            #expect(Period(yearOrMonth: wrong) == nil, "\(wrong)")
        }
    }

    @Test("is asked for by a letter and a number beside the year")
    func spans() throws {
        for span in ["m1", "m12", "q4", "y"] { #expect(Period(span: span, of: 2026)?.span == span) }
        for wrong in ["", "m", "m0", "m13", "q5", "h1", "7"] {
            #expect(Period(span: wrong, of: 2026) == nil, "\(wrong)")
        }
        #expect(try Self.period("2026-01-01", "2026-03-15").span == nil)
    }

    @Test("begins with its first moment in the office's zone and ends before the first one after it")
    func moments() throws {
        let zone = try #require(TimeZone(identifier: "Europe/Warsaw"))
        let december = try #require(Period(month: 12, of: 2026)).moments(in: zone)
        #expect(december.lowerBound == Day("2026-12-01")?.start(in: zone))
        #expect(december.upperBound == Day("2027-01-01")?.start(in: zone))
        let march = try #require(Period(month: 3, of: 2026)).moments(in: zone)
        let hours = march.upperBound.timeIntervalSince(march.lowerBound) / 3600
        #expect(hours == 31 * 24 - 1, "an hour of it is left out")
    }

    @Test("is followed by the last of its kind that is over")
    func following() throws {
        let day = try #require(Day("2026-03-05"))
        #expect(Period(month: 12, of: 2025)?.following(on: day) == Period(month: 2, of: 2026))
        #expect(Period(twoMonths: 1, of: 2025)?.following(on: day) == Period(twoMonths: 1, of: 2026))
        #expect(Period(quarter: 1, of: 2025)?.following(on: day) == Period(quarter: 4, of: 2025))
        #expect(Period(half: 1, of: 2025)?.following(on: day) == Period(half: 2, of: 2025))
        #expect(Period(year: 2024)?.following(on: day) == Period(year: 2025))
        #expect(Period(month: 7, of: 2026)?.following(on: day) == Period(month: 7, of: 2026), "it is later")
        let range = try Self.period("2025-01-01", "2025-01-15")
        #expect(range.following(on: day) == range)
    }

    @Test("of a year has the months that have begun, and years go back to the first")
    func lists() throws {
        let day = try #require(Day("2026-03-05"))
        let years = Period.years(from: Day("2024-12-31"), to: day)
        #expect(years.map(\.shortText) == ["2026", "2025", "2024"])
        #expect(Period.years(from: nil, to: day).map(\.shortText) == ["2026"])
        #expect(years[0].months(until: day).map(\.shortText) == ["2026-03", "2026-02", "2026-01"])
        #expect(years[1].months(until: day).count == 12)
    }

    @Test("of a month that ends a quarter closes it")
    func closedQuarter() {
        #expect(Period(month: 9, of: 2026)?.closedQuarter == Period(quarter: 3, of: 2026))
        #expect(Period(month: 8, of: 2026)?.closedQuarter == nil && Period(quarter: 3, of: 2026)?.closedQuarter == nil)
    }
}
