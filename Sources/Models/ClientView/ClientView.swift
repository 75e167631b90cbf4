import Dates
import Foundation
import GRDB

/// A firm as one of its people sees it, for somebody of the office who looks over the shoulder.
package struct ClientView: Sendable {
    package let firm: Firm
    /// Those of the firm who may read, by name.
    package let people: [Person]
    /// The one whose eyes are borrowed; nothing when nobody of the firm may read.
    package let person: Person?

    /// - Parameter person: one of the firm's readers, or nothing for the first of them.
    /// - Throws: `NotFound` for a firm outside of the scope, and for a person who is no reader of it.
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

    /// The person's conversations of this firm alone: others of theirs are not the office's viewer's to see.
    package func inbox(_ db: Database, after: Int64? = nil) throws -> Inbox {
        guard let person else { return Inbox(unread: [], read: [], hasOlder: false) }
        return try Inbox.fetch(db, of: person.id, firm: firm.id, after: after)
    }

    /// The person's files of this firm alone; nothing when nobody of the firm may read.
    package func files(at now: Date, in zone: TimeZone) -> ClientFiles? {
        guard let person else { return nil }
        var files = ClientFiles(of: person.id, at: now, in: zone)
        files.firm = firm.id
        return files
    }

    /// How many of them wait to be taken.
    package func waitingFiles(_ db: Database, at now: Date) throws -> Int {
        guard let person else { return 0 }
        return try ClientFiles.waiting(db, of: person.id, firm: firm.id, at: now)
    }

    /// Whom the person has for a contact at the office.
    package func supervisor(_ db: Database, on day: Day) throws -> Person? {
        guard let person else { return nil }
        return try Person.supervisor(db, ofClient: person.id, on: day)
    }

    /// - Throws: `NotFound` for a conversation that this person may not see, or of another firm.
    package func conversation(_ db: Database, _ id: Int64) throws -> Conversation {
        guard let person else { throw NotFound() }
        let conversation = try Conversation.find(db, id, in: .member(person.id))
        guard conversation.firmId == firm.id else { throw NotFound() }
        return conversation
    }
}
