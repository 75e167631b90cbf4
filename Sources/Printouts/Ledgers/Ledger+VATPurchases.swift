import Formats

/// The register of purchases.
extension Ledger {
    func vatPurchases() throws -> Document {
        var (found, hasProof, hasMarks, hasSecond) = (Set<VATPurchaseColumn>(), false, false, false)
        try rows([.vatPurchases]) { row in
            guard case .vatPurchase(let row) = row else { return }
            found.formUnion(row.amounts.keys)
            hasSecond = hasSecond || row.receivedOn != nil
            hasProof = hasProof || row.proof != nil
            hasMarks = hasMarks || !Self.marks(row).isEmpty
        }
        let isOld = summary.structure.family == .vatRegister
        let identity = VATIdentity(second: hasSecond ? "Data wpływu" : nil, hasProof: hasProof, hasMarks: hasMarks)
        let pairs =
            isOld
            ? found.sorted().map { .init(heading: OldRegister.heading($0.rawValue), base: $0, tax: nil) }
            : VATSheetColumns<VATPurchaseColumn>.purchases
        let amounts = VATSheetColumns(pairs, found: found, after: identity.columns)
        let rows = rows
        let sums: [Column] =
            isOld
            ? [] : [.amount("Razem netto", share: amounts.share), .amount("Razem VAT naliczony", share: amounts.share)]
        let columns = identity.columns + amounts.columns + sums
        let table = Table(
            columns: columns, groups: amounts.groups, sums: .polish, textSize: amounts.textSize,
            foldable: 0..<identity.columns.count
        ) { body in
            try rows([.vatPurchases]) { row in
                guard case .vatPurchase(let row) = row else { return }
                let first: [Cell] = [.text(row.number), .day(row.boughtOn), .day(row.receivedOn), .text(row.document)]
                let party = VATIdentity.party(row.name, row.country, row.taxNumber, row.address)
                let sum = amounts.sums(row.amounts)
                let cells = identity.cells(first, proof: row.proof, party: party, marks: Self.marks(row))
                try body(
                    .entry(cells + amounts.cells(row.amounts) + (isOld ? [] : [.amount(sum.base), .amount(sum.tax)])))
            }
        }
        return sheet("Ewidencja VAT – zakupy", .landscape, [.table(table)] + controls(of: .vatPurchases))
    }

    private static func marks(_ row: VATPurchaseRow) -> String {
        ([row.documentType].compactMap { $0 } + row.marks).map { $0.replacing("_", with: " ") }.joined(separator: ", ")
    }
}
