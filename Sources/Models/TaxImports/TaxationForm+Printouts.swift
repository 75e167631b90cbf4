extension TaxationForm {
    /// The kinds of printouts that a firm of this form of taxation gets: the ledgers that it keeps, and what every Polish
    /// firm may have.
    package var printouts: Set<Printout.Kind> {
        switch self {
        case .lumpSum: Self.ofEveryPolishFirm.union([.revenue, .fixedAssets])
        case .ledger: Self.ofEveryPolishFirm.union([.taxLedger, .fixedAssets])
        case .fullBooks:
            Self.ofEveryPolishFirm.union([.fixedAssets, .trialBalance, .journal, .ledgerAccounts, .taxDifferences])
        case .card: Self.ofEveryPolishFirm
        case .israeli: []
        }
    }

    private static let ofEveryPolishFirm: Set<Printout.Kind> = [
        .vatSales, .vatPurchases, .vatDeclaration, .declaration, .receipt,
    ]
}
