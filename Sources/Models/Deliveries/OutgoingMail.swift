import Foundation
import GRDB
import Secrets

/// A mail with a person's link: until real mail exists it waits here for the head, who hands the link
/// over by hand. Its token is not kept, except in a demo office, whose outbox shows everything.
package struct OutgoingMail: StoredRow {
    package enum State: String, CaseIterable, Sendable { case waiting, handedOver, used, expired, replaced }

    /// How a link is handed on when it is made: shown to somebody of the office, who hands it over, or by its mail, which
    /// waits in the outbox.
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
    /// The token, in a demo office only.
    package let demoToken: String?

    package static let pageSize = 50

    package func state(at now: Date) -> State {
        if usedAt != nil { return .used }
        if endedAt != nil || disabledAt != nil { return .replaced }
        if let expiresAt, expiresAt <= now { return .expired }
        return handedAt == nil ? .waiting : .handedOver
    }

    /// Whether the head may still hand a link over because of it.
    package func isOpen(at now: Date) -> Bool {
        [.waiting, .handedOver, .expired].contains(state(at: now))
    }

    private static let columns: SQL = """
        SELECT outgoingMail.*, person.name AS personName, email, language, firm.name AS firmName, person.disabledAt,
            personalLink.expiresAt, personalLink.usedAt, personalLink.endedAt
        FROM outgoingMail JOIN person ON person.id = outgoingMail.personId
        LEFT JOIN firm ON firm.id = firmId LEFT JOIN personalLink ON personalLink.id = linkId
        """

    /// The newest mails, or those before one; one more than a page when there are older ones.
    package static func newest(_ db: Database, before: Int64? = nil) throws -> [OutgoingMail] {
        let request: SQLRequest<OutgoingMail> = """
            \(columns) WHERE outgoingMail.id < \(before ?? .max) ORDER BY outgoingMail.id DESC LIMIT \(pageSize + 1)
            """
        return try request.fetchAll(db)
    }

    /// - Throws: `NotFound` for none of that id.
    package static func find(_ db: Database, _ id: Int64) throws -> OutgoingMail {
        let request: SQLRequest<OutgoingMail> = "\(columns) WHERE outgoingMail.id = \(id)"
        guard let mail = try request.fetchOne(db) else { throw NotFound() }
        return mail
    }

    /// Puts a mail into the outbox whose link is made when somebody is there to hand it over.
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

    /// Gives a mail its link, and says how that is handed on. The token is kept in a demo office alone.
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

    /// Somebody says to have forgotten the password of an account. Nothing tells whether there is one.
    /// A request that still waits is not made twice.
    package static func request(_ db: Database, email: EmailAddress, at now: Date) throws {
        guard let person = try Person.find(db, email: email), person.disabledAt == nil else { return }
        let waits = try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM outgoingMail WHERE personId = ? AND linkId IS NULL)",
            arguments: [person.id]
        )
        guard waits != true else { return }
        try AuditEvent.write(db, .resetRequested, by: nil, subject: "person/\(person.id)", at: now)
        // A link is made when the head shows it; a demo's outbox has it at once.
        if try Office.find(db)?.isDemo == true {
            _ = try PersonalLink.mint(db, for: person.id, handed: .byMail, by: nil, at: now)
        } else {
            try add(db, person.isInvited ? .activation : .reset, to: person.id, firm: nil, by: nil, at: now)
        }
    }

    /// Makes the mail's link anew, to be shown once; earlier links of the person end.
    /// - Throws: `NotFound` when the mail needs no link any more.
    package func show(_ db: Database, by head: Int64, at now: Date) throws -> PersonalLink.Minted {
        guard isOpen(at: now) else { throw NotFound() }
        return try PersonalLink.mint(db, for: personId, in: id, handed: .onScreen, by: head, at: now)
    }
}
