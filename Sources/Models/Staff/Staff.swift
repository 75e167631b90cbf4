import Dates
import Foundation
import GRDB

/// A person of the office.
package struct Staff: OfficeRecord {
    package enum Role: String, Codable, CaseIterable, Sendable, DatabaseValueConvertible, StatementColumnConvertible {
        case head, supervisor, accountant
    }

    package let personId: Int64
    package let role: Role
    /// Whether single letters do something on the office's pages while the person is not typing.
    package var usesKeys = true
    /// What clients read below the name: `Kadry i płace`.
    package var line: String?
    /// The digest of the photo.
    package var photo: String?

    /// Returns the firms that this person sees on a day: all for the head, the assigned ones for others.
    package func firms(on day: Day) -> FirmScope {
        role == .head ? .wholeOffice : .assigned(to: personId, on: day)
    }
}

extension Staff {
    /// Decodes by hand for speed: every request reads one.
    package init(row: Row) throws {
        personId = row["personId"]
        role = row["role"]
        usesKeys = row["usesKeys"]
        line = row["line"]
        photo = row["photo"]
    }

    /// Returns the firms that a person sees on a day; `nil` for one who does not belong to the office any more.
    static func scope(_ db: Database, of person: Int64, on day: Day) throws -> FirmScope? {
        guard try Person.find(db, person).disabledAt == nil else { return nil }
        return try find(db, personId: person)?.firms(on: day)
    }

    /// Turns the keys of the office's pages on or off for this person.
    package func choose(_ db: Database, usesKeys: Bool) throws {
        try db.execute(sql: "UPDATE staff SET usesKeys = ? WHERE personId = ?", arguments: [usesKeys, personId])
    }

    package static func find(_ db: Database, personId: Int64) throws -> Staff? {
        try Staff.fetchOne(
            db.cachedStatement(sql: "SELECT * FROM staff WHERE personId = ?"), arguments: [personId]
        )
    }

    /// Adds an employee. The first head has no author.
    package static func add(
        _ db: Database, _ new: NewPerson, role: Role, by head: Int64?, at now: Date
    ) throws -> Staff {
        let person = try Person.findOrAdd(db, new, at: now)
        let isKnown = try Bool.fetchOne(
            db,
            sql: """
                SELECT EXISTS (SELECT 1 FROM staff WHERE personId = :id)
                    OR EXISTS (SELECT 1 FROM membership WHERE personId = :id AND endedAt IS NULL)
                """,
            arguments: ["id": person.id]
        )
        if isKnown == true { throw Invalid("email", "errors.personIsKnown") }
        let staff = Staff(personId: person.id, role: role)
        try staff.insert(db)
        try AuditEvent.write(
            db, .staffAdded, by: head, subject: "person/\(person.id)", ["role": role.rawValue], at: now)
        return staff
    }

    /// Returns the people who may supervise firms, by name.
    package static func colleagues(_ db: Database) throws -> [Colleague] {
        try Colleague.fetchAll(
            db,
            sql: """
                SELECT person.id AS id, person.name AS name, staff.role AS role
                FROM staff JOIN person ON person.id = staff.personId
                WHERE person.disabledAt IS NULL ORDER BY person.name
                """
        )
    }

    package struct Colleague: StoredRow {
        package let id: Int64
        package let name: String
        package let role: Role
    }
}
