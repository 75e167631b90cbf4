import GRDB

/// Decides which printouts of an import may be sent to whom.
extension Printout {
    /// A condition over the import `version`: its printouts show wages, and are only for people with the right to
    /// payroll. A receipt shows no less than its document.
    static let isPayroll: SQL = """
        (version.kind <> 'jpk' AND (\(PayrollForms.isPayroll("version")) OR EXISTS (
            SELECT 1 FROM taxReceipt JOIN taxImport AS document ON document.id = documentId
            WHERE taxReceipt.importId = version.id AND \(PayrollForms.isPayroll("document")))))
        """

    /// A condition over the import `version`: its NIP, and for a receipt that of its document, is its firm's, if it has
    /// one. A NIP mistyped on the firm's card brings another firm's files, whose printouts are sent to nobody. Neither
    /// are those of a person's own return under a PESEL, because a firm has more readers than that person.
    static let isOfItsFirm: SQL = """
        NOT EXISTS (SELECT 1 FROM taxImport AS named
            WHERE named.id IN (version.id, (SELECT documentId FROM taxReceipt WHERE importId = version.id))
                AND (named.nip IS NULL AND named.pesel IS NOT NULL
                    OR named.nip IS NOT NULL AND NOT EXISTS (SELECT 1 FROM firm WHERE firm.id = version.firmId
                        AND country = \(Country.poland) AND taxIdentifier = named.nip)))
        """
}
