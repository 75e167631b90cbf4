import Formats

/// Zestawienie obrotów i sald, and the dziennik.
extension Ledger {
    func trialBalance() throws -> Document {
        // An account that others belong to holds their sums, and is not added a second time.
        var parents: Set<String> = []
        try rows([.trialBalance]) { row in
            if case .balance(let row) = row, row.parent != row.account { parents.insert(row.parent) }
        }
        let names = ["Bilans otwarcia", "Obroty okresu", "Obroty narastająco", "Saldo"]
        let groups = names.enumerated().map { Group($0.element, (2 + 2 * $0.offset)..<(4 + 2 * $0.offset)) }
        let sides = names.flatMap { _ in [Column.amount("Wn", share: 58), Column.amount("Ma", share: 58)] }
        let columns = [Column("Konto", share: 58), Column("Nazwa konta", share: 200)] + sides
        let (rows, synthetic) = (rows, parents)
        let sums = Sums(page: "Suma strony", carried: "Przeniesienie z poprzedniej strony", total: "Razem")
        let table = Table(columns: columns, groups: groups, sums: sums) { body in
            try rows([.trialBalance]) { row in
                guard case .balance(let row) = row else { return }
                let pairs = [row.opening, row.turnover, row.turnoverToDate, row.closing]
                let cells: [Cell] =
                    [.text(row.account), .text(row.name)]
                    + pairs.flatMap { [Cell.amount($0.debit), .amount($0.credit)] }
                try body(.entry(cells, isCounted: !synthetic.contains(row.account)))
            }
        }
        return sheet("Zestawienie obrotów i sald", .landscape, [.table(table)] + controls(of: .trialBalance))
    }

    func journal() -> Document {
        let columns: [Column] = [
            Column("Nr zapisu", share: 62), Column("Dziennik", share: 60),
            Column("Data operacji", share: 42, alignment: .center),
            Column("Data dowodu", share: 42, alignment: .center),
            Column("Data księgowania", share: 44, alignment: .center), Column("Nr dowodu", share: 78),
            Column("Rodzaj dowodu", share: 66), Column("Opis operacji", share: 160), Column("Kontrahent", share: 42),
            Column("Osoba", share: 52), .amount("Kwota operacji", share: 62),
        ]
        let rows = rows
        let table = Table(columns: columns, sums: .polish, textSize: 6.5) { body in
            try rows([.journal]) { row in
                guard case .journal(let row) = row else { return }
                let number = [row.number, row.entry].compactMap { $0 }.joined(separator: " · ")
                let document = [row.document, row.ksefNumber].compactMap { $0 }.joined(separator: ", KSeF ")
                try body(
                    .entry([
                        .text(number), .text(row.journal), .day(row.happenedOn), .day(row.documentedOn),
                        .day(row.bookedOn), .text(document), .text(row.documentType), .text(row.event),
                        .text(row.counterparty), .text(row.bookedBy), .amount(row.amount),
                    ]))
            }
        }
        return sheet("Dziennik", .landscape, [.table(table)] + controls(of: .journal))
    }
}
