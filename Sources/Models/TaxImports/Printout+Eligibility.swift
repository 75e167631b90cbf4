import GRDB

/// What of an import may go where.
extension Printout {
    /// A condition over the import `version`: what is of it shows wages, and is for those alone who have the right to
    /// payroll. A receipt shows no less than its document.
    static let isPayroll: SQL = """
        (version.kind <> 'jpk' AND (\(TaxForm.isPayroll("version")) OR EXISTS (
            SELECT 1 FROM taxReceipt JOIN taxImport AS document ON document.id = documentId
            WHERE taxReceipt.importId = version.id AND \(TaxForm.isPayroll("document")))))
        """

    /// A condition over the import `version`: the number in it, and of a receipt that in its document, is its firm's,
    /// where there is one. A number that was mistyped on the firm's card brought another firm's files; they stay here
    /// and are sent to nobody. So does what a person handed in under a PESEL: a firm has more readers than that person.
    static let isOfItsFirm: SQL = """
        NOT EXISTS (SELECT 1 FROM taxImport AS named
            WHERE named.id IN (version.id, (SELECT documentId FROM taxReceipt WHERE importId = version.id))
                AND (named.nip IS NULL AND named.pesel IS NOT NULL
                    OR named.nip IS NOT NULL AND NOT EXISTS (SELECT 1 FROM firm WHERE firm.id = version.firmId
                        AND country = \(Country.poland) AND taxIdentifier = named.nip)))
        """
}
