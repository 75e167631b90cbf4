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
            staff: session.isOfStaff ? try Staff.find(db, personId: session.personId) : nil
        )
    }
}
