import Foundation
import GRDB

extension Membership {
    /// A person with access to a firm, as listed on the firm's card.
    package struct Member: StoredRow {
        package let personId: Int64
        package let name: String
        package let email: String
        package let phone: String?
        package let language: Language
        package let channel: Person.Channel
        package let activatedAt: Date?
        package let disabledAt: Date?
        package let canRead: Bool
        package let canApprove: Bool
        package let canPayroll: Bool
        package let isNotified: Bool
        /// The expiry of the person's link; `nil` when no link is valid.
        package let linkExpiresAt: Date?
        /// The last sign-in, of which the journal knows; `nil` when the person never came.
        package let signedInAt: Date?

        package var rights: Rights {
            var rights = Rights()
            rights.canRead = canRead
            rights.canApprove = canApprove
            rights.canPayroll = canPayroll
            rights.isNotified = isNotified
            return rights
        }
    }

    /// Returns everyone with access to a firm, by name.
    package static func members(_ db: Database, of firm: Firm, at now: Date) throws -> [Member] {
        try Member.fetchAll(
            db,
            sql: """
                SELECT membership.*, person.name, email, phone, language, channel, activatedAt, disabledAt,
                    (SELECT max(expiresAt) FROM personalLink WHERE personalLink.personId = person.id
                        AND personalLink.endedAt IS NULL AND expiresAt > ?) AS linkExpiresAt,
                    max(activatedAt, ifnull((SELECT at FROM auditEvent WHERE auditEvent.personId = person.id
                        AND action = 'signedIn' ORDER BY at DESC LIMIT 1), 0)) AS signedInAt
                FROM membership JOIN person ON person.id = membership.personId
                WHERE membership.firmId = ? AND membership.endedAt IS NULL ORDER BY person.name, person.id
                """,
            arguments: [now.milliseconds, firm.id]
        )
    }

    /// Returns one of them.
    /// - Throws: `NotFound` when this person has no access to the firm.
    package static func member(_ db: Database, _ person: Int64, of firm: Firm, at now: Date) throws -> Member {
        guard let member = try members(db, of: firm, at: now).first(where: { $0.personId == person }) else {
            throw NotFound()
        }
        return member
    }

    /// Replaces a member's rights at once. Messages that the person may no longer see stop being unread; those that the
    /// person may see from now on become unread (``markGiven(_:_:_:_:)``).
    /// - Throws: `NotFound` when the person has no access to the firm.
    package static func change(
        _ db: Database, rights: Rights, of person: Int64, in firm: Firm, by author: Int64, at now: Date
    ) throws {
        let before = try member(db, person, of: firm, at: now).rights
        guard rights != before else { return }
        try db.execute(
            sql: """
                UPDATE membership SET canRead = :read, canApprove = :approve, canPayroll = :payroll,
                    isNotified = :notified, readEndedAt = iif(canRead AND NOT :read, :now, readEndedAt),
                    payrollEndedAt =
                        iif(canRead AND canPayroll AND NOT (:read AND :payroll), :now, payrollEndedAt)
                WHERE firmId = :firm AND personId = :person AND endedAt IS NULL
                """,
            arguments: [
                "read": rights.canRead, "approve": rights.canApprove, "payroll": rights.canPayroll,
                "notified": rights.isNotified, "now": now.milliseconds, "firm": firm.id, "person": person,
            ]
        )
        try forgetHidden(db, person, firm.id)
        if rights.canRead, !before.canRead {
            try markGiven(db, person, firm.id)
        } else if rights.canRead, rights.canPayroll, !before.canPayroll {
            try markGiven(db, person, firm.id, "conversation.isPayroll")
        }
        try AuditEvent.write(
            db, .rightsChanged, by: author, firm: firm.id, subject: "person/\(person)", ["rights": rights.text], at: now
        )
        try LiveChanges.record(db, about: "inbox", person: person)
    }

    /// Ends a person's access to a firm at once. When it was the person's only firm, their link ends too.
    /// - Throws: `NotFound` when the person has no access to the firm.
    package static func end(
        _ db: Database, of person: Int64, in firm: Firm, by author: Int64, at now: Date
    ) throws {
        try db.execute(
            sql: """
                UPDATE membership SET endedAt = ?, endedBy = ? WHERE firmId = ? AND personId = ? AND endedAt IS NULL
                """,
            arguments: [now.milliseconds, author, firm.id, person]
        )
        guard db.changesCount == 1 else { throw NotFound() }
        try forgetHidden(db, person, firm.id)
        let isLast = try Bool.fetchOne(
            db, sql: "SELECT NOT EXISTS (SELECT 1 FROM membership WHERE personId = ? AND endedAt IS NULL)",
            arguments: [person]
        )
        if isLast == true { try PersonalLink.endAll(db, of: person, at: now) }
        try Firm.refreshSearchText(db, firm.id)
        try AuditEvent.write(db, .membershipEnded, by: author, firm: firm.id, subject: "person/\(person)", at: now)
        try LiveChanges.record(db, about: "inbox", person: person)
    }

    private static func forgetHidden(_ db: Database, _ person: Int64, _ firm: Int64) throws {
        try db.execute(
            literal: """
                DELETE FROM unread WHERE personId = \(person) AND firmId = \(firm) AND side = 'office'
                AND conversationId NOT IN (SELECT id FROM conversation WHERE conversation.firmId = \(firm)
                    AND \(FirmScope.member(person).containsConversation("conversation")))
                """
        )
    }
}

extension Membership.Rights {
    /// The rights for the journal: `read approve notified`.
    var text: String {
        [
            canRead ? "read" : nil, canApprove ? "approve" : nil, canPayroll ? "payroll" : nil,
            isNotified ? "notified" : nil,
        ].compactMap { $0 }.joined(separator: " ")
    }
}
