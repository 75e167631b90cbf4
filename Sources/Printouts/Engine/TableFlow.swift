/// Places the rows of one table, page by page, with its head above and its sums below.
final class TableFlow {
    private let flow: Flow
    private let table: Table
    private let grid: TableGrid
    private var sums: TableSums
    private var section: String?
    /// The upper end of the column lines that are not drawn yet.
    private var columnsTop = 0.0
    /// The top of the table on this page.
    private var tableTop = 0.0
    private var isPageEmpty = true
    private var blocks: [Typesetter.Block?] = []

    init(_ table: Table, in flow: Flow) throws {
        self.flow = flow
        self.table = table
        grid = try TableGrid(
            table, width: flow.page.contentWidth, needed: flow.nextWidths(), typesetter: flow.typesetter)
        sums = TableSums(table.columns)
        blocks = Array(repeating: nil, count: table.columns.count)
    }

    /// The lower edge for rows, above the sums.
    private var limit: Double {
        flow.bottom - (table.sums == nil ? 0 : 3 * sumsHeight)
    }

    /// The height of a line of sums; in a folded table its label takes a line of its own.
    private var sumsHeight: Double { table.lead == nil ? grid.rowHeight : 2 * grid.rowHeight }

    func run() throws {
        let smallest = grid.headHeight + 3 * grid.rowHeight + flow.bottom - limit
        try flow.makeRoom(smallest)
        flow.canvas?.begin(.table)
        openPage()
        try table.rows { row in
            // Moves the last rows to the last page, so that it does not have the control sums alone.
            if flow.rows == flow.plan.lastRows, !isPageEmpty { try nextPage() }
            flow.rows += 1
            try place(row)
        }
        flow.typesetter.clear()
        try placeSection(above: 0)
        try closePage()
        flow.canvas?.end(.table)
        flow.tableEnd = flow.number
        flow.y += 6
    }

    private func openPage() {
        tableTop = flow.y
        grid.drawHead(in: flow)
        flow.y += grid.headHeight
        columnsTop = flow.y
        isPageEmpty = true
    }

    private func closePage() throws {
        drawColumns(to: flow.y)
        if let words = table.sums {
            for line in try sums.close(words) { drawLine(line.label, line.cells) }
        }
        drawOuterEdges()
    }

    /// Begins a page. For screen readers each page has a table of its own, which excludes the frame.
    private func nextPage() throws {
        try closePage()
        flow.canvas?.end(.table)
        try flow.endPage()
        flow.beginPage()
        flow.canvas?.begin(.table)
        openPage()
    }

    // MARK: Rows

    private func place(_ row: TableRow) throws {
        flow.typesetter.clear()
        switch row {
        case .section(let text):
            section = text
        case .subtotal(let label, let cells):
            try placeSection(above: sumsHeight)
            drawColumns(to: flow.y)
            drawLine(label, cells)
            isPageEmpty = false
        case .entry(let cells, let isCounted):
            try set(cells)
            try placeEntry()
            if isCounted { try sums.add(cells) }
        case .folded(let words, let cells, let isCounted):
            try set(cells)
            try placeEntry(below: flow.typesetter.set(words, in: grid.face, width: grid.room(0..<blocks.count).width))
            if isCounted { try sums.add(cells) }
        }
    }

    private func set(_ cells: [Cell]) throws {
        for number in blocks.indices {
            let width = grid.edges[number + 1] - grid.edges[number] - 2 * TableGrid.padding
            switch number < cells.count ? cells[number] : .blank {
            case .blank: blocks[number] = nil
            case .text(let text): blocks[number] = flow.typesetter.set(text, in: grid.face, width: width)
            case .amount(let value):
                blocks[number] = try flow.typesetter.set(amount: value, in: grid.face, width: width)
            }
        }
    }

    /// Draws the current row unbroken, if need be on the next page. Only a row taller than a page is cut.
    private func placeEntry(below words: Typesetter.Block? = nil) throws {
        let line = grid.face.lineHeight
        let count = max(blocks.reduce(1) { max($0, $1?.lines.count ?? 0) }, 1)
        let lead = words.map { Double($0.lines.count) * line + 2 * TableGrid.padding } ?? 0
        let height = Double(count) * line + 2 * TableGrid.padding
        try placeSection(above: lead + height)
        if let words { drawWords(words, height: lead) }
        var first = 0
        while first < count {
            let free = max(Int((limit - flow.y - 2 * TableGrid.padding) / line), 1)
            let end = min(first + free, count)
            drawEntry(first..<end)
            first = end
            if first < count { try nextPage() }
        }
    }

    /// Begins a page unless `height` points are free, and draws the pending section heading.
    private func placeSection(above height: Double) throws {
        let heading = section.map(setSection)
        if flow.y + height + (heading?.height ?? 0) > limit, !isPageEmpty { try nextPage() }
        guard let heading else { return }
        section = nil
        drawSection(heading)
    }

    /// Lays out a section heading; cuts the name of an account after three lines.
    private func setSection(_ text: String) -> (block: Typesetter.Block, lines: Range<Int>, height: Double) {
        let block = flow.typesetter.set(text, in: grid.bold, width: grid.room(0..<blocks.count).width)
        let lines = block.lines.prefix(3)
        return (block, lines, Double(lines.count) * grid.face.lineHeight + 2 * TableGrid.padding)
    }

