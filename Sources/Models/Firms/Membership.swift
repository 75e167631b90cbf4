import Foundation
import GRDB

/// A person's access to a firm, with rights.
package struct Membership: Sendable {
    package struct Rights: Sendable, Equatable {
        package var canRead = true
        package var canApprove = true
        package var canPayroll = false
        package var isNotified = true

        package init() {}
    }

    /// Invites a person to a firm: the person is a recipient from now on, and can sign in after using the link. A
    /// person known from another firm only gains this firm.
    /// - Parameter scope: the firms of the author.
    /// - Parameter way: how a new link is handed over.
    /// - Returns: the link to hand over; `nil` when the person is active already, or also belongs to firms outside the
    ///   scope (then this author may not hand out the link).
    package static func invite(
        _ db: Database, _ new: NewPerson, to firm: Firm, rights: Rights = Rights(), by author: Int64?,
        in scope: FirmScope = .wholeOffice, handing way: OutgoingMail.Way = .byMail, at now: Date
    ) throws -> PersonalLink.Minted? {
        let person = try Person.findOrAdd(db, new, at: now)
        guard try Staff.find(db, personId: person.id) == nil else {
            throw Invalid("email", "errors.personIsStaff")
        }
        let isMember = try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM membership WHERE personId = ? AND firmId = ? AND endedAt IS NULL)",
            arguments: [person.id, firm.id]
        )
        if isMember == true { throw Invalid("email", "errors.personIsMember") }
        try add(db, person.id, to: firm.id, rights: rights, by: author, at: now)
        try Firm.refreshSearchText(db, firm.id)
        guard person.isInvited, try isWithin(db, person.id, scope) else { return nil }
        return try PersonalLink.mint(db, for: person.id, firm: firm.id, handed: way, by: author, at: now)
    }

    /// Gives a person access to a firm. The caller has checked that the person is not a member yet, and refreshes the
    /// firm's search text.
    static func add(
        _ db: Database, _ person: Int64, to firm: Int64, rights: Rights, by author: Int64?, at now: Date
    ) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO membership (firmId, personId, canRead, canApprove, canPayroll, isNotified, createdAt, createdBy)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(
            arguments: [
                firm, person, rights.canRead, rights.canApprove, rights.canPayroll, rights.isNotified,
                now.milliseconds, author,
            ]
        )
        if try hadAccess(db, person, to: firm) { try markGiven(db, person, firm) }
        try AuditEvent.write(db, .memberInvited, by: author, firm: firm, subject: "person/\(person)", at: now)
    }

    /// Whether a person had access to a firm that has ended.
    private static func hadAccess(_ db: Database, _ person: Int64, to firm: Int64) throws -> Bool {
        let statement = try db.cachedStatement(
            sql: """
                SELECT EXISTS (SELECT 1 FROM membership WHERE personId = ? AND firmId = ? AND endedAt IS NOT NULL)
                """)
        return try Bool.fetchOne(statement, arguments: [person, firm]) ?? false
    }

    /// Whether all firms of a person are in a scope. A link opens everything that the person may see, so only an author
    /// who sees all of it may hand it out.
    package static func isWithin(_ db: Database, _ person: Int64, _ scope: FirmScope) throws -> Bool {
        try SQLRequest<Bool>(
            """
            SELECT NOT EXISTS (SELECT 1 FROM membership WHERE personId = \(person) AND endedAt IS NULL
                AND NOT (\(scope.contains("membership.firmId"))))
            """
        ).fetchOne(db) ?? false
    }

    /// Finds a person with access to a firm, all of whose firms are in the scope.
    /// - Throws: `NotFound` when there is none.
    package static func person(
        _ db: Database, _ id: Int64, of firm: Firm, within scope: FirmScope
    ) throws -> Person {
        let person = try person(db, id, of: firm)
        guard try isWithin(db, person.id, scope) else { throw NotFound() }
        return person
    }

    /// Finds a person with access to a firm.
    /// - Throws: `NotFound` when there is none.
    package static func person(_ db: Database, _ id: Int64, of firm: Firm) throws -> Person {
        guard
            let person = try Person.fetchOne(
                db,
                sql: """
                    SELECT person.* FROM membership JOIN person ON person.id = membership.personId
                    WHERE membership.firmId = ? AND membership.personId = ? AND membership.endedAt IS NULL
                    """,
                arguments: [firm.id, id]
            )
        else { throw NotFound() }
        return person
    }

    /// Returns the firms whose payroll a client may see.
    package static func payrollFirms(_ db: Database, of person: Int64) throws -> Set<Int64> {
        try Int64.fetchSet(
            db, sql: "SELECT firmId FROM readingMembership WHERE personId = ? AND canPayroll", arguments: [person]
        )
    }

    package static func people(_ db: Database, of firm: Firm) throws -> [Person] {
        try Person.fetchAll(
            db,
            sql: """
                SELECT person.* FROM membership JOIN person ON person.id = membership.personId
                WHERE membership.firmId = ? AND membership.endedAt IS NULL ORDER BY person.name
                """,
            arguments: [firm.id]
        )
    }
}
