import Dates
import Foundation
import GRDB

/// How a person of the office is shown to clients: name, phone, a line, a photo.
extension Staff {
    /// The facts of a person of the office that clients see, as typed.
    package struct Details: Sendable {
        let person: (name: String, phone: String)
        let line: String

        package init(name: String, phone: String, line: String) {
            person = (TypedText.line(name), PhoneNumber.line(phone))
            self.line = TypedText.line(line)
        }
    }

    /// - Throws: `Invalid` naming `name`, `phone` or `line`; `NotFound` for somebody who is not of the office.
    package static func correct(
        _ db: Database, _ details: Details, of id: Int64, by author: Int64, at now: Date
    ) throws {
        guard let staff = try find(db, personId: id) else { throw NotFound() }
        let person = try Person.find(db, id)
        let (name, phone) = details.person
        var invalid = Person.problems(name: name, phone: phone)
        invalid.limit("line", details.line, to: 120)
        try invalid.check()
        let changes = [
            ("name", person.name, name), ("phone", person.phone ?? "", phone), ("line", staff.line ?? "", details.line),
        ].filter { $0.1 != $0.2 }
        guard !changes.isEmpty else { return }
        try db.execute(
            sql: "UPDATE person SET name = ?, phone = nullif(?, '') WHERE id = ?", arguments: [name, phone, id])
        try db.execute(
            sql: "UPDATE staff SET line = nullif(?, '') WHERE personId = ?", arguments: [details.line, id])
        let facts = changes.flatMap { [("\($0.0)Before", $0.1), ($0.0, $0.2)] }
        try AuditEvent.write(
            db, .personCorrected, by: author, subject: "person/\(id)", Dictionary(uniqueKeysWithValues: facts), at: now)
    }

    /// - Parameter photo: `nil` removes it.
    package static func choose(
        _ db: Database, photo: NewPicture?, of id: Int64, by author: Int64, at now: Date
    ) throws {
        guard let staff = try find(db, personId: id) else { throw NotFound() }
        guard staff.photo != photo?.digest else { return }
        try photo?.keep(db)
        try db.execute(sql: "UPDATE staff SET photo = ? WHERE personId = ?", arguments: [photo?.digest, id])
        try Picture.removeUnused(db)
        try AuditEvent.write(
            db, photo == nil ? .photoRemoved : .photoChosen, by: author, subject: "person/\(id)", at: now)
    }

    /// Finds a photo for somebody who is signed in.
    /// - Parameter client: the client who asks, who sees the people that have or had a firm of theirs in care, and those
    ///   who wrote to it; `nil` for people of the office, who see each other.
    /// - Throws: `NotFound`, also for a photo that this client may not see.
    package static func photo(_ db: Database, _ digest: String, seenByClient client: Int64?) throws -> Picture {
        var isSeen: SQL = "TRUE"
        if let client {
            isSeen = """
                EXISTS (SELECT 1 FROM membership
                    WHERE membership.personId = \(client) AND membership.endedAt IS NULL
                    AND (EXISTS (SELECT 1 FROM assignment
                            WHERE assignment.firmId = membership.firmId AND assignment.personId = staff.personId)
                        OR EXISTS (SELECT 1 FROM message
                            WHERE message.firmId = membership.firmId AND message.personId = staff.personId)))
                """
        }
        return try Picture.find(
            db,
            """
            SELECT mediaType, bytes FROM staff JOIN picture ON picture.digest = staff.photo
            WHERE photo = \(digest) AND \(isSeen)
            """)
    }

    /// Returns a client's contact at the office: the supervisor of the first of the person's firms.
    package static func supervisor(_ db: Database, ofClient client: Int64, on day: Day) throws -> Contact? {
        try Contact.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT person.id, person.name, person.email, person.phone, staff.line, staff.photo
                    FROM membership JOIN assignment ON assignment.firmId = membership.firmId
                        AND duty = 'supervisor' AND fromOn <= :day AND (untilOn IS NULL OR untilOn >= :day)
                    JOIN person ON person.id = assignment.personId JOIN staff ON staff.personId = person.id
                    WHERE membership.personId = :client AND membership.endedAt IS NULL ORDER BY membership.id LIMIT 1
                    """),
            arguments: ["day": day, "client": client]
        )
    }

    /// A person of the office as a client sees her.
    package struct Contact: StoredRow {
        package let id: Int64
        package let name: String
        package let email: String
        package let phone: String?
        package let line: String?
        package let photo: String?

        package init(id: Int64, name: String, email: String, phone: String?, line: String?, photo: String?) {
            (self.id, self.name, self.email, self.phone) = (id, name, email, phone)
            (self.line, self.photo) = (line, photo)
        }
    }
}
