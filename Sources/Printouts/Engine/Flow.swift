import CPango

/// Places the parts of a document below one another, starting a page where one is full. It runs twice: without a canvas
/// to count the pages, then with one.
final class Flow {
    let document: Document
    let page: Page
    let typesetter: Typesetter
    let canvas: Canvas?
    let frame: FrameDrawing
    /// The number of pages; 0 while they are counted.
    let pages: Int
    /// The level of detail of the tags in tables.
    let detail: TagDetail
    private(set) var number = 0
    /// Called when a page begins, with the number of finished pages and of all.
    var told: (_ pages: Int, _ all: Int) -> Void = { _, _ in }
    let plan: PagePlan
    /// The rows of all tables so far, and the page on which the last table ended.
    var rows = 0
    var tableEnd = 0
    private var tables = 0
    /// The upper edge of the next part.
    var y = 0.0

    init(
        _ plan: PagePlan, typesetter: Typesetter, canvas: Canvas? = nil, pages: Int = 0,
        detail: TagDetail = .none
    ) throws {
        document = plan.document
        self.typesetter = typesetter
        self.canvas = canvas
        self.pages = pages
        self.detail = detail
        self.plan = plan
        page = plan.page
        frame = try FrameDrawing(document, page: page, logo: plan.logo, typesetter: typesetter)
    }

    var top: Double { frame.top }
    var bottom: Double { frame.bottom }

    func run() throws {
        beginPage()
        canvas?.begin(.document)
        for part in document.parts {
            switch part {
            case .heading(let text): try heading(text)
            case .paragraph(let text): try paragraph(text)
            case .form(let rows): try form(rows)
            case .table(let table): try TableFlow(table, in: self).run()
            }
        }
        canvas?.end(.document)
        try endPage()
    }

    /// Returns the least widths of the next table's columns.
    func nextWidths() -> [Double] {
        defer { tables += 1 }
        return plan.widths[tables]
    }

    func beginPage() {
        told(number, pages)
        number += 1
        if let canvas { frame.draw(on: canvas, page: number, of: pages) }
        y = top
    }

    func endPage() throws {
        try canvas?.endPage()
    }

    /// Begins a page unless `height` points are free on this one, or it is still empty.
    func makeRoom(_ height: Double) throws {
        guard y + height > bottom, y > top else { return }
        try endPage()
        beginPage()
    }

    // MARK: Small parts

    private func heading(_ text: String) throws {
        try words(text, in: typesetter.face(9.5, bold: true), tag: .heading, before: 8, after: 4)
    }

    private func paragraph(_ text: String) throws {
        try words(text, in: typesetter.face(8), tag: .paragraph, before: 3, after: 3)
    }

    private func words(_ text: String, in face: Typeface, tag: Canvas.Tag, before: Double, after: Double) throws {
        typesetter.clear()
        let block = typesetter.set(text, in: face, width: page.contentWidth)
        y += before
        canvas?.begin(tag)
        for line in block.lines {
            // A heading stays together with part of what follows.
            try makeRoom(face.lineHeight + (tag == .heading ? 40 : 0))
            draw(line..<(line + 1), of: block, x: (0, page.contentWidth), y: y)
            y += face.lineHeight
        }
        canvas?.end(tag)
        y += after
    }

    /// Draws lines of a block in a box `x.width` wide that starts `x.offset` after the start of the line.
    func draw(
        _ lines: Range<Int>, of block: Typesetter.Block, x: (offset: Double, width: Double), y: Double,
        alignment: Alignment = .start, direction: FrameWords.Direction? = nil
    ) {
        guard let canvas else { return }
        let direction = direction ?? document.direction
        let left = page.left(x.offset, x.width, in: direction)
        for (count, number) in lines.enumerated() {
            let line = typesetter.lines[number]
            let room = x.width - line.width
            let indent =
                switch alignment {
                case _ where block.isAmount: room
                case .center: room / 2
                case .start: direction == .leftToRight ? 0 : room
                case .end: direction == .leftToRight ? room : 0
                }
            let baseline = y + Double(count) * block.face.lineHeight + block.ascent * 0.95
            canvas.draw(line, face: block.face, x: left + indent, baseline: baseline)
        }
    }
}

/// The detail in which tables are tagged for screen readers. Each tag takes some hundred bytes of the file and stays in
/// memory to the end, so a long table is tagged by rows, and a very long one not at all.
enum TagDetail {
    case cells, rows, none

    init(rows: Int) {
        self = rows <= 200 ? .cells : rows <= 4000 ? .rows : .none
    }
}
