/// Folds tables that are too wide for usual paper: each row takes two lines, words above and amounts below.
extension Table {
    /// The table with its foldable columns in a line above the others, and a line of their headings in the head.
    var folded: Table {
        guard let foldable else { return self }
        var table = self
        table.foldable = nil
        table.lead = columns[foldable].map(\.heading).joined(separator: Self.separator)
        table.columns.removeSubrange(foldable)
        table.groups = groups.map { group in
            Group(
                group.heading, (group.columns.lowerBound - foldable.count)..<(group.columns.upperBound - foldable.count)
            )
        }
        table.rows = { [rows] body in
            try rows { row in try body(row.folded(foldable)) }
        }
        return table
    }

    fileprivate static let separator = " · "
}

extension TableRow {
    fileprivate func folded(_ columns: Range<Int>) -> TableRow {
        switch self {
        case .entry(let cells, let isCounted):
            let words = cells[columns].map(\.words).joined(separator: Table.separator)
            return .folded(words, Self.without(columns, cells), isCounted: isCounted)
        case .subtotal(let label, let cells): return .subtotal(label, Self.without(columns, cells))
        case .section, .folded: return self
        }
    }

    private static func without(_ columns: Range<Int>, _ cells: [Cell]) -> [Cell] {
        Array(cells[..<columns.lowerBound] + cells[columns.upperBound...])
    }
}

extension Cell {
    /// The text in a line of words, where a blank is a dash, so that the next word is not taken for it.
    fileprivate var words: String {
        switch self {
        case .text(let text) where !text.isEmpty: text
        case .text, .blank: "–"
        case .amount(let amount): AmountText.text(amount)
        }
    }
}
