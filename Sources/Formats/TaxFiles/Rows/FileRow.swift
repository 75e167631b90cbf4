/// A row of any register, ledger or declaration.
package enum FileRow: Hashable, Sendable {
    case taxLedger(KPiRRow)
    case stockTaking(StockTaking)
    case revenue(RevenueRow)
    case fixedAsset(FixedAssetRow)
    case vatSale(VATSaleRow)
    case vatPurchase(VATPurchaseRow)
    case balance(BalanceRow)
    case counterparty(Counterparty)
    /// Precedes the postings inside it (`JPK_KR_PD`).
    case journal(JournalEntry)
    case posting(LedgerPosting)
    /// A field of a declaration, also inside a `JPK_V7`, or of the tax differences in `JPK_KR_PD`.
    case field(DeclarationField)
}
