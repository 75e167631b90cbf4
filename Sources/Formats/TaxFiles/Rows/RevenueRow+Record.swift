extension RevenueRow {
    init(_ record: Record, variant: Int) {
        let columns = RevenueColumns(variant: variant)
        let amounts: [Portion] =
            if let columns {
                columns.rates.compactMap { column in
                    record.amount(column.element).map { Portion(rate: column.rate, amount: $0) }
                }
            } else {
                RevenueColumns.written[record.text("K_9")].map { [Portion(rate: $0, amount: record.required("K_8"))] }
                    ?? []
            }
        let isNew = columns == nil
        self.init(
            number: record.text("K_1"), enteredOn: record.requiredDay("K_2"), earnedOn: record.requiredDay("K_3"),
            document: record.text("K_4"), ksefNumber: isNew ? record.optional("K_5") : nil,
            country: isNew ? record.optional("K_6") : nil, taxNumber: isNew ? record.optional("K_7") : nil,
            amounts: amounts, total: record.required(columns?.total ?? "K_8"),
            remarks: record.optional(columns?.remarks ?? "K_10"))
    }

    /// - Throws: `wrongValue` for a rate that is not in the law.
    static func check(_ record: Record, in stream: XMLStream) throws(TaxFileError) {
        // Only the fourth variant contains the rate as a value.
        guard let slot = record.reader.table.slot("K_9", in: record.slots),
            record.reader.table.children[slot].content == .text
        else { return }
        let rate = record.text("K_9")
        guard RevenueColumns.written[rate] != nil else {
            throw TaxFileError(.wrongValue, line: stream.line, element: "K_9", detail: rate.beginning(40))
        }
    }
}

extension FixedAssetRow {
    init(_ record: Record) {
        self.init(
            fields: record.names.map {
                Field(element: $0, text: record.text($0), amount: record.isAmount($0) ? record.amount($0) : nil)
            })
    }
}
