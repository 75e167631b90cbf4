import Foundation
import GRDB
import Secrets

/// Everything a request has to know of the person who makes it, in one read.
package struct SignedIn: Sendable {
    package let session: Session
    package let person: Person
    package let staff: Staff?

    package static func find(_ db: Database, _ token: Token, at now: Date) throws -> SignedIn? {
        guard let session = try Session.find(db, token, at: now) else { return nil }
        return SignedIn(
            session: session, person: try Person.find(db, session.personId),
            staff: try Staff.find(db, personId: session.personId)
        )
    }

    /// Whether a session still lives: asked again by streams and long downloads.
    package static func isAlive(_ db: Database, session: Int64, at now: Date) throws -> Bool {
        try Bool.fetchOne(
            db,
            sql: """
                SELECT EXISTS (SELECT 1 FROM session JOIN person ON person.id = session.personId
                    WHERE session.id = ? AND endedAt IS NULL AND expiresAt > ? AND person.disabledAt IS NULL)
                """,
            arguments: [session, now.milliseconds]
        ) ?? false
    }
}
