/// A row of whichever ledger is read.
package enum FileRow: Hashable, Sendable {
    case taxLedger(KPiRRow)
    case stockTaking(StockTaking)
    case revenue(RevenueRow)
    case fixedAsset(FixedAssetRow)
    case vatSale(VATSaleRow)
    case vatPurchase(VATPurchaseRow)
    case balance(BalanceRow)
    case counterparty(Counterparty)
    /// Comes before the postings that are inside of it (`JPK_KR_PD`).
    case journal(JournalEntry)
    case posting(LedgerPosting)
    /// Of a declaration, of a `JPK_V7`'s declaration, or of the tax differences in `JPK_KR_PD`.
    case field(DeclarationField)
}
