import Dates
import Foundation

/// The choice of a year or of one of its months, in one field.
struct PeriodField: Encodable {
    struct Year: Encodable {
        let yearText: String
        let choices: [Option]
    }

    let periodYears: [Year]

    /// - Parameter beginning: when there is first something to show; the years go on to today.
    init(_ chosen: Period?, since beginning: Date?, today: Day, _ format: Format) {
        var years = Period.years(from: beginning.map { format.day(of: $0) }, to: today)
        let year = chosen.flatMap { Period(year: $0.from.year) }
        if let year, !years.contains(year) { years.append(year) }
        periodYears = years.map { year in
            Year(
                yearText: year.shortText,
                choices: ([year] + year.months(until: today)).map { each in
                    Option(code: each.shortText, name: format.period(each), isSelected: each == chosen)
                })
        }
    }
}
