/// The sums of a table's amounts: on this page, on the pages before, together.
struct TableSums {
    private let columns: [Column]
    private var page: [Int]
    private var carried: [Int]
    private var isFirst = true

    init(_ columns: [Column]) {
        self.columns = columns
        page = Array(repeating: 0, count: columns.count)
        carried = page
    }

    mutating func add(_ cells: [Cell]) throws(PrintoutError) {
        for (number, cell) in zip(columns.indices, cells) {
            if columns[number].isSummed, case .amount(let value) = cell {
                page[number] = try Self.sum(page[number], value)
            }
        }
    }

    /// Returns the lines at the foot of this page, and carries its sums over to the next.
    mutating func close(_ words: Sums) throws(PrintoutError) -> [(label: String, cells: [Cell])] {
        var lines = [(words.page, cells(page))]
        if !isFirst { lines.append((words.carried, cells(carried))) }
        for number in columns.indices { carried[number] = try Self.sum(carried[number], page[number]) }
        lines.append((words.total, cells(carried)))
        page = Array(repeating: 0, count: columns.count)
        isFirst = false
        return lines
    }

    private func cells(_ values: [Int]) -> [Cell] {
        zip(columns, values).map { $0.isSummed ? .amount($1) : .blank }
    }

    private static func sum(_ one: Int, _ other: Int) throws(PrintoutError) -> Int {
        let (sum, isOverflow) = one.addingReportingOverflow(other)
        if isOverflow { throw PrintoutError.sumTooLarge }
        return sum
    }
}
