import Dates
import Models
import Testing

@Suite("The period of a printout")
struct PrintoutPeriodTests {
    @Test(
        "Is a month, a quarter or a year when its days are, and a range otherwise",
        arguments: [
            ("2026-02-01/2026-02-28", Period.Shape.month(2, year: 2026)),
            ("2024-02-01/2024-02-29", .month(2, year: 2024)), ("2024-02-01/2024-02-28", .range),
            ("2026-07-01/2026-09-30", .quarter(3, year: 2026)), ("2026-08-01/2026-10-31", .range),
            ("2026-01-01/2026-12-31", .year(2026)), ("2025-07-01/2026-06-30", .range),
            ("2025-12-01/2026-12-31", .range), ("2026-01-01/2026-08-31", .range), ("2026-02-02/2026-02-28", .range),
        ])
    func shape(text: String, shape: Period.Shape) throws {
        let period = try #require(Period(text))
        #expect(period.shape == shape && period.text == text)
    }

    @Test("Is not made of other texts", arguments: ["", "2026-02", "2026-02-01", "2026-02-28/2026-02-01", "a/b", "//"])
    func others(text: String) {
        #expect(Period(text) == nil)
    }

    @Test(
        "Is followed by the last month, quarter or year that is over, but by no earlier one",
        arguments: [
            ("2026-02-01/2026-02-28", "2026-11-20", "2026-10-01/2026-10-31"),
            ("2026-11-01/2026-11-30", "2027-01-02", "2026-12-01/2026-12-31"),
            ("2026-10-01/2026-10-31", "2026-11-20", "2026-10-01/2026-10-31"),
            ("2026-11-01/2026-11-30", "2026-11-20", "2026-11-01/2026-11-30"),
            ("2026-01-01/2026-03-31", "2026-11-20", "2026-07-01/2026-09-30"),
            ("2026-01-01/2026-03-31", "2027-03-31", "2026-10-01/2026-12-31"),
            ("2024-01-01/2024-12-31", "2026-11-20", "2025-01-01/2025-12-31"),
            ("2026-01-05/2026-01-06", "2026-11-20", "2026-01-05/2026-01-06"),
        ])
    func following(text: String, day: String, next: String) throws {
        let (period, day) = (try #require(Period(text)), try #require(Day(day)))
        #expect(period.following(on: day).text == next)
    }

    @Test("Of a quarter's last month knows the quarter, of any other does not")
    func quarter() {
        #expect(Period("2026-03-01/2026-03-31")?.closedQuarter?.text == "2026-01-01/2026-03-31")
        #expect(Period("2026-12-01/2026-12-31")?.closedQuarter?.text == "2026-10-01/2026-12-31")
        #expect(Period("2026-02-01/2026-02-28")?.closedQuarter == nil)
        #expect(Period("2026-01-01/2026-03-31")?.closedQuarter == nil)
    }
}
