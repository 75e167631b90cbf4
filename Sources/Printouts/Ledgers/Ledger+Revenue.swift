import Dates
import Formats

/// Ewidencja przychodów: one column for each rate that occurs, whether the file has a column for each or a rate in each
/// row.
extension Ledger {
    private struct RevenueSurvey {
        var rates: Set<RevenueRate> = []
        var hasKSeF = false
        var hasTaxNumbers = false
        var isOrdered = true
        var last: Day?

        mutating func see(_ row: RevenueRow) {
            // A file with a column for each rate has zeros in the unused ones.
            rates.formUnion(row.amounts.filter { $0.amount != 0 }.map(\.rate))
            hasKSeF = hasKSeF || row.ksefNumber != nil
            hasTaxNumbers = hasTaxNumbers || row.taxNumber != nil
            if let last, row.enteredOn < last { isOrdered = false }
            last = row.enteredOn
        }
    }

    func revenue() throws -> Document {
        var survey = RevenueSurvey()
        try rows([.revenue]) { if case .revenue(let row) = $0 { survey.see(row) } }
        let (seen, rates) = (survey, survey.rates.sorted(by: >))
        let columns = Self.revenueColumns(seen, rates)
        let start = columns.count - 2 - rates.count
        let groups =
            rates.isEmpty ? [] : [Group("Kwota przychodu opodatkowana według stawki", start..<(start + rates.count))]
        let rows = rows
        let table = Table(columns: columns, groups: groups, sums: .polish, textSize: 7) { body in
            var months = MonthTotals(columns)
            try rows([.revenue]) { row in
                guard case .revenue(let row) = row else { return }
                let cells = Self.revenueCells(row, seen, rates)
                if seen.isOrdered, let total = months.add(cells, on: row.enteredOn) { try body(total) }
                try body(.entry(cells))
            }
            if let total = months.close() { try body(total) }
        }
        return sheet("Ewidencja przychodów", .landscape, [.table(table)] + controls(of: .revenue))
    }

    private static func revenueColumns(_ survey: RevenueSurvey, _ rates: [RevenueRate]) -> [Column] {
        var columns = [
            Column("Lp.", share: 24, alignment: .end), Column("Data wpisu", share: 44, alignment: .center),
            Column("Data uzyskania przychodu", share: 48, alignment: .center),
            Column("Numer dowodu, na podstawie którego dokonano wpisu", share: 84),
        ]
        if survey.hasKSeF { columns.append(Column("Numer identyfikujący fakturę w KSeF", share: 92)) }
        if survey.hasTaxNumbers { columns.append(Column("Identyfikator podatkowy kontrahenta", share: 66)) }
        columns += rates.map { .amount($0.text, share: 58) }
        return columns + [.amount("Ogółem przychody", share: 62), Column("Uwagi", share: 90)]
    }

    private static func revenueCells(_ row: RevenueRow, _ survey: RevenueSurvey, _ rates: [RevenueRate]) -> [Cell] {
        var cells: [Cell] = [.text(row.number), .day(row.enteredOn), .day(row.earnedOn), .text(row.document)]
        if survey.hasKSeF { cells.append(.text(row.ksefNumber)) }
        if survey.hasTaxNumbers {
            cells.append(.text([row.country, row.taxNumber].compactMap { $0 }.joined(separator: " ")))
        }
        cells += rates.map { rate in
            let amounts = row.amounts.filter { $0.rate == rate && $0.amount != 0 }.map { Int($0.amount) }
            return amounts.isEmpty ? .blank : .amount(amounts.reduce(0, &+))
        }
        return cells + [.amount(row.total), .text(row.remarks)]
    }

    /// Returns the list of fixed assets as in the file.
    func fixedAssets() -> Document {
        let names = [
            ("KW_1", "Lp.", 20.0), ("KW_2", "Data nabycia", 46), ("KW_3", "Data przyjęcia do używania", 48),
            ("KW_4", "Określenie dokumentu stwierdzającego nabycie", 74),
            ("KW_5", "Określenie środka trwałego lub wartości niematerialnej i prawnej", 110),
            ("KW_6", "Symbol KŚT", 40), ("KW_7", "Wartość początkowa", 58), ("KW_8", "Stawka amorty\u{AD}zacyjna", 40),
            ("KW_9", "Zaktualizowana wartość początkowa", 58), ("KW_10A", "Data likwidacji", 46),
            ("KW_10B", "Przyczyna likwidacji", 62), ("KW_10C", "Data zbycia", 46),
        ]
        let columns = names.map { name in
            ["KW_7", "KW_9"].contains(name.0) ? Column.amount(name.1, share: name.2) : Column(name.1, share: name.2)
        }
        let rows = rows
        let table = Table(columns: columns, sums: .state) { body in
            try rows([.fixedAssets]) { row in
                guard case .fixedAsset(let row) = row else { return }
                try body(
                    .entry(
                        names.map { name in
                            let field = row.fields.first { $0.element == name.0 }
                            return field?.amount == nil ? .text(field?.text) : .amount(field?.amount)
                        }))
            }
        }
        let title = "Wykaz środków trwałych oraz wartości niematerialnych i prawnych"
        return sheet(title, .landscape, [.table(table)] + controls(of: .fixedAssets))
    }
}

extension RevenueRate {
    /// Returns `8,5%`.
    var text: String {
        tenths.isMultiple(of: 10) ? "\(tenths / 10)%" : "\(tenths / 10),\(tenths % 10)%"
    }
}
