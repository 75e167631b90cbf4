/// A table that is printed in one pass over its rows after they were measured in another, so that it may be of any
/// length: nothing of it is kept but where its pages begin.
package struct Table {
    /// Hands over the rows in order, from the first, each time it is called.
    package typealias Rows = (_ body: (TableRow) throws -> Void) throws -> Void

    package var columns: [Column]
    /// Headings over several columns.
    package var groups: [Group]
    package var sums: Sums?
    /// Points of the text in the rows; headings are a little smaller.
    package var textSize: Double
    /// In which direction the columns follow: that of the headings' language, not that of the frame.
    package var direction: Words.Direction
    package var rows: Rows
    /// Whether its columns are made as wide as what stands in them. Those of a few columns, which have room for any
    /// amount, need no look at all rows for it.
    package var isMeasured: Bool
    /// Columns of words that stand in a line of their own above the others where the table would be too wide. Groups
    /// follow them.
    package var foldable: Range<Int>?
    /// The headings of those that do.
    var lead: String?

    package init(
        columns: [Column], groups: [Group] = [], sums: Sums? = nil, textSize: Double = 7,
        direction: Words.Direction = .leftToRight, isMeasured: Bool = true, foldable: Range<Int>? = nil,
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
    /// The official number of the column; neighbours with the same one share it.
    package var number: String
    /// The part of the table's width that it takes, beside those of the others.
    package var share: Double
    package var alignment: Alignment
    /// Whether amounts in it are added up at the foot of each page.
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

    /// A column of amounts: aligned to the end, in the sums.
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

/// The words of the sums at the foot of each page.
package struct Sums: Sendable {
    package var page: String
    package var carried: String
    package var total: String

    package init(page: String, carried: String, total: String) {
        self.page = page
        self.carried = carried
        self.total = total
    }

    /// As Polish ledgers have them.
    package static let polish = Sums(
        page: "Suma strony", carried: "Przeniesienie z poprzedniej strony", total: "Razem od początku okresu")
    /// Of what is no record of a time, but a state.
    package static let state = Sums(page: polish.page, carried: polish.carried, total: "Razem")
}

package enum TableRow: Sendable {
    /// A row as it stands in the source.
    case entry([Cell], isCounted: Bool = true)
    /// The same with the words of some columns in a line above it.
    case folded(String, [Cell], isCounted: Bool)
    /// A heading inside of the table, never the last line of a page.
    case section(String)
    /// A line of sums that the layout made itself: not counted again.
    case subtotal(String, [Cell])
}

package enum Cell: Sendable, Equatable {
    case blank
    case text(String)
    /// Minor units: 123456 is printed as `1 234,56`.
    case amount(Int)
}

extension Cell {
    /// What is absent is blank, not zero.
    package static func amount(_ value: Int?) -> Cell { value.map { .amount($0) } ?? .blank }
    package static func text(_ value: String?) -> Cell { value.map { .text($0) } ?? .blank }
}
