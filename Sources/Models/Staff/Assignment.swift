import Dates
import Foundation
import GRDB

/// An assignment of an employee to a firm, from a day on, until a day or without end.
package struct Assignment: Sendable {
    package enum Duty: String, CaseIterable, Sendable, DatabaseValueConvertible {
        case supervisor, accountant, deputy
    }

    /// Assigns a person to a firm. A new supervisor replaces the previous one, whose assignment ends the day before.
    package static func assign(
        _ db: Database, firm: Int64, to person: Int64, duty: Duty, from day: Day, until end: Day? = nil,
        by author: Int64?, at now: Date
    ) throws {
        if duty == .supervisor, end == nil {
            try db.cachedStatement(
                sql: """
                    DELETE FROM assignment WHERE firmId = ? AND duty = 'supervisor' AND fromOn >= ?
                    """
            ).execute(arguments: [firm, day])
            try db.cachedStatement(
                sql: """
                    UPDATE assignment SET untilOn = date(?, '-1 day')
                    WHERE firmId = ? AND duty = 'supervisor' AND (untilOn IS NULL OR untilOn >= ?)
                    """
            ).execute(arguments: [day, firm, day])
        }
        try db.cachedStatement(
            sql: """
                INSERT INTO assignment (firmId, personId, duty, fromOn, untilOn, createdAt, createdBy)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [firm, person, duty, day, end, now.milliseconds, author])
        try Deputyship.follow(db, firm: firm, by: author, on: day, at: now)
        try AuditEvent.write(
            db, .assigned, by: author, firm: firm, subject: "person/\(person)", ["duty": duty.rawValue], at: now
        )
    }
}
