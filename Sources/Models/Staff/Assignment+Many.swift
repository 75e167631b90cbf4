import Dates
import Foundation
import GRDB

extension Assignment {
    /// Assigns a person to many firms from a day on. Existing assignments with the same duty stay.
    /// - Returns: the number of new assignments.
    @discardableResult
    package static func assign(
        _ db: Database, firms: [Int64], to person: Int64, duty: Duty, from day: Day, by author: Int64, at now: Date
    ) throws -> Int {
        let kept = try Int64.fetchSet(
            db,
            sql: """
                SELECT firmId FROM assignment WHERE personId = ? AND duty = ? AND fromOn <= ? AND untilOn IS NULL
                """,
            arguments: [person, duty, day]
        )
        let new = firms.filter { !kept.contains($0) }
        for firm in new {
            try assign(db, firm: firm, to: person, duty: duty, from: day, by: author, at: now)
        }
        return new.count
    }

    /// Removes firms from a person at once: from this day on the person does not see them. Firms of a deputyship stay
    /// until it ends.
    package static func end(
        _ db: Database, firms: [Int64], of person: Int64, on day: Day, by author: Int64, at now: Date
    ) throws {
        for firm in firms {
            let before = db.totalChangesCount
            try cut(
                db, "personId = \(person) AND firmId = \(firm) AND deputyshipId IS NULL", from: day
            )
            guard db.totalChangesCount > before else { continue }
            try Deputyship.follow(db, firm: firm, by: author, on: day, at: now)
            try AuditEvent.write(db, .unassigned, by: author, firm: firm, subject: "person/\(person)", at: now)
        }
        try LiveChanges.record(db, about: "firms", person: person)
        try LiveChanges.record(db, about: "questions", person: person)
    }

    /// Ends assignments on the day before, and deletes those that would begin later.
    static func cut(_ db: Database, _ which: SQL, from day: Day) throws {
        try db.execute(literal: "DELETE FROM assignment WHERE \(which) AND fromOn >= \(day)")
        try db.execute(
            literal: """
                UPDATE assignment SET untilOn = date(\(day), '-1 day')
                WHERE \(which) AND (untilOn IS NULL OR untilOn >= \(day))
                """
        )
    }
}
