/// The least widths of a table's columns: each fits every amount in full size, with the sums in bold, and every day and
/// every word unbroken. They are measured in a pass over all rows before any is drawn.
struct ColumnWidths {
    /// The widest unbroken word in points; wider ones, such as web addresses, may be broken.
    private static let widestWord = 84.0

    private let face: Typeface
    private let bold: Typeface
    private let columns: [Column]
    /// For each column the largest absolute amount, and the highest and lowest running sums.
    private var largest: [UInt]
    private var sums: [Int]
    private var highest: [Int]
    private var lowest: [Int]
    private var words: [Double]

    /// - Returns: the least width of each column, with padding; empty for a table that fits any amounts.
    static func needed(_ table: Table, _ typesetter: Typesetter) throws -> [Double] {
        guard table.isMeasured else { return [] }
        var widths = ColumnWidths(
            table, try typesetter.face(table.textSize), try typesetter.face(table.textSize, bold: true))
        try table.rows { widths.see($0) }
        let head = try typesetter.face((table.textSize * 9).rounded() / 10)
        for (number, column) in table.columns.enumerated() { widths.see(column.heading, in: number, head) }
        return widths.needed
    }

    private init(_ table: Table, _ face: Typeface, _ bold: Typeface) {
        (self.face, self.bold, columns) = (face, bold, table.columns)
        largest = Array(repeating: 0, count: columns.count)
        sums = Array(repeating: 0, count: columns.count)
        (highest, lowest) = (sums, sums)
        words = Array(repeating: 0, count: columns.count)
    }

    private mutating func see(_ row: TableRow) {
        switch row {
        case .section: break
        case .subtotal(_, let cells): see(cells, isCounted: false)
        case .entry(let cells, let isCounted), .folded(_, let cells, let isCounted): see(cells, isCounted: isCounted)
        }
    }

    private mutating func see(_ cells: [Cell], isCounted: Bool) {
        for (number, cell) in zip(columns.indices, cells) {
            switch cell {
            case .blank: break
            case .text(let text): see(text, in: number, face)
            case .amount(let amount):
                largest[number] = max(largest[number], amount.magnitude)
                guard isCounted, columns[number].isSummed else { continue }
                sums[number] &+= amount
                highest[number] = max(highest[number], sums[number])
                lowest[number] = min(lowest[number], sums[number])
            }
        }
    }

    /// Measures the widest unbreakable part of a text.
    private mutating func see(_ text: String, in number: Int, _ face: Typeface) {
        // A text that fits as a whole is not measured word by word.
        if Double(text.utf8.count) * face.style.size < words[number] { return }
        let isDay = text.utf8.count == 10 && text.utf8.dropFirst(4).first == UInt8(ascii: "-")
        var width = 0.0
        for scalar in text.unicodeScalars {
            if !isDay, LineSetter.mayBreak(after: scalar.value) || scalar.value == PrintableScalar.softHyphen {
                words[number] = max(words[number], min(width, Self.widestWord))
                width = 0
            } else {
                width += face.glyph(scalar.value)?.advance ?? face.style.size * 0.6
            }
        }
        words[number] = max(words[number], min(width, Self.widestWord))
    }

    private var needed: [Double] {
        columns.indices.map { number in
            let sum = highest[number].magnitude &+ lowest[number].magnitude
            let amount = width(max(largest[number], sum), in: columns[number].isSummed ? bold : face)
            let content = largest[number] == 0 && sum == 0 ? words[number] : max(words[number], amount)
            return content + 2 * TableGrid.padding + 0.5
        }
    }

    /// Returns the width of the widest amount of this magnitude, with a sign.
    private func width(_ magnitude: UInt, in face: Typeface) -> Double {
        var width = 0.0
        AmountText.forEach(-Int(min(magnitude, UInt(Int.max)))) { width += face.glyph($0)?.advance ?? 0 }
        return width
    }

    /// Divides a line among columns by their shares, none narrower than its least width.
    static func divide(_ total: Double, _ shares: [Double], needed: [Double]) -> [Double] {
        let least = needed.isEmpty ? Array(repeating: 0, count: shares.count) : needed
        let sum = least.reduce(0, +)
        // Columns that do not fit at all shrink in proportion.
        guard sum < total else { return least.map { $0 * total / max(sum, 0.001) } }
        var fixed: Set<Int> = []
        while true {
            let free = total - fixed.reduce(0) { $0 + least[$1] }
            let open = shares.indices.filter { !fixed.contains($0) }
            let share = max(open.reduce(0) { $0 + shares[$1] }, 0.001)
            let narrow = open.filter { shares[$0] / share * free < least[$0] }
            if narrow.isEmpty {
                return shares.indices.map { fixed.contains($0) ? least[$0] : shares[$0] / share * free }
            }
            fixed.formUnion(narrow)
        }
    }
}
