import Foundation
import GRDB

/// A printout on a message, which keeps it when a later version is imported.
package struct SentPrintout: Sendable {
    package let facts: Printout.Facts
    /// The first download by each person.
    package let downloads: [MessageThread.Mark]

    /// Returns the printouts of messages, registers and ledgers first.
    static func of(_ db: Database, _ messages: [Int64]) throws -> [Int64: [SentPrintout]] {
        if messages.isEmpty { return [:] }
        let list = SQL.list(messages)
        let links = SQLRequest<Row>(
            literal: "SELECT messageId, printoutId FROM messagePrintout WHERE messageId IN \(list)", cached: true)
        let sent = try links.fetchAll(db).map { (message: $0[0] as Int64, printout: $0[1] as Int64) }
        if sent.isEmpty { return [:] }
        let facts = try Printout.facts(db, Array(Set(sent.map(\.printout))))
        let taken = try downloads(db, list)
        let byMessage = Dictionary(grouping: sent, by: \.message).mapValues { Set($0.map(\.printout)) }
        return byMessage.reduce(into: [:]) { all, of in
            all[of.key] = facts.filter { of.value.contains($0.printoutId) }.map { each in
                SentPrintout(
                    facts: each,
                    downloads: taken.filter { $0.printoutId == each.printoutId && $0.mark.messageId == of.key }
                        .map(\.mark))
            }
        }
    }

    private static func downloads(
        _ db: Database, _ messages: SQL
    ) throws -> [(printoutId: Int64, mark: MessageThread.Mark)] {
        let request: SQLRequest<Row> = """
            SELECT printoutId, messageId, NULL AS attachmentId, personId, person.name AS personName,
                min(startedAt) AS at,
                EXISTS (SELECT 1 FROM staff WHERE staff.personId = printoutDownload.personId) AS isStaff
            FROM printoutDownload JOIN person ON person.id = personId WHERE messageId IN \(messages)
            GROUP BY messageId, printoutId, personId ORDER BY at
            """
        return try request.fetchAll(db).map { ($0[0], try MessageThread.Mark(row: $0)) }
    }
}
