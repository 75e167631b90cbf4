import Foundation
import GRDB
import Secrets

extension PersonalLink {
    /// Creates a link for a person, with its mail, and records how it is handed over; earlier links end.
    /// - Parameter firm: the firm of the invitation, for the mail.
    /// - Parameter mail: an existing mail that gets the link, instead of a new one.
    package static func mint(
        _ db: Database, for person: Int64, firm: Int64? = nil, in mail: Int64? = nil, handed way: OutgoingMail.Way,
        by author: Int64?, at now: Date
    ) throws -> Minted {
        let purpose: Purpose = try Person.find(db, person).isInvited ? .activation : .reset
        try endAll(db, of: person, at: now)
        let token = Token()
        let expiresAt = now.addingTimeInterval(lifetime)
        try db.execute(
            sql: """
                INSERT INTO personalLink (personId, purpose, tokenDigest, createdAt, createdBy, expiresAt)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
            arguments: [person, purpose, token.digest, now.milliseconds, author, expiresAt.milliseconds]
        )
        let link = Minted(
            id: db.lastInsertedRowID, token: token, personId: person, purpose: purpose, expiresAt: expiresAt)
        let carrier = try mail ?? OutgoingMail.add(db, purpose, to: person, firm: firm, by: author, at: now)
        try OutgoingMail.carry(db, link, in: carrier, handed: way, by: author, at: now)
        try AuditEvent.write(db, .linkMinted, by: author, subject: "person/\(person)", at: now)
        return link
    }
}
