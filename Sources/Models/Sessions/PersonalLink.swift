import Foundation
import GRDB
import Secrets

/// A one-time link with which a person sets the first or a new password. Only its token's digest is stored.
package struct PersonalLink: StoredRow {
    package enum Purpose: String, Codable, CaseIterable, Sendable, DatabaseValueConvertible {
        case activation, reset
    }

    package let id: Int64
    package let personId: Int64
    package let purpose: Purpose
    package let expiresAt: Date

    /// A link, at the only moment when its token is known in plain text.
    package struct Minted: Sendable {
        let id: Int64
        package let token: Token
        package let personId: Int64
        package let purpose: Purpose
        package let expiresAt: Date
    }

    /// In seconds: long enough for an invitation handed over before a weekend.
    package static let lifetime: TimeInterval = 7 * 24 * 3600

    /// Ends a person's unused links.
    package static func revoke(_ db: Database, of person: Int64, by author: Int64, at now: Date) throws {
        try endAll(db, of: person, at: now)
        guard db.changesCount > 0 else { return }
        try AuditEvent.write(db, .linkRevoked, by: author, subject: "person/\(person)", at: now)
    }

    static func endAll(_ db: Database, of person: Int64, at now: Date) throws {
        try db.execute(
            sql: "UPDATE personalLink SET endedAt = ? WHERE personId = ? AND endedAt IS NULL",
            arguments: [now.milliseconds, person]
        )
    }

    /// Finds a link that can still be used. Changes nothing.
    /// - Throws: `NotFound` for a used, replaced, expired or unknown link.
    package static func find(_ db: Database, _ token: Token, at now: Date) throws -> PersonalLink {
        guard
            let link = try PersonalLink.fetchOne(
                db,
                sql: """
                    SELECT personalLink.* FROM personalLink JOIN person ON person.id = personalLink.personId
                    WHERE tokenDigest = ? AND endedAt IS NULL AND expiresAt > ? AND person.disabledAt IS NULL
                    """,
                arguments: [token.digest, now.milliseconds]
            )
        else { throw NotFound() }
        return link
    }

    /// Consumes the link: sets the password, ends the person's sessions and deletes the known browsers.
    /// - Returns: the person, now active.
    package static func consume(_ db: Database, _ token: Token, password: PasswordHash, at now: Date) throws -> Person {
        let link = try find(db, token, at: now)
        try db.execute(
            sql: "UPDATE personalLink SET endedAt = ?, usedAt = ? WHERE id = ? AND endedAt IS NULL",
            arguments: [now.milliseconds, now.milliseconds, link.id]
        )
        guard db.changesCount == 1 else { throw NotFound() }
        try db.execute(
            sql: "UPDATE person SET passwordHash = ?, activatedAt = ifnull(activatedAt, ?) WHERE id = ?",
            arguments: [password.phc, now.milliseconds, link.personId]
        )
        try Session.endAll(db, of: link.personId, at: now)
        try KnownBrowser.endAll(db, of: link.personId, at: now)
        let action: AuditEvent.Action = link.purpose == .activation ? .accountActivated : .passwordChanged
        try AuditEvent.write(db, action, by: link.personId, at: now)
        return try Person.find(db, link.personId)
    }
}
