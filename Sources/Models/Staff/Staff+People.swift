import Dates
import Foundation
import GRDB

/// The people of the office, for their head.
extension Staff {
    package struct Member: StoredRow {
        package let id: Int64
        package let name: String
        package let email: String
        package let phone: String?
        package let role: Role
        package let line: String?
        package let photo: String?
        package let activatedAt: Date?
        package let disabledAt: Date?
        /// The number of active firms assigned on the day, including those of a deputyship.
        package let firmCount: Int
        /// The expiry of the person's link; `nil` when no link is valid.
        package let linkExpiresAt: Date?
    }

    package static let pageSize = 50

    /// Returns the employees by name, disabled ones last, after the last one of the page before; one more than a page
    /// when there are more.
    package static func page(_ db: Database, on day: Day, at now: Date, after: Int64? = nil) throws -> [Member] {
        var part: SQL = "TRUE"
        if let after {
            part = """
                (disabledAt IS NOT NULL, name, person.id) >
                    (SELECT mark.disabledAt IS NOT NULL, mark.name, mark.id FROM person AS mark WHERE mark.id = \(after))
                """
        }
        let request: SQLRequest<Member> = """
            \(members(day, now)) WHERE \(part) ORDER BY disabledAt IS NOT NULL, name, person.id LIMIT \(pageSize + 1)
            """
        return try request.fetchAll(db)
    }

    /// - Throws: `NotFound` when no employee has this id.
    package static func member(_ db: Database, _ id: Int64, on day: Day, at now: Date) throws -> Member {
        let request: SQLRequest<Member> = "\(members(day, now)) WHERE staff.personId = \(id)"
        guard let member = try request.fetchOne(db) else { throw NotFound() }
        return member
    }

    private static func members(_ day: Day, _ now: Date) -> SQL {
        """
        SELECT person.id, name, email, phone, role, line, photo, activatedAt, disabledAt,
            (SELECT count(DISTINCT firmId) FROM assignment JOIN firm ON firm.id = firmId
                WHERE assignment.personId = staff.personId AND firm.closedAt IS NULL AND fromOn <= \(day)
                AND (untilOn IS NULL OR untilOn >= \(day))) AS firmCount,
            (SELECT max(expiresAt) FROM personalLink WHERE personalLink.personId = person.id
                AND personalLink.endedAt IS NULL AND expiresAt > \(now.milliseconds)) AS linkExpiresAt
        FROM staff JOIN person ON person.id = staff.personId
        """
    }

    /// Changes an employee's role, effective with the next request.
    /// - Throws: `Invalid` naming `person` for the last head.
    package func change(_ db: Database, to role: Role, by head: Int64, on day: Day, at now: Date) throws {
        guard role != self.role else { return }
        if self.role == .head { try Self.keepHead(db, besides: personId) }
        try db.execute(sql: "UPDATE staff SET role = ? WHERE personId = ?", arguments: [role, personId])
        try Deputyship.follow(db, role: personId, by: head, on: day, at: now)
        try AuditEvent.write(
            db, .roleChanged, by: head, subject: "person/\(personId)",
            ["from": self.role.rawValue, "to": role.rawValue], at: now
        )
        try LiveChanges.record(db, about: "firms", person: personId)
    }

    /// - Throws: `Invalid` when no other active head exists.
    static func keepHead(_ db: Database, besides person: Int64) throws {
        let isNeeded = try Bool.fetchOne(
            db,
            sql: """
                SELECT role = 'head' AND NOT EXISTS (SELECT 1 FROM staff AS other JOIN person ON person.id = other.personId
                    WHERE other.role = 'head' AND other.personId <> staff.personId AND disabledAt IS NULL
                    AND activatedAt IS NOT NULL)
                FROM staff WHERE personId = ?
                """,
            arguments: [person]
        )
        if isNeeded == true { throw Invalid("person", "errors.lastHead") }
    }
}
