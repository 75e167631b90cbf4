import Formats

/// Konta księgi głównej: each account with its opening, its postings and the balance after each.
///
/// A file has its postings in the journal's order, a printout has them by account. So that a large file needs no more
/// memory than a small one, it is read once for each batch of accounts.
extension Ledger {
    func ledgerAccounts() throws -> Document {
        let columns: [Column] = [
            Column("Data operacji", share: 44, alignment: .center), Column("Nr zapisu", share: 66),
            Column("Nr dowodu", share: 80), Column("Opis", share: 190), Column("Konto przeciwstawne", share: 60),
            .amount("Wn", share: 64), .amount("Ma", share: 64), .amount("Wn", share: 64, isSummed: false),
            .amount("Ma", share: 64, isSummed: false),
        ]
        let groups = [Group("Obroty", 5..<7), Group("Saldo", 7..<9)]
        let book = try AccountBook(rows)
        let table = Table(columns: columns, groups: groups, sums: .polish, textSize: 7) { body in
            try book.forEachAccount { account in try Self.print(account, body) }
        }
        return sheet("Konta księgi głównej", .landscape, [.table(table)] + controls(of: .ledgerAccounts))
    }

    private static func print(_ account: AccountBook.Account, _ body: (Row) throws -> Void) throws {
        try body(.section([account.code, account.name].compactMap { $0 }.joined(separator: " ")))
        let opening = account.balance?.opening
        var balance = Int(opening?.debit ?? 0) &- Int(opening?.credit ?? 0)
        if opening != nil { try body(.subtotal("Bilans otwarcia", blanks + sides(balance))) }
        var (debits, credits) = (0, 0)
        for line in account.lines {
            let amount = Int(line.posting.amount)
            let isDebit = line.posting.side == .debit
            balance = balance &+ (isDebit ? amount : -amount)
            if isDebit { debits &+= amount } else { credits &+= amount }
            let cells: [Cell] = [
                .day(line.day), .text(line.posting.entry), .text(line.document),
                .text(line.posting.text ?? line.event), .text(line.posting.against),
                isDebit ? .amount(amount) : .blank, isDebit ? .blank : .amount(amount),
            ]
            try body(.entry(cells + sides(balance)))
        }
        let turnover: [Cell] = [.amount(debits), .amount(credits)]
        try body(
            .subtotal("Obroty i saldo konta \(account.code)", Array(blanks.dropLast(2)) + turnover + sides(balance)))
        if let closing = account.balance?.closing, Int(closing.debit) &- Int(closing.credit) != balance {
            let stated: [Cell] = [.amount(closing.debit), .amount(closing.credit)]
            try body(.subtotal("Saldo według zestawienia obrotów i sald, inne niż z zapisów", blanks + stated))
        }
    }

    private static let blanks = [Cell](repeating: .blank, count: 7)

    /// A balance stands on the side that it is of; one of zero on neither.
    private static func sides(_ balance: Int) -> [Cell] {
        switch balance {
        case 0: [.amount(0), .blank]
        case 1...: [.amount(balance), .blank]
        default: [.blank, .amount(balance == .min ? .max : -balance)]
        }
    }
}
