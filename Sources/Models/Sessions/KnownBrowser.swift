import Foundation
import GRDB
import Secrets

/// A browser that has signed in as a person. In it the right password always works, however often strangers fail
/// meanwhile. The cookie holds a token, the row its digest; several people of one browser share the token.
package struct KnownBrowser: StoredRow {
    package let id: Int64
    package let personId: Int64
    package let tokenDigest: Data
    package let device: String
    /// The address group of its last sign-in.
    package let addressGroup: String
    package let createdAt: Date
    package let usedAt: Date

    package var until: Date { usedAt.addingTimeInterval(Self.lifetime) }

    /// How long a browser is known after its last sign-in, in seconds.
    package static let lifetime: TimeInterval = 90 * 24 * 3600
    /// The most browsers of one person; one more replaces the least recently used.
    package static let limit = 10

    /// The token, at the only moment when it is known in plain text.
    package struct Remembered: Sendable {
        package let token: Token
        package let until: Date
    }

    /// Finds the browser of a cookie, if the person with this e-mail address has signed in there.
    /// - Parameter email: in lower case, as in the person's row.
    package static func find(_ db: Database, _ token: Token, email: String, at now: Date) throws -> KnownBrowser? {
        let request: SQLRequest<KnownBrowser> = SQLRequest(
            literal: """
                SELECT knownBrowser.* FROM knownBrowser JOIN person ON person.id = personId
                WHERE tokenDigest = \(token.digest) AND email = \(email) AND endedAt IS NULL AND usedAt > \(oldest(at: now))
                """, cached: true)
        return try request.fetchOne(db)
    }

    /// Remembers a browser in which the person has just signed in. It gets a new token each time, for everybody who is
    /// known in it.
    /// - Parameter old: the token of its cookie, if any.
    package static func remember(
        _ db: Database, _ old: Token?, of person: Int64, device: String, from group: AddressGroup, at now: Date
    ) throws -> Remembered {
        let token = Token()
        if let old {
            try db.executeCached(
                """
                UPDATE knownBrowser SET tokenDigest = \(token.digest)
                WHERE tokenDigest = \(old.digest) AND endedAt IS NULL AND usedAt > \(oldest(at: now))
                """)
        }
        let device = String(device.prefix(120))
        try db.executeCached(
            """
            UPDATE knownBrowser SET device = \(device), addressGroup = \(group.text), usedAt = \(now.milliseconds)
            WHERE tokenDigest = \(token.digest) AND personId = \(person)
            """)
        if db.changesCount == 0 { try add(db, token, of: person, device: device, from: group, at: now) }
        return Remembered(token: token, until: now.addingTimeInterval(lifetime))
    }

    private static func add(
        _ db: Database, _ token: Token, of person: Int64, device: String, from group: AddressGroup, at now: Date
    ) throws {
        try db.executeCached(
            """
            INSERT INTO knownBrowser (personId, tokenDigest, device, addressGroup, createdAt, usedAt)
            VALUES (\(person), \(token.digest), \(device), \(group.text), \(now.milliseconds), \(now.milliseconds))
            """)
        try AuditEvent.write(
            db, .browserRemembered, by: person, subject: "browser/\(db.lastInsertedRowID)",
            ["address": group.text, "device": device], at: now)
        try db.executeCached(
            """
            UPDATE knownBrowser SET endedAt = \(now.milliseconds) WHERE personId = \(person) AND endedAt IS NULL
                AND id NOT IN (SELECT id FROM knownBrowser WHERE personId = \(person) AND endedAt IS NULL
                    ORDER BY usedAt DESC, id DESC LIMIT \(limit))
            """)
    }

    /// Returns the browsers in which a person is known, the latest used first.
    package static func all(_ db: Database, of person: Int64, at now: Date) throws -> [KnownBrowser] {
        let request: SQLRequest<KnownBrowser> = """
            SELECT * FROM knownBrowser WHERE personId = \(person) AND endedAt IS NULL AND usedAt > \(oldest(at: now))
            ORDER BY usedAt DESC, id DESC
            """
        return try request.fetchAll(db)
    }

    /// Ends a browser at the person's request.
    /// - Throws: `NotFound` when the person is not known in it.
    package static func end(_ db: Database, _ id: Int64, of person: Int64, at now: Date) throws {
        try db.execute(
            sql: "UPDATE knownBrowser SET endedAt = ? WHERE id = ? AND personId = ? AND endedAt IS NULL",
            arguments: [now.milliseconds, id, person])
        guard db.changesCount == 1 else { throw NotFound() }
        try AuditEvent.write(db, .browserForgotten, by: person, subject: "browser/\(id)", at: now)
    }

    static func endAll(_ db: Database, of person: Int64, except kept: Token? = nil, at now: Date) throws {
        try db.execute(
            sql: """
                UPDATE knownBrowser SET endedAt = ? WHERE personId = ? AND endedAt IS NULL AND tokenDigest IS NOT ?
                """,
            arguments: [now.milliseconds, person, kept?.digest])
    }

    /// Deletes browsers whose last sign-in is too long ago.
    package static func sweep(_ db: Database, at now: Date) throws {
        try db.execute(sql: "DELETE FROM knownBrowser WHERE usedAt <= ?", arguments: [oldest(at: now)])
    }

    private static func oldest(at now: Date) -> Int64 { now.addingTimeInterval(-lifetime).milliseconds }
}
