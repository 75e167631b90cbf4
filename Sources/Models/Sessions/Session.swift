import Foundation
import GRDB
import Secrets

/// A signed-in browser. The cookie holds the token; the row holds its digest.
package struct Session: StoredRow {
    /// `half`: the password was right and the second factor is missing. `reading`: opened by a person's link, only for
    /// what the link was sent for. Neither gives access to a page that needs a full session. Nothing opens one yet: what is
    /// opened after a right password or a link is decided by `SessionsController.openSession`.
    package enum Kind: String, Codable, Sendable, DatabaseValueConvertible, StatementColumnConvertible {
        case full, half, reading
    }

    package let id: Int64
    package let personId: Int64
    package let kind: Kind
    /// The token in the forms of this session.
    package let formToken: String
    package let device: String
    package let address: String
    package let createdAt: Date
    package let lastSeenAt: Date
    package let expiresAt: Date
    /// Whether the person works for the office, now.
    package let isOfStaff: Bool

    /// Decodes by hand for speed: every request reads one.
    package init(row: Row) throws {
        id = row["id"]
        personId = row["personId"]
        kind = row["kind"]
        formToken = row["formToken"]
        device = row["device"]
        address = row["address"]
        createdAt = Date(milliseconds: row["createdAt"])
        lastSeenAt = Date(milliseconds: row["lastSeenAt"])
        expiresAt = Date(milliseconds: row["expiresAt"])
        isOfStaff = row["isOfStaff"]
    }

    /// The total lifetime of a session, and the longest time without use, in seconds.
    package struct Limits: Sendable {
        package let total: TimeInterval
        package let idle: TimeInterval

        /// The office works with everybody's data: a working day, and a long lunch break.
        package static let staff = Limits(total: 16 * 3600, idle: 4 * 3600)
        /// A client sees one firm's data and comes a few times a month (NIST 800-63B AAL1: at most 30 days).
        package static let client = Limits(total: 30 * 24 * 3600, idle: 14 * 24 * 3600)
    }

    package struct Opened: Sendable {
        package let token: Token
        package let expiresAt: Date
    }

    /// The last-seen time is written at most this often, in seconds, so that reading pages causes few writes.
    private static let touchEvery: TimeInterval = 5 * 60

    package static func open(
        _ db: Database, for person: Person, kind: Kind = .full, device: String, address: String, at now: Date
    ) throws -> Opened {
        let token = Token()
        let expiresAt = now.addingTimeInterval(try limits(db, person.id).total)
        try db.executeCached(
            """
            INSERT INTO session (tokenDigest, formToken, personId, kind, device, address, createdAt, lastSeenAt, expiresAt)
            VALUES (\(token.digest), \(Token().text), \(person.id), \(kind), \(String(device.prefix(120))), \(address),
                \(now.milliseconds), \(now.milliseconds), \(expiresAt.milliseconds))
            """)
        try AuditEvent.write(db, .signedIn, by: person.id, ["address": address, "kind": kind.rawValue], at: now)
        return Opened(token: token, expiresAt: expiresAt)
    }

    /// Finds the session of a cookie's token, if it is alive and its person is not disabled.
    package static func find(_ db: Database, _ token: Token, at now: Date) throws -> Session? {
        try living(db, "tokenDigest = ?", token.digest.databaseValue, at: now)
    }

    /// Whether a session is still alive; checked repeatedly by streams and long downloads.
    package static func isAlive(_ db: Database, _ id: Int64, at now: Date) throws -> Bool {
        try living(db, "session.id = ?", id.databaseValue, at: now) != nil
    }

    private static let isOfStaff =
        "EXISTS (SELECT 1 FROM staff WHERE staff.personId = session.personId) AS isOfStaff"

    private static func living(
        _ db: Database, _ condition: String, _ value: DatabaseValue, at now: Date
    ) throws -> Session? {
        let session = try Session.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT session.*, \(isOfStaff) FROM session JOIN person ON person.id = session.personId
                    WHERE \(condition) AND endedAt IS NULL AND person.disabledAt IS NULL
                    """
            ),
            arguments: [value]
        )
        return session?.isAlive(at: now) == true ? session : nil
    }

    /// Whether it is still alive, assuming that it was not ended since it was read.
    func isAlive(at now: Date) -> Bool {
        let idle = (isOfStaff ? Limits.staff : .client).idle
        return expiresAt > now && lastSeenAt.addingTimeInterval(idle) > now
    }

    package func needsTouch(at now: Date) -> Bool { now.timeIntervalSince(lastSeenAt) > Self.touchEvery }

    package func touch(_ db: Database, at now: Date) throws {
        try db.execute(sql: "UPDATE session SET lastSeenAt = ? WHERE id = ?", arguments: [now.milliseconds, id])
    }

    /// Returns the person's living sessions, the latest used first.
    package static func all(_ db: Database, of person: Int64, at now: Date) throws -> [Session] {
        let idleSince = now.addingTimeInterval(-(try limits(db, person).idle))
        return try Session.fetchAll(
            db,
            sql: """
                SELECT *, \(isOfStaff) FROM session WHERE personId = ? AND endedAt IS NULL AND expiresAt > ? AND lastSeenAt > ?
                ORDER BY lastSeenAt DESC LIMIT 50
                """,
            arguments: [person, now.milliseconds, idleSince.milliseconds]
        )
    }

    /// Ends one session of a person; a sign-out does this too.
    /// - Throws: `NotFound` when the person has no such living session.
    package static func end(
        _ db: Database, _ id: Int64, of person: Int64, as action: AuditEvent.Action = .sessionEnded, at now: Date
    ) throws {
        try db.execute(
            sql: "UPDATE session SET endedAt = ? WHERE id = ? AND personId = ? AND endedAt IS NULL",
            arguments: [now.milliseconds, id, person]
        )
        guard db.changesCount == 1 else { throw NotFound() }
        try AuditEvent.write(db, action, by: person, subject: "session/\(id)", at: now)
        try LiveChanges.record(db, about: "session", person: person)
    }

    /// Ends all sessions of a person and all other known browsers.
    /// - Parameters:
    ///   - kept: the session that stays, if any.
    ///   - browser: the token of the browser that is used, which stays known.
    package static func endAll(
        _ db: Database, by person: Int64, except kept: Int64?, in browser: Token?, at now: Date
    ) throws {
        try KnownBrowser.endAll(db, of: person, except: browser, at: now)
        try endAll(db, of: person, except: kept, at: now)
        try AuditEvent.write(db, .sessionsEnded, by: person, kept.map { ["kept": "session/\($0)"] } ?? [:], at: now)
    }

    static func endAll(_ db: Database, of person: Int64, except kept: Int64? = nil, at now: Date) throws {
        try db.execute(
            sql: "UPDATE session SET endedAt = ? WHERE personId = ? AND endedAt IS NULL AND id IS NOT ?",
            arguments: [now.milliseconds, person, kept]
        )
        try LiveChanges.record(db, about: "session", person: person)
    }

    private static func limits(_ db: Database, _ person: Int64) throws -> Limits {
        let isStaff = try Bool.fetchOne(
            db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM staff WHERE personId = ?)"), arguments: [person]
        )
        return isStaff == true ? .staff : .client
    }
}
