import Foundation
import GRDB
import Secrets

extension Person {
    /// Replaces the stored hash with one of the same password and the current parameters.
    package func rehash(_ db: Database, _ hash: PasswordHash) throws {
        try db.execute(
            sql: "UPDATE person SET passwordHash = ? WHERE id = ? AND passwordHash = ?",
            arguments: [hash.phc, id, passwordHash]
        )
    }

    /// Changes the password, ends the person's other sessions and deletes the other known browsers.
    /// - Parameter browser: the token of the browser that is used.
    package func changePassword(
        _ db: Database, to hash: PasswordHash, keeping session: Int64, in browser: Token? = nil, at now: Date
    ) throws {
        try db.execute(sql: "UPDATE person SET passwordHash = ? WHERE id = ?", arguments: [hash.phc, id])
        try Session.endAll(db, of: id, except: session, at: now)
        try KnownBrowser.endAll(db, of: id, except: browser, at: now)
        try PersonalLink.endAll(db, of: id, at: now)
        try AuditEvent.write(db, .passwordChanged, by: id, at: now)
    }
}
