extension BalanceRow {
    init(_ record: Record) {
        let isNew = record.has("S_1")
        let pair = { (new: Int, old: String) in
            Pair(
                debit: record.required(isNew ? "S_\(new)" : old.replacing("*", with: "Winien")),
                credit: record.required(isNew ? "S_\(new + 1)" : old.replacing("*", with: "Ma")))
        }
        self.init(
            account: record.text(isNew ? "S_1" : "KodKonta"), name: record.text(isNew ? "S_2" : "OpisKonta"),
            parent: record.text(isNew ? "S_3" : "KodKategorii"), opening: pair(4, "BilansOtwarcia*"),
            turnover: pair(6, "Obroty*"), turnoverToDate: pair(8, "Obroty*Narast"), closing: pair(10, "Saldo*"),
            markers: ["S_12_1", "S_12_2", "S_12_3"].compactMap(record.optional))
    }
}
