import Dates
import Formats
import Models

/// The filters of imports in an address.
struct TaxImportQuery: Sendable {
    let filter: TaxImportList.Filter
    let search: String
    let firm: Int64?
    let period: Period?

    init(_ query: Form) {
        filter = TaxImportList.Filter(rawValue: query["show"]) ?? .all
        search = TypedText.line(query["q"].beginning(100))
        firm = query.id("firm")
        period = Period(query["period"])
    }

    var isSearched: Bool { !search.isEmpty || firm != nil || period != nil }

    func list(in scope: TaxImportScope) -> TaxImportList {
        var list = TaxImportList(filter, in: scope)
        (list.search, list.firm, list.period) = (search, firm, period)
        return list
    }

    func href(
        _ filter: TaxImportList.Filter? = nil, withFirm: Bool = true, after: Int64? = nil
    ) -> String {
        let filter = filter ?? self.filter
        return Path.taxImports.with([
            "show": filter == .all ? nil : filter.rawValue, "q": search.isEmpty ? nil : search,
            "firm": withFirm ? firm.map { "\($0)" } : nil, "period": period?.text, "after": after.map { "\($0)" },
        ])
    }
}
