import Formats

/// Konta księgi głównej: each account with its opening balance, its postings and the balance after each.
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
        let table = Table(columns: columns, groups: groups, sums: .polish, textSize: 7, isMeasured: false) { body in
            var sheet = AccountSheet()
            try book.forEachSection { section in
                if section.isFirst {
                    sheet = AccountSheet()
                    try sheet.open(section.account, body)
                }
                for line in section.lines { try body(sheet.entry(line)) }
                if section.isLast { try sheet.close(section.account, body) }
            }
        }
        return sheet("Konta księgi głównej", .landscape, [.table(table)] + controls(of: .ledgerAccounts))
    }
}

/// The running balance of an account while its postings are printed.
private struct AccountSheet {
    private var balance = 0
    private var debits = 0
    private var credits = 0

    mutating func open(_ account: AccountBook.Account, _ body: (TableRow) throws -> Void) throws {
        try body(.section([account.code, account.name].compactMap { $0 }.joined(separator: " ")))
        guard let stated = account.balance else { return }
        balance = stated.atStart
        try body(
            .subtotal(stated.hasEarlier ? "Saldo na początek okresu" : "Bilans otwarcia", Self.blanks + sides))
    }

    mutating func entry(_ line: AccountBook.Line) -> TableRow {
        let amount = Int(line.posting.amount)
        let isDebit = line.posting.side == .debit
        balance = isDebit ? balance &+ amount : balance &- amount
        if isDebit { debits &+= amount } else { credits &+= amount }
        let cells: [Cell] = [
            .day(line.day), .text(line.posting.entry), .text(line.document), .text(line.posting.text ?? line.event),
            .text(line.against), isDebit ? .amount(amount) : .blank, isDebit ? .blank : .amount(amount),
        ]
        return .entry(cells + sides)
    }

    func close(_ account: AccountBook.Account, _ body: (TableRow) throws -> Void) throws {
        let turnover: [Cell] = [.amount(debits), .amount(credits)]
        let label = "Obroty i saldo konta \(account.code)"
        try body(.subtotal(label, Array(Self.blanks.dropLast(2)) + turnover + sides))
        if let closing = account.balance?.closing, Int(closing.debit) &- Int(closing.credit) != balance {
            let stated: [Cell] = [.amount(closing.debit), .amount(closing.credit)]
            try body(.subtotal("Saldo według zestawienia obrotów i sald, inne niż z zapisów", Self.blanks + stated))
        }
    }

    private static let blanks = [Cell](repeating: .blank, count: 7)

    /// A balance is printed on its own side; one of zero on neither.
    private var sides: [Cell] {
        switch balance {
        case 0: [.amount(0), .blank]
        case 1...: [.amount(balance), .blank]
        default: [.blank, .amount(balance == .min ? .max : -balance)]
        }
    }
}
