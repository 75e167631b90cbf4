extension JournalEntry {
    /// - Parameter place: the number of the entry in the file, from 1.
    init(_ record: Record, at place: Int) {
        if record.has("D_1") {
            self.init(
                place: place, number: nil, entry: record.text("D_1"), journal: record.text("D_2"),
                counterparty: record.optional("D_3"), document: record.text("D_4"), documentType: record.text("D_5"),
                happenedOn: record.requiredDay("D_6"), documentedOn: record.requiredDay("D_7"),
                bookedOn: record.requiredDay("D_8"), bookedBy: record.text("D_9"), event: record.text("D_10"),
                amount: record.required("D_11"), ksefNumber: record.optional("D_12"))
        } else {
            self.init(
                place: nil, number: record.text("LpZapisuDziennika"), entry: record.text("NrZapisuDziennika"),
                journal: record.text("OpisDziennika"), counterparty: nil, document: record.text("NrDowoduKsiegowego"),
                documentType: record.text("RodzajDowodu"), happenedOn: record.requiredDay("DataOperacji"),
                documentedOn: record.requiredDay("DataDowodu"), bookedOn: record.requiredDay("DataKsiegowania"),
                bookedBy: record.text("KodOperatora"), event: record.text("OpisOperacji"),
                amount: record.required("DziennikKwotaOperacji"), ksefNumber: nil)
        }
    }
}

extension LedgerPosting {
    /// Returns the one posting of `JPK_KR_PD`; the one or two of `JPK_KR`, in which a missing side has the account
    /// "null" and no amount.
    /// - Parameter entry: the number and the place of the enclosing entry.
    static func both(_ record: Record, in entry: (number: String, place: Int)) -> [LedgerPosting] {
        if record.has("Z_1") { return [LedgerPosting(inside: entry, record)] }
        let debit = LedgerPosting(record, .debit, "Winien", against: "Ma")
        let credit = LedgerPosting(record, .credit, "Ma", against: "Winien")
        return [debit, credit].filter { !(isNull($0.account) && $0.amount == 0) }
    }

    private init(inside entry: (number: String, place: Int), _ record: Record) {
        let isDebit = record.has("Z_4")
        self.init(
            place: entry.place, entry: entry.number, line: record.text("Z_1"), account: record.text("Z_3"),
            side: isDebit ? .debit : .credit,
            amount: record.required(isDebit ? "Z_4" : "Z_7"), foreignAmount: record.amount(isDebit ? "Z_5" : "Z_8"),
            foreignCurrency: record.optional(isDebit ? "Z_6" : "Z_9"), text: record.optional("Z_2"), against: nil)
    }

    private init(_ record: Record, _ side: Side, _ name: String, against other: String) {
        let against = record.text("KodKonta\(other)")
        self.init(
            place: nil, entry: record.text("NrZapisu"), line: record.text("LpZapisu"),
            account: record.text("KodKonta\(name)"),
            side: side, amount: record.required("Kwota\(name)"), foreignAmount: record.amount("Kwota\(name)Waluta"),
            foreignCurrency: record.optional("KodWaluty\(name)"), text: record.optional("OpisZapisu\(name)"),
            against: Self.isNull(against) ? nil : against)
    }

    /// The schema writes "null" for an empty account.
    private static func isNull(_ account: String) -> Bool { account.isEmpty || account.lowercased() == "null" }
}

extension Counterparty {
    init(_ record: Record) {
        self.init(
            code: record.text("T_1"), country: record.optional("T_2"), taxNumber: record.optional("T_3"))
    }
}
