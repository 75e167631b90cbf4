/// The books of a company: each sale and purchase an entry of the journal with its lines in the accounts.
extension DemoTaxFile {
    private struct Account {
        let number: String
        let name: String
        var opening = 0
        var debit = 0
        var credit = 0

        mutating func enter(_ amount: Int) {
            debit += max(amount, 0)
            credit += max(-amount, 0)
        }
    }

    /// A line of an account: debit, or credit where it is negative.
    private struct Line {
        let account: String
        let amount: Int
    }

    static func books(_ head: Head, _ trades: [DemoTrade]) -> DemoTaxFile {
        var accounts = [
            Account(number: "130", name: "Rachunek bankowy", opening: 8_400_000),
            Account(number: "200", name: "Rozrachunki z odbiorcami"),
            Account(number: "210", name: "Rozrachunki z dostawcami"),
            Account(number: "221", name: "VAT należny"), Account(number: "223", name: "VAT naliczony"),
            Account(number: "402", name: "Usługi obce"), Account(number: "700", name: "Przychody ze sprzedaży"),
            Account(number: "801", name: "Kapitał podstawowy", opening: -8_400_000),
        ]
        var (journal, postings): ([String], [String]) = ([], [])
        var total = 0
        for (index, trade) in trades.enumerated() {
            let entry = "\(index + 1)/\(trade.isSale ? "SP" : "ZK")"
            journal.append(self.entry(index + 1, entry, trade, head))
            for line in lines(trade) {
                postings.append(posting(postings.count + 1, entry, line))
                total += max(line.amount, 0)
                for place in accounts.indices where accounts[place].number == line.account {
                    accounts[place].enter(line.amount)
                }
            }
        }
        let controls = (
            journal: group(
                "DziennikCtrl",
                [
                    element("LiczbaWierszyDziennika", "\(journal.count)"),
                    element("SumaKwotOperacji", minor: sum(trades) { $0.net + $0.tax }),
                ]),
            postings: group(
                "KontoZapisCtrl",
                [
                    element("LiczbaWierszyKontoZapisj", "\(postings.count)"), element("SumaWinien", minor: total),
                    element("SumaMa", minor: total),
                ])
        )
        return DemoTaxFile(
            "JPK_KR", namespace: "http://jpk.mf.gov.pl/wzor/2016/03/09/03091/", head,
            header: ranged("JPK_KR", 1, head, currency: true), taxpayer: company(head),
            accounts.map(balance) + journal + [controls.journal] + postings + [controls.postings])
    }

    private static func company(_ head: Head) -> String {
        group("IdentyfikatorPodmiotu", [element("etd:NIP", head.nip), element("etd:PelnaNazwa", head.name)])
    }

    private static func lines(_ trade: DemoTrade) -> [Line] {
        let gross = trade.net + trade.tax
        return trade.isSale
            ? [
                Line(account: "200", amount: gross), Line(account: "700", amount: -trade.net),
                Line(account: "221", amount: -trade.tax),
            ]
            : [
                Line(account: "402", amount: trade.net), Line(account: "223", amount: trade.tax),
                Line(account: "210", amount: -gross),
            ]
    }

    private static func entry(_ number: Int, _ name: String, _ trade: DemoTrade, _ head: Head) -> String {
        let day = head.day(trade.day)
        return group(
            "Dziennik",
            [
                element("LpZapisuDziennika", "\(number)"), element("NrZapisuDziennika", name),
                element("OpisDziennika", trade.isSale ? "Sprzedaż" : "Zakupy"),
                element("NrDowoduKsiegowego", trade.document), element("RodzajDowodu", "Faktura"),
                element("DataOperacji", day), element("DataDowodu", day), element("DataKsiegowania", day),
                element("KodOperatora", "AL"), element("OpisOperacji", "\(trade.event), \(trade.party.name)"),
                element("DziennikKwotaOperacji", minor: trade.net + trade.tax),
            ])
    }

    /// One side has its account, the other is empty, as programs write it.
    private static func posting(_ number: Int, _ entry: String, _ line: Line) -> String {
        let isDebit = line.amount > 0
        return group(
            "KontoZapis",
            [
                element("LpZapisu", "\(number)"), element("NrZapisu", entry),
                element("KodKontaWinien", isDebit ? line.account : "null"),
                element("KwotaWinien", minor: max(line.amount, 0)),
                element("KodKontaMa", isDebit ? "null" : line.account), element("KwotaMa", minor: max(-line.amount, 0)),
            ])
    }

    private static func balance(_ account: Account) -> String {
        let closing = account.opening + account.debit - account.credit
        let isResult = account.number >= "400" && account.number < "800"
        return group(
            "ZOiS",
            [
                element("KodKonta", account.number), element("OpisKonta", account.name),
                element("TypKonta", isResult ? "wynikowe" : "bilansowe"),
                element("KodZespolu", String(account.number.prefix(1))), element("OpisZespolu", "Zespół"),
                element("KodKategorii", account.number), element("OpisKategorii", account.name),
                element("BilansOtwarciaWinien", minor: max(account.opening, 0)),
                element("BilansOtwarciaMa", minor: max(-account.opening, 0)),
                element("ObrotyWinien", minor: account.debit), element("ObrotyMa", minor: account.credit),
                element("ObrotyWinienNarast", minor: account.debit), element("ObrotyMaNarast", minor: account.credit),
                element("SaldoWinien", minor: max(closing, 0)), element("SaldoMa", minor: max(-closing, 0)),
            ])
    }
}
