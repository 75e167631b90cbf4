import Dates
import Foundation
import GRDB

/// A hand-over of a conversation to a colleague, or (to nobody) back to those in charge of the firm. There is a row for
/// each; the one that has not ended says who holds the conversation now.
package struct HandOver: StoredRow {
    package let id: Int64
    package let personId: Int64
    package let personName: String
    package let toId: Int64?
    package let toName: String?
    package let handedAt: Date

    static let source: SQL = """
        SELECT handOver.id, handOver.personId, giver.name AS personName, toId, taker.name AS toName, handedAt
        FROM handOver JOIN person AS giver ON giver.id = handOver.personId
        LEFT JOIN person AS taker ON taker.id = toId
        """

    /// A condition over a row of `conversation`: it has been handed to a person who still sees the firm.
    static func isHeld(on day: Day) -> SQL {
        """
        EXISTS (SELECT 1 FROM handOver WHERE handOver.conversationId = conversation.id AND endedAt IS NULL
            AND toId IN (\(FirmScope.staff(of: "conversation.firmId", on: day))))
        """
    }

    /// A query of `conversationId`: the conversations that a person holds.
    static func held(by person: Int64) -> SQL {
        "SELECT conversationId FROM handOver WHERE toId = \(person) AND endedAt IS NULL"
    }
}

extension Conversation {
    /// Hands the conversation to a colleague, with an optional note for the office. The client's last message becomes
    /// unread for the colleague. Does nothing when that colleague already holds it.
    /// - Throws: `Invalid` naming `colleague` when that person does not see the firm, or `note`.
    package func handOver(
        _ db: Database, to colleague: Int64, note: TypedBlock, by person: Int64, on day: Day, at now: Date
    ) throws {
        guard try colleagues(db, on: day).contains(where: { $0.id == colleague }) else {
            throw Invalid("colleague", "errors.colleagueMissing")
        }
        if try holder(db, on: day)?.toId == colleague { return }
        try keep(db, to: colleague, by: person, at: now)
        try AuditEvent.write(
            db, .handedOver, by: person, firm: firmId, subject: topic, ["to": "person/\(colleague)"], at: now
        )
        if colleague != person { try markLast(db, unreadFor: colleague) }
        if !note.text.isEmpty { try write(db, note: note, by: person, on: day, at: now) }
        try announceInside(db, on: day)
    }

    /// Returns the conversation to those in charge of the firm.
    package func takeBack(_ db: Database, by person: Int64, on day: Day, at now: Date) throws {
        guard try current(db)?.toId != nil else { return }
        try keep(db, to: nil, by: person, at: now)
        try AuditEvent.write(db, .takenBack, by: person, firm: firmId, subject: topic, at: now)
        try announceInside(db, on: day)
    }

    /// Returns the hand-over in force: to a person who still sees the firm.
    package func holder(_ db: Database, on day: Day) throws -> HandOver? {
        guard let current = try current(db), let to = current.toId,
            try colleagues(db, on: day).contains(where: { $0.id == to })
        else { return nil }
        return current
    }

    /// Returns the people of the office who see the firm, by name, to whom the conversation may be handed.
    package func colleagues(_ db: Database, on day: Day) throws -> [Staff.Colleague] {
        let request: SQLRequest<Staff.Colleague> = """
            SELECT person.id, person.name, staff.role FROM person JOIN staff ON staff.personId = person.id
            WHERE person.id IN (\(FirmScope.staff(of: "\(firmId)", on: day))) ORDER BY person.name, person.id
            """
        return try request.fetchAll(db)
    }

    private func current(_ db: Database) throws -> HandOver? {
        let request: SQLRequest<HandOver> = "\(HandOver.source) WHERE conversationId = \(id) AND endedAt IS NULL"
        return try request.fetchOne(db)
    }

    private func keep(_ db: Database, to colleague: Int64?, by person: Int64, at now: Date) throws {
        try db.execute(
            sql: "UPDATE handOver SET endedAt = max(?, handedAt) WHERE conversationId = ? AND endedAt IS NULL",
            arguments: [now.milliseconds, id]
        )
        try db.execute(
            sql: "INSERT INTO handOver (conversationId, personId, toId, handedAt) VALUES (?, ?, ?, ?)",
            arguments: [id, person, colleague, now.milliseconds]
        )
    }

    private func markLast(_ db: Database, unreadFor colleague: Int64) throws {
        try db.execute(
            literal: """
                INSERT OR IGNORE INTO unread (personId, messageId, conversationId, firmId, side)
                SELECT \(colleague), id, conversationId, firmId, side FROM message
                WHERE conversationId = \(id) AND side = 'client' ORDER BY id DESC LIMIT 1
                """
        )
    }
}