    private func drawEntry(_ lines: Range<Int>) {
        let height = Double(lines.count) * grid.face.lineHeight + 2 * TableGrid.padding
        defer {
            flow.y += height
            isPageEmpty = false
        }
        guard let canvas = flow.canvas else { return }
        if flow.detail != .none { canvas.begin(.row) }
        for number in blocks.indices {
            if flow.detail == .cells { canvas.begin(.cell) }
            if let block = blocks[number], block.lines.count > lines.lowerBound {
                let start = block.lines.lowerBound + lines.lowerBound
                let end = min(block.lines.lowerBound + lines.upperBound, block.lines.upperBound)
                flow.draw(
                    start..<end, of: block, x: grid.room(number..<(number + 1)), y: flow.y + TableGrid.padding,
                    alignment: table.columns[number].alignment, direction: table.direction)
            }
            if flow.detail == .cells { canvas.end(.cell) }
        }
        if flow.detail != .none { canvas.end(.row) }
        grid.rule(0..<blocks.count, y: flow.y + height, in: flow)
    }

    // MARK: Lines across columns

    /// Draws the words above an entry, without lines between columns.
    private func drawWords(_ words: Typesetter.Block, height: Double) {
        drawColumns(to: flow.y)
        if flow.detail != .none { flow.canvas?.begin(.row) }
        if flow.detail == .cells { flow.canvas?.begin(.cell) }
        flow.draw(
            words.lines, of: words, x: grid.room(0..<blocks.count), y: flow.y + TableGrid.padding,
            direction: table.direction)
        if flow.detail == .cells { flow.canvas?.end(.cell) }
        if flow.detail != .none { flow.canvas?.end(.row) }
        flow.y += height
        columnsTop = flow.y
    }

    private func drawSection(_ heading: (block: Typesetter.Block, lines: Range<Int>, height: Double)) {
        drawColumns(to: flow.y)
        shade(height: heading.height)
        if flow.detail != .none { flow.canvas?.begin(.row) }
        flow.draw(
            heading.lines, of: heading.block, x: grid.room(0..<blocks.count), y: flow.y + TableGrid.padding,
            direction: table.direction)
        if flow.detail != .none { flow.canvas?.end(.row) }
        flow.y += heading.height
        grid.rule(0..<blocks.count, y: flow.y, in: flow)
        columnsTop = flow.y
    }

    /// Draws a bold line: its label extends to the first amount, or is above it.
    private func drawLine(_ label: String, _ cells: [Cell]) {
        if table.lead != nil { drawLabel(label) }
        let first = table.lead == nil ? cells.firstIndex { $0 != .blank } ?? cells.count : 0
        shade(height: grid.rowHeight)
        if flow.detail != .none { flow.canvas?.begin(.row) }
        let y = flow.y + TableGrid.padding
        if first > 0 {
            let room = grid.room(0..<first)
            let block = flow.typesetter.set(label, in: grid.bold, width: room.width)
            flow.draw(block.lines.prefix(1), of: block, x: room, y: y, alignment: .end, direction: table.direction)
        }
        for number in cells.indices.dropFirst(first) {
            drawBold(cells[number], number, y: y)
        }
        if flow.detail != .none { flow.canvas?.end(.row) }
        let foot = flow.y + grid.rowHeight
        for edge in first..<blocks.count { grid.vertical(edge, from: flow.y, to: foot, in: flow) }
        flow.y = foot
        grid.rule(0..<blocks.count, y: foot, in: flow)
        columnsTop = foot
    }

    private func drawLabel(_ label: String) {
        drawColumns(to: flow.y)
        shade(height: grid.rowHeight)
        if flow.detail != .none { flow.canvas?.begin(.row) }
        let room = grid.room(0..<blocks.count)
        let block = flow.typesetter.set(label, in: grid.bold, width: room.width)
        flow.draw(block.lines.prefix(1), of: block, x: room, y: flow.y + TableGrid.padding, direction: table.direction)
        if flow.detail != .none { flow.canvas?.end(.row) }
        flow.y += grid.rowHeight
    }

    private func drawBold(_ cell: Cell, _ number: Int, y: Double) {
        let room = grid.room(number..<(number + 1))
        let block: Typesetter.Block? =
            switch cell {
            case .blank: nil
            case .text(let text): flow.typesetter.set(text, in: grid.bold, width: room.width)
            case .amount(let value): try? flow.typesetter.set(amount: value, in: grid.bold, width: room.width)
            }
        guard let block else { return }
        flow.draw(
            block.lines.prefix(1), of: block, x: room, y: y, alignment: table.columns[number].alignment,
            direction: table.direction)
    }

    private func shade(height: Double) {
        let box = grid.box(0..<blocks.count)
        let left = flow.page.left(box.offset, box.width, in: table.direction)
        flow.canvas?.shade(x: left, y: flow.y, width: box.width, height: height)
    }

    /// Draws the lines between columns down to `y`.
    private func drawColumns(to y: Double) {
        for edge in grid.edges.indices.dropFirst().dropLast() {
            grid.vertical(edge, from: columnsTop, to: y, in: flow)
        }
        columnsTop = y
    }

    private func drawOuterEdges() {
        for edge in [0, blocks.count] { grid.vertical(edge, from: tableTop, to: flow.y, in: flow) }
    }
}
