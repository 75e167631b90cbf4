import Dates
import Formats

/// Podatkowa księga przychodów i rozchodów: 19 columns from 2026 on, 17 before. The file's elements keep their old
/// numbers, which differ from the numbers of the columns.
extension Ledger {
    func taxLedger() throws -> Document {
        let isNew = summary.structure.variant >= 3
        let columns = Self.kpirColumns(isNew: isNew)
        let first = isNew ? 8 : 6
        let groups = [
            Group("Kontrahent", (first - 3)..<(first - 1)), Group("Przychód", first..<(first + 3)),
            Group("Wydatki (koszty)", (first + 5)..<(first + 8)),
            Group(
                "Koszty działalności badawczo-rozwojowej, o których mowa w art. 26e ustawy o podatku dochodowym",
                (first + 9)..<(first + 11)),
        ]
        let survey = try surveyKPiR()
        let rows = rows
        let table = Table(columns: columns, groups: groups, sums: .polish, textSize: 6) { body in
            var months = MonthTotals(columns)
            try rows([.taxLedger]) { row in
                guard case .taxLedger(let row) = row else { return }
                let cells = Self.kpirCells(row, isNew: isNew)
                if survey.hasMonths, let total = months.add(cells, on: row.day) { try body(total) }
                try body(.entry(cells))
            }
            if let total = months.close() { try body(total) }
        }
        let end = yearForms(survey.stockTakings) + controls(of: .taxLedger)
        return sheet("Podatkowa księga przychodów i rozchodów", .landscape, [.table(table)] + end)
    }

    /// Returns whether the rows are in the order of their days and span more than a month; and the stock-takings.
    private func surveyKPiR() throws -> (hasMonths: Bool, stockTakings: [StockTaking]) {
        var (isOrdered, first, last) = (true, Day?.none, Day?.none)
        var stockTakings: [StockTaking] = []
        try rows([.taxLedger]) { row in
            if case .stockTaking(let taking) = row { stockTakings.append(taking) }
            guard case .taxLedger(let row) = row else { return }
            if let last, row.day < last { isOrdered = false }
            first = first ?? row.day
            last = row.day
        }
        let spansMonths = first.map { ($0.year, $0.month) }.map { one in
            last.map { ($0.year, $0.month) != one } ?? false
        }
        return (isOrdered && spansMonths == true, stockTakings)
    }

    private static func kpirColumns(isNew: Bool) -> [Column] {
        let identity = [
            Column("Lp.", share: 19, alignment: .end),
            Column("Data zdarzenia gospodar\u{AD}czego", share: 41, alignment: .center),
            Column("Numer identyfi\u{AD}kujący fakturę w KSeF", share: 56),
            Column("Nr dowodu księgo\u{AD}wego", share: 46),
            Column("Identyfikator podatkowy kontrahenta", share: 41),
            Column("imię i nazwisko (firma)", share: 62), Column("adres", share: 54),
            Column("Opis zdarzenia gospodarczego", share: 56),
        ]
        let (plus, sum) = isNew ? ("(9+10)", "(14+15)") : ("(7+8)", "(12+13)")
        let amounts: [Column] = [
            .amount("wartość sprzedanych towarów i usług", share: 43), .amount("pozostałe przychody", share: 41),
            .amount("razem przychód \(plus)", share: 43),
            .amount("Zakup towarów handlowych i materiałów wg cen zakupu", share: 43),
            .amount("Koszty uboczne zakupu", share: 40),
            .amount("wynagro\u{AD}dzenia w gotówce i w naturze", share: 42),
            .amount("pozostałe wydatki", share: 42), .amount("razem wydatki \(sum)", share: 43),
            .amount("", share: 30),
        ]
        let rest: [Column] = [
            Column("opis kosztu", share: 32), .amount("wartość", share: 36), Column("Uwagi", share: 38),
        ]
        let kept = isNew ? identity : identity.enumerated().filter { $0.offset != 2 && $0.offset != 4 }.map(\.element)
        return numbered(kept + amounts + rest)
    }

    /// Numbers columns from 1; the description and the value of research share a number.
    private static func numbered(_ columns: [Column]) -> [Column] {
        columns.enumerated().map { place, column in
            var column = column
            column.number = String(place < columns.count - 2 ? place + 1 : place)
            return column
        }
    }

    private static func kpirCells(_ row: KPiRRow, isNew: Bool) -> [Cell] {
        let party: [Cell] = [.text(row.name), .text(row.address), .text(row.event)]
        let taxNumber = [row.country, row.taxNumber].compactMap { $0 }.joined(separator: " ")
        let identity: [Cell] =
            isNew
            ? [.text(row.number), .day(row.day), .text(row.ksefNumber), .text(row.document), .text(taxNumber)]
            : [.text(row.number), .day(row.day), .text(row.document)]
        let amounts: [Cell] = [
            .amount(row.sales), .amount(row.otherRevenue), .amount(sum(row.revenue, row.farmRevenue)),
            .amount(row.goods), .amount(row.purchaseCosts), .amount(row.wages), .amount(row.otherExpenses),
            .amount(sum(row.expenses, row.farmExpenses)), .amount(row.free),
        ]
        return identity + party + amounts + [.text(row.researchText), .amount(row.research), .text(row.remarks)]
    }

    /// Adds a farmer's revenue or expenses to those of another business, because both are in one column.
    private static func sum(_ one: Int64?, _ other: Int64?) -> Int64? {
        guard let one, let other else { return one ?? other }
        let (sum, isTooLarge) = one.addingReportingOverflow(other)
        return isTooLarge ? one : sum
    }

    private var isOfYear: Bool { summary.period.isYear }

    /// Returns the annual income with the stock-takings, as in the file. The file of a month has meaningless zeros
    /// there.
    private func yearForms(_ stockTakings: [StockTaking]) -> [Document.Part] {
        var parts: [Document.Part] = []
        if let year = summary.ledgerYear, isOfYear || year.saysAnything {
            // The file of a part of the year has the same four fields, without the days that they are for.
            let days = isOfYear ? " roku podatkowego" : ", jak podano w pliku"
            let fields = [
                ("Wartość spisu z natury na początek\(days)", year.openingStock),
                ("Wartość spisu z natury na koniec\(days)", year.closingStock),
                ("Razem koszty uzyskania przychodu", year.costs),
                (year.income < 0 ? "Strata" : isOfYear ? "Dochód osiągnięty w roku podatkowym" : "Dochód", year.income),
            ]
            parts.append(
                .heading(isOfYear ? "Ustalenie dochodu w roku podatkowym" : "Ustalenie dochodu, jak podano w pliku"))
            parts.append(
                .form([fields.map { Field($0.0, AmountText.text(Int($0.1)), alignment: .end) }]))
        }
        if !stockTakings.isEmpty {
            parts.append(.heading("Spisy z natury sporządzone w ciągu roku podatkowego"))
            let rows = stockTakings.map { taking in
                [
                    Field("Data spisu", taking.day.text),
                    Field("Wartość spisu", AmountText.text(Int(taking.value)), alignment: .end),
                ]
            }
            parts.append(.form(rows))
        }
        return parts
    }
}

extension LedgerYear {
    fileprivate var saysAnything: Bool { [openingStock, closingStock, costs, income].contains { $0 != 0 } }
}
