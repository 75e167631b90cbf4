import GRDB

extension Printout {
    /// When the ministry received what `printout` is of, and why that is no full proof.
    static let receiptAt = TaxReceipt.best("receivedAt", of: "printout.importId")
    static let receiptDoubt = TaxReceipt.best("doubt", of: "printout.importId")
}

extension TaxReceipt {
    /// A column of the receipt of an import that proves most; of those that prove the same, of the newest.
    static func best(_ column: SQL, of document: SQL) -> SQL {
        """
        (SELECT proof.\(column) FROM taxReceipt AS proof WHERE proof.documentId = \(document)
            ORDER BY proof.doubt IS NOT NULL, proof.receivedAt DESC LIMIT 1)
        """
    }
}

extension Printout.Kind {
    /// Whether a receipt is to be expected of it: the page says when there is none.
    package var needsReceipt: Bool { self == .vatDeclaration || self == .declaration }
}
