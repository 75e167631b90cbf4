import Dates
import Foundation
import GRDB

/// The portal as one person of a firm sees it, shown read-only to an employee of the office.
package struct ClientView: Sendable {
    package let firm: Firm
    /// The people of the firm who may read, by name.
    package let people: [Person]
    /// The person whose view is shown; `nil` when nobody of the firm may read.
    package let person: Person?

    /// - Parameter person: one of the firm's readers; `nil` for the first of them.
    /// - Throws: `NotFound` for a firm outside the scope, and for a person who is not a reader of it.
    package static func find(
        _ db: Database, _ firm: Int64, as person: Int64?, in scope: FirmScope
    ) throws -> ClientView {
        let firm = try Firm.find(db, firm, in: scope)
        let people = try SQLRequest<Person>(
            "SELECT * FROM person WHERE id IN (\(FirmScope.readers(of: "\(firm.id)"))) ORDER BY name, id"
        ).fetchAll(db)
        let chosen = person == nil ? people.first : people.first { $0.id == person }
        if person != nil, chosen == nil { throw NotFound() }
        return ClientView(firm: firm, people: people, person: chosen)
    }

    /// Returns the person's conversations of this firm alone, since the employee may not see those of the person's
    /// other firms.
    package func inbox(_ db: Database, after: Int64? = nil) throws -> Inbox {
        guard let person else { return Inbox(unread: [], read: [], hasOlder: false) }
        return try Inbox.fetch(db, of: person.id, firm: firm.id, after: after)
    }

    /// Returns the same, with what waits for the office's answer apart.
    package func firstPage(_ db: Database) throws -> Inbox.FirstPage {
        guard let person else { return Inbox.FirstPage(unread: [], asked: [], earlier: []) }
        return try Inbox.firstPage(db, of: person.id, firm: firm.id)
    }

    /// Returns the person's files of this firm alone; `nil` when nobody of the firm may read.
    package func files(at now: Date, in zone: TimeZone) -> ClientFiles? {
        guard let person else { return nil }
        var files = ClientFiles(of: person.id, at: now, in: zone)
        files.firm = firm.id
        return files
    }

    /// Returns those that the person has not downloaded yet.
    package func waitingFiles(_ db: Database, at now: Date) throws -> [ClientFiles.Waiting] {
        guard let person else { return [] }
        return try ClientFiles.waiting(db, of: person.id, firm: firm.id, at: now)
    }

    /// Returns the supervisor whom the person sees as the contact at the office.
    package func supervisor(_ db: Database, on day: Day) throws -> Staff.Contact? {
        guard let person else { return nil }
        return try Staff.supervisor(db, ofClient: person.id, on: day)
    }

    /// - Throws: `NotFound` for a conversation that this person may not see, or of another firm.
    package func conversation(_ db: Database, _ id: Int64) throws -> Conversation {
        guard let person else { throw NotFound() }
        let conversation = try Conversation.find(db, id, in: .member(person.id))
        guard conversation.firmId == firm.id else { throw NotFound() }
        return conversation
    }
}
