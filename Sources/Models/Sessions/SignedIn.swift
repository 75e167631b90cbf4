import Foundation
import GRDB
import Secrets

/// The signed-in person with the session and, for people of the office, the role: all that a request needs to know
/// about its sender. A class, because contexts are copied at every step of a request, and a stream keeps what they
/// hold.
package final class SignedIn: Sendable {
    package let session: Session
    package let person: Person
    package let staff: Staff?
    package let office: Office

    private init(session: Session, person: Person, staff: Staff?, office: Office) {
        self.session = session
        self.person = person
        self.staff = staff
        self.office = office
    }

    static func find(_ db: Database, _ token: Token, at now: Date) throws -> SignedIn? {
        guard let session = try Session.find(db, token, at: now), let office = try Office.find(db) else { return nil }
        return SignedIn(
            session: session, person: try Person.find(db, session.personId),
            staff: session.isOfStaff ? try Staff.find(db, personId: session.personId) : nil, office: office
        )
    }
}

extension OfficeDatabase {
    /// Returns the person to whom a cookie's token belongs, if the session is alive.
    package func signedIn(_ token: Token, at now: Date) throws -> SignedIn? {
        let read = { try self.readHere { db in try SignedIn.find(db, token, at: now) } }
        return try hook(SignedInPeople.self)?.find(token, at: now, read: read) ?? read()
    }
}
