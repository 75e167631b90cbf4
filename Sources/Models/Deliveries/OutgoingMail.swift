import Foundation
import GRDB
import Secrets

/// A mail with a person's link. Mail is not sent yet: it waits here for the head, who hands the link over. Its token is
/// not stored, except in a demo office, whose outbox shows everything.
package struct OutgoingMail: StoredRow {
    package enum State: String, CaseIterable, Sendable { case waiting, handedOver, used, expired, replaced }

    /// The way in which a new link is handed over: shown to an employee of the office, or by its mail in the outbox.
    package enum Way: Sendable { case onScreen, byMail }

    package let id: Int64
    package let personId: Int64
    package let personName: String
    package let email: String
    package let language: Language
    package let firmName: String?
    package let kind: PersonalLink.Purpose
    package let createdAt: Date
    package let handedAt: Date?
    package let expiresAt: Date?
    package let usedAt: Date?
    package let endedAt: Date?
    package let disabledAt: Date?
    /// The token; `nil` outside of a demo office.
    package let demoToken: String?

    package static let pageSize = 50

    package func state(at now: Date) -> State {
        if usedAt != nil { return .used }
        if endedAt != nil || disabledAt != nil { return .replaced }
        if let expiresAt, expiresAt <= now { return .expired }
        return handedAt == nil ? .waiting : .handedOver
    }

    /// Whether the head may still hand over a link for this mail.
    package func isOpen(at now: Date) -> Bool {
        [.waiting, .handedOver, .expired].contains(state(at: now))
    }

    private static let columns: SQL = """
        SELECT outgoingMail.*, person.name AS personName, email, language, firm.name AS firmName, person.disabledAt,
            personalLink.expiresAt, personalLink.usedAt, personalLink.endedAt
        FROM outgoingMail JOIN person ON person.id = outgoingMail.personId
        LEFT JOIN firm ON firm.id = firmId LEFT JOIN personalLink ON personalLink.id = linkId
        """

    /// Returns the newest mails, or those before one; one more than a page when there are older ones.
    package static func newest(_ db: Database, before: Int64? = nil) throws -> [OutgoingMail] {
        let request: SQLRequest<OutgoingMail> = """
            \(columns) WHERE outgoingMail.id < \(before ?? .max) ORDER BY outgoingMail.id DESC LIMIT \(pageSize + 1)
            """
        return try request.fetchAll(db)
    }

    /// - Throws: `NotFound` when there is none with this id.
    package static func find(_ db: Database, _ id: Int64) throws -> OutgoingMail {
        let request: SQLRequest<OutgoingMail> = "\(columns) WHERE outgoingMail.id = \(id)"
        guard let mail = try request.fetchOne(db) else { throw NotFound() }
        return mail
    }

    /// Adds a mail to the outbox whose link is created only when it is handed over.
    /// - Returns: its id.
    @discardableResult
    static func add(
        _ db: Database, _ kind: PersonalLink.Purpose, to person: Int64, firm: Int64?, by author: Int64?, at now: Date
    ) throws -> Int64 {
        try db.cachedStatement(
            sql: "INSERT INTO outgoingMail (personId, firmId, kind, createdAt, createdBy) VALUES (?, ?, ?, ?, ?)"
        ).execute(arguments: [person, firm, kind, now.milliseconds, author])
        return db.lastInsertedRowID
    }

    /// Sets a mail's link and the way it is handed over. Stores the token in a demo office alone.
    static func carry(
        _ db: Database, _ link: PersonalLink.Minted, in mail: Int64, handed way: Way, by author: Int64?, at now: Date
    ) throws {
        let isShown = way == .onScreen
        let demoToken = try Office.find(db)?.isDemo == true ? link.token.text : nil
        try db.execute(
            sql: "UPDATE outgoingMail SET linkId = ?, demoToken = ?, handedAt = ?, handedBy = ? WHERE id = ?",
            arguments: [link.id, demoToken, isShown ? now.milliseconds : nil, isShown ? author : nil, mail]
        )
    }

    /// Requests a link for a forgotten password. Does nothing when there is no such account, and the caller does not
    /// learn whether there is one. Does nothing either while an earlier request still waits.
    package static func request(_ db: Database, email: EmailAddress, at now: Date) throws {
        guard let person = try Person.find(db, email: email), person.disabledAt == nil else { return }
        let waits = try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM outgoingMail WHERE personId = ? AND linkId IS NULL)",
            arguments: [person.id]
        )
        guard waits != true else { return }
        try AuditEvent.write(db, .resetRequested, by: nil, subject: "person/\(person.id)", at: now)
        // A link is created when the head shows it; a demo's outbox has it at once.
        if try Office.find(db)?.isDemo == true {
            _ = try PersonalLink.mint(db, for: person.id, handed: .byMail, by: nil, at: now)
        } else {
            try add(db, person.isInvited ? .activation : .reset, to: person.id, firm: nil, by: nil, at: now)
        }
    }

    /// Creates a new link for the mail, to be shown once; the person's earlier links end.
    /// - Throws: `NotFound` when the mail needs no link any more.
    package func show(_ db: Database, by head: Int64, at now: Date) throws -> PersonalLink.Minted {
        guard isOpen(at: now) else { throw NotFound() }
        return try PersonalLink.mint(db, for: personId, in: id, handed: .onScreen, by: head, at: now)
    }
}
