extension Printout.Kind {
    /// The three groups in which printouts are offered and listed: registers and ledgers, declarations, receipts.
    package enum Group: String, CaseIterable, Sendable { case registers, declarations, receipts }

    package var group: Group {
        switch self {
        case .taxLedger, .revenue, .fixedAssets, .trialBalance, .journal, .ledgerAccounts, .taxDifferences, .vatSales,
            .vatPurchases:
            .registers
        case .vatDeclaration, .declaration: .declarations
        case .receipt: .receipts
        }
    }
}
