/// The layout decisions before the pages of a document are counted: the least widths of its columns, and a paper size
/// that fits them.
struct PagePlan {
    /// With tables folded that are too wide, and a paragraph that says so.
    let document: Document
    let page: Page
    /// For each table, in the order of the document.
    let widths: [[Double]]
    /// Of the office; `nil` if it has none, or one that cannot be read.
    let logo: Logo?
    /// The number of the row with which the last page begins, if it is moved there.
    var lastRows: Int?

    /// The number of rows moved to a page that has only the end of a table.
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
        logo = document.frame.letterhead.logo.flatMap { Logo(png: $0) }
    }

    /// Returns the note about an unusual paper size, and about rows of two lines.
    private static func words(_ sheet: Page.Sheet, isFolded: Bool) -> String? {
        let size = "wydruk ma format \(sheet.rawValue): na mniejszym kwoty byłyby nieczytelne."
        return switch (sheet, isFolded) {
        case (.a4, false): nil
        case (.a4, true): "Tabela jest szeroka, dlatego każda pozycja zajmuje dwa wiersze."
        case (_, false): "Tabela jest szeroka, dlatego \(size)"
        case (_, true): "Tabela jest szeroka, dlatego każda pozycja zajmuje dwa wiersze, a \(size)"
        }
    }

    /// Returns the plan after counting: rows move to the last page if it has only what follows the table.
    func after(_ counted: Flow) -> PagePlan {
        var plan = self
        if counted.tableEnd < counted.number, counted.rows > 2 * Self.taken {
            plan.lastRows = counted.rows - Self.taken
        }
        return plan
    }
}
