import Dates
import Foundation
import Models

/// The texts of the list of imports.
struct TaxImportsView: Sendable {
    let asked: TaxImportQuery
    let isHead: Bool
    let format: Format

    private var text: LanguageText { format.text }

    func page(
        _ page: TaxImportList.Page, _ counts: TaxImportList.Counts, firm: String?, after: Int64?, today: Day
    ) -> TaxImportsPage {
        let view = TaxImportView(format: format)
        return TaxImportsPage(
            isHead: isHead, filters: filters(counts),
            show: asked.filter == .all ? nil : asked.filter.rawValue, q: asked.search, periods: periods(today),
            firmId: asked.firm.map(\.code), firmName: firm, withoutFirmHref: asked.href(withFirm: false),
            clearHref: asked.isSearched ? Path.taxImports.text : nil, rows: page.items.map { view.row($0) },
            isEmpty: page.items.isEmpty, emptyTitle: empty("Title"), emptyText: empty("Text"),
            olderHref: page.hasOlder ? asked.href(after: page.items.last?.found.id) : nil,
            newerHref: after == nil ? nil : asked.href()
        )
    }

    private func filters(_ counts: TaxImportList.Counts) -> [TaxImportsPage.Filter] {
        let numbers: [TaxImportList.Filter: Int] = [
            .unmatched: counts.unmatched, .asked: counts.asked, .withProblems: counts.withProblems,
            .unpaired: counts.unpaired,
        ]
        return TaxImportList.Filter.allCases.map { filter in
            TaxImportsPage.Filter(
                label: text("taxImports.tab.\(filter.rawValue)"), count: numbers[filter].map { "\($0)" },
                href: asked.href(filter), isCurrent: filter == asked.filter)
        }
    }

    private func empty(_ what: String) -> String {
        let kind = asked.isSearched ? "found" : asked.filter.rawValue
        return text("taxImports.empty.\(kind)\(what)")
    }

    /// Returns the months of the last two years, newest first, then those years; another chosen period comes before
    /// them.
    private func periods(_ today: Day) -> [Option] {
        let months = (0..<24).compactMap { back in
            let count = today.year * 12 + today.month - 1 - back
            return Period(month: count % 12 + 1, of: count / 12)
        }
        let years = (0..<3).compactMap { Period(year: today.year - $0) }
        var all = months + years
        if let asked = asked.period, !all.contains(asked) { all.insert(asked, at: 0) }
        return all.map { Option(code: $0.text, name: format.period($0), isSelected: $0 == asked.period) }
    }
}
