/// What is found out about a document before its pages are counted: how wide its columns have to be, and on which sheet
/// they have room.
struct PagePlan {
    /// With what it says of its sheet, and with tables folded that are too wide for it.
    let document: Document
    let page: Page
    /// Per table, in the order of the document.
    let widths: [[Double]]
    /// With which row of all tables the last page begins, where that is not left to the room on the page before.
    var lastRows: Int?

    /// How many rows the end of a table takes along to a page that has nothing else of it.
    private static let taken = 3

    init(_ document: Document, _ typesetter: Typesetter) throws {
        let direction = document.frame.words.direction
        let sheets = Page.Sheet.allCases.map { Page(document.orientation, $0, direction: direction) }
        let usual = sheets.last { $0.sheet != .a2 }?.contentWidth ?? 0
        var (document, widths, isFolded) = (document, [[Double]](), false)
        for (place, part) in document.parts.enumerated() {
            guard case .table(var table) = part else { continue }
            var needed = try ColumnWidths.needed(table, typesetter)
            if needed.reduce(0, +) > usual, table.foldable != nil {
                (table, isFolded) = (table.folded, true)
                needed = try ColumnWidths.needed(table, typesetter)
                document.parts[place] = .table(table)
            }
            widths.append(needed)
        }
        let widest = widths.map { $0.reduce(0, +) }.max() ?? 0
        page = sheets.first { $0.contentWidth >= widest } ?? sheets[sheets.count - 1]
        if let words = Self.words(page.sheet, isFolded: isFolded) { document.parts.insert(.paragraph(words), at: 0) }
        (self.document, self.widths) = (document, widths)
    }

    /// What is told, before somebody prints it, of a sheet that is not the usual one, and of rows of two lines.
    private static func words(_ sheet: Page.Sheet, isFolded: Bool) -> String? {
        let size = "wydruk ma format \(sheet.rawValue): na mniejszym kwoty byłyby nieczytelne."
        return switch (sheet, isFolded) {
        case (.a4, false): nil
        case (.a4, true): "Tabela jest szeroka, dlatego każda pozycja zajmuje dwa wiersze."
        case (_, false): "Tabela jest szeroka, dlatego \(size)"
        case (_, true): "Tabela jest szeroka, dlatego każda pozycja zajmuje dwa wiersze, a \(size)"
        }
    }

    /// The same for pages that were counted, whose last one may have nothing but what stands under the table.
    func after(_ counted: Flow) -> PagePlan {
        var plan = self
        if counted.tableEnd < counted.number, counted.rows > 2 * Self.taken {
            plan.lastRows = counted.rows - Self.taken
        }
        return plan
    }
}
