/// A table of any length: its rows are measured in one pass and printed in another, and none is kept.
package struct Table {
    /// Calls `body` with the rows in order, from the first, each time it is called.
    package typealias Rows = (_ body: (TableRow) throws -> Void) throws -> Void

    package var columns: [Column]
    /// The headings over several columns.
    package var groups: [Group]
    package var sums: Sums?
    /// The size of the rows' text in points; headings are a little smaller.
    package var textSize: Double
    /// The order of the columns: that of the headings' language, not of the frame.
    package var direction: FrameWords.Direction
    package var rows: Rows
    /// Whether its columns are made as wide as their contents. A table of a few wide columns fits any amount without
    /// measuring.
    package var isMeasured: Bool
    /// The columns of words that form a line above the others when the table is too wide. Groups follow them.
    package var foldable: Range<Int>?
    /// The headings of the folded columns.
    var lead: String?

    package init(
        columns: [Column], groups: [Group] = [], sums: Sums? = nil, textSize: Double = 7,
        direction: FrameWords.Direction = .leftToRight, isMeasured: Bool = true, foldable: Range<Int>? = nil,
        rows: @escaping Rows
    ) {
        self.columns = columns
        self.groups = groups
        self.sums = sums
        self.textSize = textSize
        self.direction = direction
        self.isMeasured = isMeasured
        self.foldable = foldable
        self.rows = rows
    }
}

package struct Column: Sendable {
    package var heading: String
    /// The official number of the column; neighbours with the same one share the cell.
    package var number: String
    /// The relative width of the column.
    package var share: Double
    package var alignment: Alignment
    /// Whether its amounts are summed at the foot of each page.
    package var isSummed: Bool

    package init(
        _ heading: String, number: String = "", share: Double, alignment: Alignment = .start, isSummed: Bool = false
    ) {
        self.heading = heading
        self.number = number
        self.share = share
        self.alignment = alignment
        self.isSummed = isSummed
    }

    /// Returns a column of amounts: aligned to the end, and summed.
    package static func amount(_ heading: String, number: String = "", share: Double, isSummed: Bool = true) -> Self {
        Column(heading, number: number, share: share, alignment: .end, isSummed: isSummed)
    }
}

/// A heading over neighbouring columns.
package struct Group: Sendable {
    package var heading: String
    package var columns: Range<Int>

    package init(_ heading: String, _ columns: Range<Int>) {
        self.heading = heading
        self.columns = columns
    }
}

/// The labels of the sums at the foot of each page.
package struct Sums: Sendable {
    package var page: String
    package var carried: String
    package var total: String

    package init(page: String, carried: String, total: String) {
        self.page = page
        self.carried = carried
        self.total = total
    }

    /// The labels in Polish ledgers.
    package static let polish = Sums(
        page: "Suma strony", carried: "Przeniesienie z poprzedniej strony", total: "Razem od początku okresu")
    /// The labels for a list that is not a record over time.
    package static let state = Sums(page: polish.page, carried: polish.carried, total: "Razem")
}

package enum TableRow: Sendable {
    /// A row of the source.
    case entry([Cell], isCounted: Bool = true)
    /// An entry with some columns as a line of words above it.
    case folded(String, [Cell], isCounted: Bool)
    /// A heading inside the table, never the last line of a page.
    case section(String)
    /// A line of sums made by the layout, which is not summed again.
    case subtotal(String, [Cell])
}

package enum Cell: Sendable, Equatable {
    case blank
    case text(String)
    /// Minor units: 123456 is printed as `1 234,56`.
    case amount(Int)
}

extension Cell {
    /// A missing value is blank, not zero.
    package static func amount(_ value: Int?) -> Cell { value.map { .amount($0) } ?? .blank }
    package static func text(_ value: String?) -> Cell { value.map { .text($0) } ?? .blank }
}
