/// A part of a file, which is stored, superseded and printed separately.
package enum FilePart: String, CaseIterable, Sendable {
    /// The declaration of a `JPK_V7`, or a `Deklaracja` as a whole.
    case declaration
    /// The VAT registers.
    case vatSales, vatPurchases
    /// Podatkowa księga przychodów i rozchodów.
    case taxLedger
    /// Ewidencja przychodów (ryczałt).
    case revenue
    /// Wykaz środków trwałych of `JPK_EWP (3)`.
    case fixedAssets
    /// Zestawienie obrotów i sald, dziennik, konta księgi głównej.
    case trialBalance, journal, ledgerAccounts
    /// Permanent and temporary differences between the accounting and the tax result (`RPD` of `JPK_KR_PD`).
    case taxDifferences
}
