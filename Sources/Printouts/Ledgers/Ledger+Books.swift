import Formats

/// Zestawienie obrotów i sald, and the dziennik.
extension Ledger {
    func trialBalance() throws -> Document {
        // A synthetic account contains the sums of others, and is not added a second time.
        let synthetic = try AccountTree(rows).synthetic
        let names = ["Bilans otwarcia ksiąg", "Obroty okresu", "Obroty narastająco", "Saldo"]
        let groups = names.enumerated().map { Group($0.element, (2 + 2 * $0.offset)..<(4 + 2 * $0.offset)) }
        let sides = names.flatMap { _ in [Column.amount("Wn", share: 58), Column.amount("Ma", share: 58)] }
        let columns = [Column("Konto", share: 58), Column("Nazwa konta", share: 200)] + sides
        let rows = rows
        let table = Table(columns: columns, groups: groups, sums: .state) { body in
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
            Column("Rodzaj dowodu", share: 66), Column("Opis operacji", share: 150), Column("Kontrahent", share: 52),
            Column("Osoba", share: 52), .amount("Kwota operacji", share: 62),
        ]
        let rows = rows
        let table = Table(columns: columns, sums: .polish, textSize: 6.5, isMeasured: false) { body in
            var parties = Counterparties()
            try rows([.journal]) { row in
                if case .counterparty(let party) = row { parties.add(party) }
                guard case .journal(let row) = row else { return }
                let number = [row.number, row.entry].compactMap { $0 }.joined(separator: " · ")
                let document = [row.document, row.ksefNumber].compactMap { $0 }.joined(separator: ", KSeF ")
                try body(
                    .entry([
                        .text(number), .text(row.journal), .day(row.happenedOn), .day(row.documentedOn),
                        .day(row.bookedOn), .text(document), .text(row.documentType), .text(row.event),
                        .text(row.counterparty.map(parties.text)), .text(row.bookedBy), .amount(row.amount),
                    ]))
            }
        }
        return sheet("Dziennik", .landscape, [.table(table)] + controls(of: .journal))
    }
}

/// The tax numbers of the books' counterparty codes (`Kontrahent`, which precedes the journal in a file).
private struct Counterparties {
    /// More than any firm has; further codes are printed without a number.
    private static let limit = 100_000
    private var numbers: [String: String] = [:]

    mutating func add(_ party: Counterparty) {
        guard let number = party.taxNumber, numbers.count < Self.limit else { return }
        numbers[party.code] = [party.country, number].compactMap { $0 }.joined(separator: " ")
    }

    /// Returns `K1, PL 1111111111`.
    func text(_ code: String) -> String {
        [code, numbers[code]].compactMap { $0 }.joined(separator: ", ")
    }
}
