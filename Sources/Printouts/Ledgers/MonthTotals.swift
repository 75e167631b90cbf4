import Dates
import Formats

/// Monthly sums of amounts, for a ledger whose rows are in the order of their days.
struct MonthTotals {
    private var month: (year: Int, month: Int)?
    private var sums: [Int]
    private let isSummed: [Bool]

    init(_ columns: [Column]) {
        isSummed = columns.map(\.isSummed)
        sums = Array(repeating: 0, count: columns.count)
    }

    /// Returns the sums of the previous month when a row of another month is added.
    mutating func add(_ cells: [Cell], on day: Day) -> TableRow? {
        let before = month.map { $0 != (day.year, day.month) } == true ? close() : nil
        month = (day.year, day.month)
        for (number, cell) in cells.enumerated() where isSummed[number] {
            // The table's own sums report an overflow.
            if case .amount(let value) = cell {
                sums[number] = sums[number].addingReportingOverflow(value).partialValue
            }
        }
        return before
    }

    /// Returns the sums of the last month.
    mutating func close() -> TableRow? {
        guard let month else { return nil }
        defer {
            self.month = nil
            sums = Array(repeating: 0, count: sums.count)
        }
        let name = Period(month: month.month, of: month.year)?.shortText ?? ""
        return .subtotal("Razem miesiąc \(name)", zip(isSummed, sums).map { $0 ? .amount($1) : .blank })
    }
}
