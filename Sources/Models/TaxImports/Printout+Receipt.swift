import GRDB

extension Printout {
    /// When the ministry received the document of `printout`, and the reason why that is not full proof.
    static let receiptAt = TaxReceipt.best("receivedAt", of: "printout.importId")
    static let receiptDoubt = TaxReceipt.best("doubt", of: "printout.importId")
}

extension TaxReceipt {
    /// A column of an import's most reliable receipt; of equally reliable ones, the newest.
    static func best(_ column: SQL, of document: SQL) -> SQL {
        """
        (SELECT proof.\(column) FROM taxReceipt AS proof WHERE proof.documentId = \(document)
            ORDER BY proof.doubt IS NOT NULL, proof.receivedAt DESC LIMIT 1)
        """
    }
}

extension Printout.Kind {
    /// Whether a receipt is expected: the page then says when there is none.
    package var needsReceipt: Bool { self == .vatDeclaration || self == .declaration }
}
