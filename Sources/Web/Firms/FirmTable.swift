import Models

/// A page of rows of the tab's type.
enum FirmListRows: Sendable {
    case firms(FirmList.Page<FirmList.FirmRow>)
    case bookkeeping(FirmList.Page<FirmList.FirmRow>)
    case payroll(FirmList.Page<FirmList.PayrollRow>)
    case taxes(FirmList.Page<FirmList.TaxesRow>)
}

/// A page of the list for display, of any tab.
struct FirmTable: Sendable {
    let rows: [FirmListRow]
    let matching: Int
    let offset: Int
    let hasPrevious: Bool
    let hasNext: Bool
    let facets: FirmList.Facets

    init(_ rows: FirmListRows, isHead: Bool, _ format: Format) {
        switch rows {
        case .firms(let page): self.init(page) { FirmListRow($0, isHead: isHead, format) }
        case .bookkeeping(let page): self.init(page) { FirmListRow(bookkeeping: $0, format) }
        case .payroll(let page): self.init(page) { FirmListRow($0, format) }
        case .taxes(let page): self.init(page) { FirmListRow($0, format) }
        }
    }

    private init<Row>(_ page: FirmList.Page<Row>, _ show: (Row) -> FirmListRow) {
        rows = page.rows.map(show)
        matching = page.matching
        offset = page.offset
        hasPrevious = page.hasPrevious
        hasNext = page.hasNext
        facets = page.facets
    }
}
