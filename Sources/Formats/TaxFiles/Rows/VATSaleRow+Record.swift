extension VATSaleRow {
    init(_ record: Record) {
        let names = record.names
        self.init(
            number: record.text("LpSprzedazy"), country: record.optional("KodKrajuNadaniaTIN"),
            taxNumber: record.text("NrKontrahenta"), name: record.text("NazwaKontrahenta"),
            address: record.optional("AdresKontrahenta"), document: record.text("DowodSprzedazy"),
            issuedOn: record.requiredDay("DataWystawienia"), soldOn: record.day("DataSprzedazy"),
            proof: InvoiceProof(record), documentType: record.optional("TypDokumentu"),
            marks: names.filter(Shape.saleMarks.contains), isBadDebt: record.has("KorektaPodstawyOpodt"),
            dueOn: record.day("TerminPlatnosci"), paidOn: record.day("DataZaplaty"),
            amounts: record.amounts(VATSaleColumn.init))
    }
}

extension VATPurchaseRow {
    init(_ record: Record) {
        self.init(
            number: record.text("LpZakupu"), country: record.optional("KodKrajuNadaniaTIN"),
            taxNumber: record.text("NrDostawcy"), name: record.text("NazwaDostawcy"),
            address: record.optional("AdresDostawcy"), document: record.text("DowodZakupu"),
            boughtOn: record.requiredDay("DataZakupu"), receivedOn: record.day("DataWplywu"),
            proof: InvoiceProof(record), documentType: record.optional("DokumentZakupu"),
            marks: record.names.filter(Shape.purchaseMarks.contains), amounts: record.amounts(VATPurchaseColumn.init))
    }
}

extension InvoiceProof {
    init?(_ record: Record) {
        if let number = record.optional("NrKSeF") {
            self = .ksef(number)
        } else if record.has("OFF") {
            self = .offline
        } else if record.has("BFK") {
            self = .outside
        } else if record.has("DI") {
            self = .other
        } else {
            return nil
        }
    }
}

extension Record {
    fileprivate func amounts<Column: Hashable>(_ column: (String) -> Column?) -> [Column: Int64] {
        var amounts: [Column: Int64] = [:]
        for name in names { column(name).map { amounts[$0] = amount(name) } }
        return amounts
    }
}
