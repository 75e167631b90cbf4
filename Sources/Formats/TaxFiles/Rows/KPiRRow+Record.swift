extension KPiRRow {
    init(_ record: Record) {
        // The third variant inserted two fields, and split two numbers.
        let isNew = record.has("K_3A")
        self.init(
            number: record.text("K_1"), day: record.requiredDay("K_2"), ksefNumber: record.optional("K_3B"),
            document: record.text(isNew ? "K_3A" : "K_3"), country: record.optional("K_4A"),
            taxNumber: record.optional("K_4B"), name: record.text(isNew ? "K_5A" : "K_4"),
            address: record.text(isNew ? "K_5B" : "K_5"), event: record.text("K_6"), sales: record.amount("K_7"),
            otherRevenue: record.amount("K_8"), revenue: record.amount("K_9"), farmRevenue: record.amount("K_9A"),
            goods: record.amount("K_10"), purchaseCosts: record.amount("K_11"), wages: record.amount("K_12"),
            otherExpenses: record.amount("K_13"), expenses: record.amount("K_14"),
            farmExpenses: record.amount("K_14A"), free: record.amount("K_15"), researchText: record.optional("K_16A"),
            research: record.amount("K_16B"), remarks: record.optional("K_17"))
    }
}

extension StockTaking {
    init(_ record: Record) {
        self.init(day: record.requiredDay("P_5A"), value: record.required("P_5B"))
    }
}
