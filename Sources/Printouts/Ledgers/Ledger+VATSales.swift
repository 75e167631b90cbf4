import Formats

/// The register of sales, for which there is no official form. Old files (`JPK_VAT`) number their columns differently
/// and are printed by number, without sums of a row.
extension Ledger {
    func vatSales() throws -> Document {
        var (found, hasProof, hasMarks, hasFP, hasSecond) = (Set<VATSaleColumn>(), false, false, false, false)
        try rows([.vatSales]) { row in
            guard case .vatSale(let row) = row else { return }
            found.formUnion(row.amounts.keys)
            hasProof = hasProof || row.proof != nil
            hasMarks = hasMarks || !Self.marks(row).isEmpty
            hasFP = hasFP || !row.counts
            hasSecond = hasSecond || row.soldOn != nil
        }
        let isOld = summary.structure.family == .vatRegister
        let identity = VATIdentity(second: hasSecond ? "Data sprzedaży" : nil, hasProof: hasProof, hasMarks: hasMarks)
        let pairs =
            isOld
            ? found.sorted().map { .init(heading: OldRegister.heading($0.rawValue), base: $0, tax: nil) }
            : VATSheetColumns<VATSaleColumn>.sales
        let amounts = VATSheetColumns(pairs, found: found, after: identity.columns)
        let rows = rows
        let sums: [Column] =
            isOld
            ? [] : [.amount("Razem netto", share: amounts.share), .amount("Razem VAT należny", share: amounts.share)]
        let columns = identity.columns + amounts.columns + sums
        let table = Table(
            columns: columns, groups: amounts.groups, sums: .polish, textSize: amounts.textSize,
            foldable: 0..<identity.columns.count
        ) { body in
            try rows([.vatSales]) { row in
                guard case .vatSale(let row) = row else { return }
                let first: [Cell] = [.text(row.number), .day(row.issuedOn), .day(row.soldOn), .text(row.document)]
                let party = VATIdentity.party(row.name, row.country, row.taxNumber, row.address)
                let sum = amounts.sums(row.amounts)
                let cells =
                    identity.cells(first, proof: row.proof, party: party, marks: Self.marks(row))
                    + amounts.cells(row.amounts) + (isOld ? [] : [.amount(sum.base), .amount(sum.tax)])
                try body(.entry(cells, isCounted: row.counts))
            }
        }
        let parts: [Document.Part] = [.table(table)] + (hasFP ? [Self.noteOnReceipts] : []) + controls(of: .vatSales)
        return sheet("Ewidencja VAT – sprzedaż", .landscape, parts)
    }

    private static var noteOnReceipts: Document.Part {
        .paragraph("Wiersze FP (faktura do paragonu) nie wchodzą do sum: sprzedaż jest już w raporcie kasy.")
    }

    private static func marks(_ row: VATSaleRow) -> String {
        var marks = [row.documentType].compactMap { $0 } + row.marks
        if row.isBadDebt {
            let day = row.dueOn.map { " termin \($0)" } ?? row.paidOn.map { " zapłata \($0)" } ?? ""
            marks.append("korekta art. 89a\(day)")
        }
        return marks.map { $0.replacing("_", with: " ") }.joined(separator: ", ")
    }
}

/// The columns with which both registers begin: parties, days and documents.
struct VATIdentity {
    /// The heading of the second day; `nil` when no row has one.
    let second: String?
    let hasProof: Bool
    let hasMarks: Bool

    var columns: [Column] {
        var columns = [
            Column("Lp.", share: 20, alignment: .end), Column("Data wysta\u{AD}wienia", share: 42, alignment: .center),
        ]
        if let second { columns.append(Column(second, share: 42, alignment: .center)) }
        columns.append(Column("Numer dowodu", share: 66))
        if hasProof { columns.append(Column("Numer KSeF lub oznaczenie", share: 74)) }
        columns.append(Column("Kontrahent", share: 104))
        if hasMarks { columns.append(Column("Ozna\u{AD}czenia", share: 34)) }
        return columns
    }

    func cells(_ first: [Cell], proof: InvoiceProof?, party: String, marks: String) -> [Cell] {
        var cells = first
        if second == nil { cells.remove(at: 2) }
        if hasProof { cells.append(.text(proof?.text)) }
        cells.append(.text(party))
        if hasMarks { cells.append(.text(marks)) }
        return cells
    }

    static func party(_ name: String, _ country: String?, _ taxNumber: String, _ address: String?) -> String {
        let number =
            taxNumber == "BRAK"
            ? "brak NIP" : "NIP\u{A0}\([country, taxNumber].compactMap { $0 }.joined(separator: "\u{A0}"))"
        return [name, address, number].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
    }
}

extension InvoiceProof {
    var text: String {
        switch self {
        case .ksef(let number): number
        case .offline: "OFF"
        case .outside: "BFK"
        case .other: "DI"
        }
    }
}
