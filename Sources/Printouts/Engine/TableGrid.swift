/// The positions of a table's columns in points, and its head.
struct TableGrid {
    static let padding = 2.0

    let table: Table
    /// Offsets of the columns' edges from the start of the line, one more than there are columns.
    let edges: [Double]
    let face: Typeface
    let bold: Typeface
    private let headFace: Typeface
    private let numberFace: Typeface
    /// The height of the folded columns' headings.
    private let leadHeight: Double
    private let groupHeight: Double
    private let namesHeight: Double
    private let numbersHeight: Double

    /// - Parameter needed: the least widths of its columns.
    init(_ table: Table, width: Double, needed: [Double], typesetter: Typesetter) throws {
        self.table = table
        var edges = [0.0]
        for column in ColumnWidths.divide(width, table.columns.map(\.share), needed: needed) {
            edges.append((edges.last ?? 0) + column)
        }
        self.edges = edges
        face = try typesetter.face(table.textSize)
        bold = try typesetter.face(table.textSize, bold: true)
        headFace = try typesetter.face((table.textSize * 9).rounded() / 10)
        numberFace = try typesetter.face(5)
        typesetter.clear()
        let head = headFace
        func height(_ text: String, _ columns: Range<Int>) -> Double {
            let width = edges[columns.upperBound] - edges[columns.lowerBound] - 2 * Self.padding
            return Double(typesetter.set(text, in: head, width: width).lines.count) * head.lineHeight
                + 2 * Self.padding
        }
        leadHeight = table.lead.map { height($0, 0..<table.columns.count) } ?? 0
        let groupHeight = table.groups.map { height($0.heading, $0.columns) }.max() ?? 0
        let grouped = Set(table.groups.flatMap(\.columns))
        let names = table.columns.indices.map { number in
            height(table.columns[number].heading, number..<(number + 1)) - (grouped.contains(number) ? 0 : groupHeight)
        }
        self.groupHeight = groupHeight
        let hasHead = table.columns.contains { !$0.heading.isEmpty }
        namesHeight = hasHead ? names.max() ?? 0 : 0
        numbersHeight = table.columns.contains { !$0.number.isEmpty } ? numberFace.lineHeight + 1 : 0
    }

    var rowHeight: Double { face.lineHeight + 2 * Self.padding }
    var headHeight: Double { leadHeight + groupHeight + namesHeight + numbersHeight }

    /// Returns the offset and the width of neighbouring columns.
    func box(_ columns: Range<Int>) -> (offset: Double, width: Double) {
        (edges[columns.lowerBound], edges[columns.upperBound] - edges[columns.lowerBound])
    }

    /// Returns the same without padding.
    func room(_ columns: Range<Int>) -> (offset: Double, width: Double) {
        let box = box(columns)
        return (box.offset + Self.padding, box.width - 2 * Self.padding)
    }

    // MARK: The head

    /// Draws headings, groups and official numbers from `flow.y` down, each tagged only once for screen readers.
    func drawHead(in flow: Flow) {
        guard let canvas = flow.canvas, headHeight > 0 else { return }
        let (outer, whole) = (flow.y, box(0..<table.columns.count))
        let (left, top) = (flow.page.left(whole.offset, whole.width, in: table.direction), outer + leadHeight)
        canvas.shade(x: left, y: outer, width: whole.width, height: headHeight)
        if flow.detail != .none { canvas.begin(.row) }
        drawLead(y: outer, in: flow)
        for group in table.groups {
            drawHeading(group.heading, group.columns, y: top, height: groupHeight, in: flow)
            rule(group.columns, y: top + groupHeight, in: flow)
        }
        let grouped = Set(table.groups.flatMap(\.columns))
        for number in table.columns.indices {
            let inset = grouped.contains(number) ? groupHeight : 0
            drawHeading(
                table.columns[number].heading, number..<(number + 1), y: top + inset,
                height: groupHeight + namesHeight - inset, in: flow)
        }
        drawNumbers(y: top + groupHeight + namesHeight, in: flow)
        if flow.detail != .none { canvas.end(.row) }
        drawEdges(top: top, grouped: grouped, in: flow)
    }

    private func drawLead(y: Double, in flow: Flow) {
        guard let lead = table.lead else { return }
        let room = room(0..<table.columns.count)
        let block = flow.typesetter.set(lead, in: headFace, width: room.width)
        if flow.detail == .cells { flow.canvas?.begin(.headingCell) }
        flow.draw(block.lines, of: block, x: room, y: y + Self.padding, direction: table.direction)
        if flow.detail == .cells { flow.canvas?.end(.headingCell) }
        rule(0..<table.columns.count, y: y, in: flow)
    }

    private func drawHeading(_ text: String, _ columns: Range<Int>, y: Double, height: Double, in flow: Flow) {
        let room = room(columns)
        let block = flow.typesetter.set(text, in: headFace, width: room.width)
        let inset = (height - Double(block.lines.count) * headFace.lineHeight) / 2
        if flow.detail == .cells { flow.canvas?.begin(.headingCell) }
        flow.draw(
            block.lines, of: block, x: room, y: y + inset, alignment: .center, direction: table.direction)
        if flow.detail == .cells { flow.canvas?.end(.headingCell) }
    }

    private func drawNumbers(y: Double, in flow: Flow) {
        guard numbersHeight > 0 else { return }
        rule(0..<table.columns.count, y: y, in: flow)
        for columns in numbered {
            let room = room(columns)
            let block = flow.typesetter.set(
                table.columns[columns.lowerBound].number, in: numberFace, width: room.width)
            flow.draw(block.lines, of: block, x: room, y: y + 0.5, alignment: .center, direction: table.direction)
        }
    }

    /// The ranges of neighbouring columns with the same official number.
    private var numbered: [Range<Int>] {
        var ranges: [Range<Int>] = []
        for (place, column) in table.columns.enumerated() {
            if let last = ranges.last, !column.number.isEmpty, table.columns[last.lowerBound].number == column.number {
                ranges[ranges.count - 1] = last.lowerBound..<(place + 1)
            } else {
                ranges.append(place..<(place + 1))
            }
        }
        return ranges
    }

    private func drawEdges(top: Double, grouped: Set<Int>, in flow: Flow) {
        let foot = top + headHeight - leadHeight
        for y in [top, foot] { rule(0..<table.columns.count, y: y, in: flow) }
        let inner = Set(table.groups.flatMap { $0.columns.dropFirst() })
        let shared = Set(numbered.flatMap { $0.dropFirst() })
        for place in edges.indices {
            let end = shared.contains(place) ? foot - numbersHeight : foot
            vertical(place, from: inner.contains(place) ? top + groupHeight : top, to: end, in: flow)
        }
    }

    // MARK: Rules

    func rule(_ columns: Range<Int>, y: Double, in flow: Flow) {
        let box = box(columns)
        let left = flow.page.left(box.offset, box.width, in: table.direction)
        flow.canvas?.rule(from: (left, y), to: (left + box.width, y))
    }

    func vertical(_ edge: Int, from top: Double, to bottom: Double, in flow: Flow) {
        guard bottom > top else { return }
        let x = flow.page.left(edges[edge], 0, in: table.direction)
        flow.canvas?.rule(from: (x, top), to: (x, bottom))
    }
}
