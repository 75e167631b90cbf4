import Foundation
import GRDB

/// A page is read in two steps, so that its cost hardly grows with the years: first the keys of its files are selected
/// from the entries of all, then the facts of those few are read.
extension ClientFiles {
    package func page(
        _ db: Database, after key: Key? = nil, limit: Int = pageSize
    ) throws -> (files: [File], next: Key?) {
        try page(db, of: entries(db), after: key, limit: limit)
    }

    /// - Parameter entries: those of the person and the firm, read in the same transaction (``entries(_:)``).
    /// - Returns: the files, and the key after which the next page begins if there are more.
    package func page(
        _ db: Database, of entries: [Entry], after key: Key? = nil, limit: Int = pageSize
    ) throws -> (files: [File], next: Key?) {
        let shown = entries.lazy.filter { entry in key.map { entry.key < $0 } ?? true }.filter(shows)
        let keys = Array(shown.map(\.key).prefix(limit + 1))
        let files = try files(db, Array(keys.prefix(limit)))
        return (files, keys.count > limit ? files.last?.key : nil)
    }

    private func files(_ db: Database, _ keys: [Key]) throws -> [File] {
        if keys.isEmpty { return [] }
        let numbers = keys.map { [$0.file, $0.isPrintout ? 1 : 0, $0.message, $0.sortedAt] }
        let json = String(decoding: try JSONEncoder().encode(numbers), as: UTF8.self)
        return try SQLRequest<File>(
            literal: """
                WITH chosen AS MATERIALIZED (
                    SELECT value ->> 0 AS id, value ->> 1 AS isPrintout, value ->> 2 AS messageId, value ->> 3 AS sortedAt
                    FROM json_each(\(json)))
                SELECT * FROM (\(attachments) UNION ALL \(printouts))
                ORDER BY sortedAt DESC, isPrintout DESC, messageId DESC, id DESC
                """, cached: true
        ).fetchAll(db)
    }

    private var attachments: SQL {
        """
        SELECT attachment.id, FALSE AS isPrintout, \(Self.common), storedFile.name, storedFile.kind AS fileKind,
            storedFile.size, \(LostFile.isDeclared("attachment.fileId")) AS isLost, NULL AS kind, NULL AS fromOn,
            NULL AS untilOn, NULL AS purpose, NULL AS structure,
            TRUE AS isInForce, NULL AS receiptAt, NULL AS receiptDoubt, NULL AS acceptedAt, \(taken) AS takenAt
        FROM \(Self.sources) JOIN attachment ON attachment.id = chosen.id JOIN storedFile ON storedFile.id = fileId
        WHERE NOT chosen.isPrintout
        """
    }

    private var printouts: SQL {
        """
        SELECT printout.id, TRUE AS isPrintout, \(Self.common), NULL AS name, NULL AS fileKind,
            (SELECT max(size) FROM printoutFile JOIN storedFile ON storedFile.id = fileId
                WHERE printoutId = printout.id) AS size, \(Printout.isLost) AS isLost,
            printout.kind, printout.fromOn, printout.untilOn, version.purpose, \(Printout.structure) AS structure,
            \(Printout.isInForce) AS isInForce, \(Printout.receiptAt) AS receiptAt,
            \(Printout.receiptDoubt) AS receiptDoubt,
            (SELECT receivedAt FROM taxReceipt WHERE importId = printout.importId) AS acceptedAt,
            \(printoutTaken) AS takenAt
        FROM \(Self.sources) JOIN printout ON printout.id = chosen.id JOIN taxImport AS version ON version.id = importId
        WHERE chosen.isPrintout
        """
    }

    private static let common: SQL = """
        message.id AS messageId, message.conversationId, message.firmId, firm.name AS firmName, conversation.subject,
        conversation.isPayroll, message.side, message.sentAt, chosen.sortedAt
        """

    private static let sources: SQL = """
        chosen CROSS JOIN message ON message.id = chosen.messageId
            JOIN conversation ON conversation.id = message.conversationId JOIN firm ON firm.id = message.firmId
        """

    private var taken: SQL {
        """
        (SELECT min(startedAt) FROM download WHERE download.messageId = message.id AND attachmentId = attachment.id
            AND download.personId = \(person))
        """
    }

    private var printoutTaken: SQL {
        """
        (SELECT min(startedAt) FROM printoutDownload WHERE printoutDownload.messageId = message.id
            AND printoutId = printout.id AND printoutDownload.personId = \(person))
        """
    }
}
