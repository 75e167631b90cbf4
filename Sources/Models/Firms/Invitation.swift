import Foundation
import GRDB

/// A supervisor's request to give a person access to a firm: the typed fields, until the head decides.
///
/// The supervisor does not learn whether the office knows the address, as another's client or as an employee; and the
/// request changes nothing about that person. The head sees both, and accepts or refuses.
package struct Invitation: StoredRow {
    /// Whom the office knows by the address, for the head.
    package enum Known: String, CaseIterable, Sendable, DatabaseValueConvertible { case nobody, client, staff }

    package let id: Int64
    package let firmId: Int64
    package let firmName: String
    package let email: String
    package let name: String
    package let phone: String?
    package let language: Language
    package let canRead: Bool
    package let canApprove: Bool
    package let canPayroll: Bool
    package let isNotified: Bool
    package let createdAt: Date
    package let authorName: String

    package var rights: Membership.Rights {
        var rights = Membership.Rights()
        (rights.canRead, rights.canApprove) = (canRead, canApprove)
        (rights.canPayroll, rights.isNotified) = (canPayroll, isNotified)
        return rights
    }

    /// The most that the head sees at once, the oldest first.
    package static let pageSize = 50

    private static let columns: SQL = """
        SELECT invitation.*, firm.name AS firmName, author.name AS authorName
        FROM invitation JOIN firm ON firm.id = firmId JOIN person AS author ON author.id = invitation.createdBy
        """

    /// Returns a firm's open requests, by name.
    package static func waiting(_ db: Database, in firm: Firm) throws -> [Invitation] {
        let request: SQLRequest<Invitation> = """
            \(columns) WHERE firmId = \(firm.id) AND endedAt IS NULL ORDER BY invitation.name, invitation.id LIMIT 200
            """
        return try request.fetchAll(db)
    }

    /// Returns all open requests, for the head.
    package static func waiting(_ db: Database) throws -> [Invitation] {
        let request: SQLRequest<Invitation> = """
            \(columns) WHERE endedAt IS NULL ORDER BY invitation.id LIMIT \(pageSize)
            """
        return try request.fetchAll(db)
    }

    /// Counts the requests that wait for a person's decision: none unless the person is the head.
    static func count(_ db: Database, for person: Int64) throws -> Int {
        let statement = try db.cachedStatement(
            sql: """
                SELECT count(*) FROM invitation WHERE endedAt IS NULL
                    AND EXISTS (SELECT 1 FROM staff WHERE personId = ? AND role = 'head')
                """)
        return try Int.fetchOne(statement, arguments: [person]) ?? 0
    }

    /// Finds an open request.
    /// - Throws: `NotFound` when there is none, or when it is already decided.
    package static func find(_ db: Database, _ id: Int64) throws -> Invitation {
        let request: SQLRequest<Invitation> = "\(columns) WHERE invitation.id = \(id) AND endedAt IS NULL"
        guard let invitation = try request.fetchOne(db) else { throw NotFound() }
        return invitation
    }

    /// Requests access to a firm for a person. A person whose firms are all the author's is known to the author, and
    /// gets access at once.
    /// - Returns: the link to hand over, for such a person who has not signed in yet; `nil` for one who has.
    /// - Throws: `Invalid` for errors in the fields, for a member of the firm, and when a request is already open.
    package static func ask(
        _ db: Database, _ new: NewPerson, to firm: Firm, rights: Membership.Rights, by author: Int64,
        in scope: FirmScope, at now: Date
    ) throws -> Outcome {
        try new.check()
        if let person = try Person.find(db, email: new.address), try isKnown(db, person.id, firm, scope) {
            let link = try Membership.invite(
                db, new, to: firm, rights: rights, by: author, in: scope, handing: .onScreen, at: now)
            return .admitted(link)
        }
        let isAsked = try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM invitation WHERE firmId = ? AND email = ? AND endedAt IS NULL)",
            arguments: [firm.id, new.email])
        if isAsked == true { throw Invalid("email", "errors.personIsAsked") }
        try db.execute(
            literal: """
                INSERT INTO invitation (firmId, email, name, phone, language, canRead, canApprove, canPayroll, isNotified,
                    createdAt, createdBy)
                VALUES (\(firm.id), \(new.email), \(new.name), \(new.phone.isEmpty ? nil : new.phone), \(new.language),
                    \(rights.canRead), \(rights.canApprove), \(rights.canPayroll), \(rights.isNotified),
                    \(now.milliseconds), \(author))
                """)
        let subject = "invitation/\(db.lastInsertedRowID)"
        try AuditEvent.write(db, .accessAsked, by: author, firm: firm.id, subject: subject, ["name": new.name], at: now)
        try tellHeads(db)
        return .waits
    }

    package enum Outcome: Sendable {
        case waits
        case admitted(PersonalLink.Minted?)
    }

    /// Whether the author sees the person already: on this firm's card, or because all of the person's firms are the
    /// author's.
    private static func isKnown(_ db: Database, _ person: Int64, _ firm: Firm, _ scope: FirmScope) throws -> Bool {
        let firms = try Int64.fetchSet(
            db, sql: "SELECT firmId FROM membership WHERE personId = ? AND endedAt IS NULL", arguments: [person])
        if firms.contains(firm.id) { return true }
        return try !firms.isEmpty && Membership.isWithin(db, person, scope)
    }

    /// Returns whom the office knows by the address.
    package func known(_ db: Database) throws -> (kind: Known, name: String?) {
        guard let person = try Person.find(db, email: EmailAddress(email)) else { return (.nobody, nil) }
        return (try Staff.find(db, personId: person.id) == nil ? .client : .staff, person.name)
    }

    /// Accepts the request.
    /// - Returns: the link to hand over, for a person who has not signed in yet.
    /// - Throws: `Invalid` for an employee of the office: such a request can only be refused.
    package func admit(_ db: Database, by head: Int64, at now: Date) throws -> PersonalLink.Minted? {
        let firm = try Firm.find(db, firmId, in: .wholeOffice)
        let new = NewPerson(name: name, email: email, phone: phone ?? "", language: language)
        let link = try Membership.invite(db, new, to: firm, rights: rights, by: head, handing: .onScreen, at: now)
        try end(db, "admitted", .accessAdmitted, by: head, at: now)
        return link
    }

    /// Refuses the request.
    package func refuse(_ db: Database, by head: Int64, at now: Date) throws {
        try end(db, "refused", .accessRefused, by: head, at: now)
    }

    /// Withdraws the request, for its author or another person in charge of the firm.
    package func withdraw(_ db: Database, by author: Int64, at now: Date) throws {
        try end(db, "withdrawn", .accessWithdrawn, by: author, at: now)
    }

    private func end(
        _ db: Database, _ outcome: String, _ action: AuditEvent.Action, by person: Int64, at now: Date
    ) throws {
        try db.execute(
            sql: "UPDATE invitation SET outcome = ?, endedAt = ?, endedBy = ? WHERE id = ? AND endedAt IS NULL",
            arguments: [outcome, now.milliseconds, person, id])
        guard db.changesCount == 1 else { throw NotFound() }
        try AuditEvent.write(db, action, by: person, firm: firmId, subject: "invitation/\(id)", ["name": name], at: now)
        try Self.tellHeads(db)
    }

    /// Tells the heads' open pages, which show the number of requests.
    private static func tellHeads(_ db: Database) throws {
        try LiveChanges.record(
            db, about: ["invitations"], people: "SELECT personId FROM staff WHERE role = 'head'")
    }
}
