import GRDB

/// Decides which printouts of an import may be sent to whom.
extension Printout {
    /// A condition over the import `version`: its printouts show wages, and are only for people with the right to
    /// payroll. A receipt shows no less than its document.
    static let isPayroll: SQL = """
        (version.kind <> 'jpk' AND (\(TaxForm.isPayroll("version")) OR EXISTS (
            SELECT 1 FROM taxReceipt JOIN taxImport AS document ON document.id = documentId
            WHERE taxReceipt.importId = version.id AND \(TaxForm.isPayroll("document")))))
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

    /// Sends printouts with a message: from now on its readers may download them.
    /// - Throws: `NotFound` when one of them is not of the message's firm, or shows wages and the conversation is not
    ///   about payroll. No printout is sent to another firm.
    package static func send(_ db: Database, _ printouts: [Int64], with message: Int64) throws {
        try db.execute(
            literal: """
                INSERT INTO messagePrintout (messageId, printoutId)
                SELECT message.id, printout.id FROM message JOIN conversation ON conversation.id = conversationId
                JOIN taxImport AS version ON version.firmId = message.firmId
                JOIN printout ON printout.importId = version.id
                WHERE message.id = \(message) AND printout.id IN \(SQL.list(printouts))
                    AND \(isOfItsFirm) AND (conversation.isPayroll OR NOT \(isPayroll))
                """)
        guard db.changesCount == Set(printouts).count else { throw NotFound() }
        try Posting.countPrintouts(db, "id = \(message)")
    }
}
