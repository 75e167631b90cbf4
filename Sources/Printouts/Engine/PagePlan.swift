/// What is found out about a document before its pages are counted: how wide its columns have to be, and on which sheet
/// they have room.
struct PagePlan {
    let page: Page
    /// Per table, in the order of the document.
    let widths: [[Double]]
    /// With which row of all tables the last page begins, where that is not left to the room on the page before.
    var lastRows: Int?

    /// How many rows the end of a table takes along to a page that has nothing else of it.
    private static let taken = 3

    init(_ document: Document, _ typesetter: Typesetter) throws {
        widths = try document.parts.compactMap { part in
            guard case .table(let table) = part else { return nil }
            return try ColumnWidths.needed(table, typesetter)
        }
        let widest = widths.map { $0.reduce(0, +) }.max() ?? 0
        let direction = document.frame.words.direction
        let sheets = Page.Sheet.allCases.map { Page(document.orientation, $0, direction: direction) }
        page = sheets.first { $0.contentWidth >= widest } ?? sheets[sheets.count - 1]
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
