import GRDB

extension Printout {
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
