import Foundation
import GRDB

/// A printout on a message, which keeps it whatever version comes later.
package struct SentPrintout: Sendable {
    package let facts: Printout.Facts
    /// The first download by each person.
    package let downloads: [MessageThread.Mark]

    /// The printouts of messages, registers and ledgers first.
    static func of(_ db: Database, _ messages: [Int64]) throws -> [Int64: [SentPrintout]] {
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

extension PrintoutChoice {
    /// Adds to a message of one firm what that firm has of the choice.
    /// - Throws: `Invalid` naming `printouts` when it has nothing of it.
    func attach(_ db: Database, to message: Int64, of firm: Int64) throws {
        try db.execute(
            literal: """
                INSERT INTO messagePrintout (messageId, printoutId)
                SELECT \(message), printoutId FROM (\(found(in: "VALUES (\(firm))")))
                """)
        if db.changesCount == 0 { throw Invalid("printouts", "errors.printoutsNone") }
    }

    /// Adds to the messages of a broadcast what each firm has of the choice.
    /// - Returns: how many there are, of all firms.
    func attach(_ db: Database, toBroadcast id: Int64) throws -> Int {
        let firms: SQL = "SELECT firmId FROM conversation WHERE broadcastId = \(id)"
        try db.execute(
            literal: """
                INSERT INTO messagePrintout (messageId, printoutId)
                SELECT message.id, printoutId FROM (\(found(in: firms))) AS found
                JOIN conversation ON conversation.broadcastId = \(id) AND conversation.firmId = found.firmId
                JOIN message ON message.conversationId = conversation.id
                """)
        return db.changesCount
    }
}
