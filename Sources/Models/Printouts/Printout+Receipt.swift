import GRDB

extension Printout {
    /// When the ministry received what `printout` is of, by the newest receipt of its import.
    static let receiptAt: SQL = """
        (SELECT max(taxReceipt.receivedAt) FROM taxReceipt WHERE documentId = printout.importId)
        """
}

extension Printout.Kind {
    /// Whether a receipt is to be expected of it: the page says when there is none.
    package var needsReceipt: Bool { self == .vatDeclaration || self == .declaration }
}
