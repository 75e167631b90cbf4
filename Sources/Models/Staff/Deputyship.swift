import Dates
import Foundation
import GRDB

/// An absence of an employee on these days, both included, during which a colleague has all their firms. It begins and
/// ends automatically: each firm has an assignment of the deputy with these dates.
///
/// A deputy sees the firms of the absent person: for the head that is every firm. A deputy does not get the head's
/// other rights; another head can be appointed for that.
package struct Deputyship: StoredRow {
    package let id: Int64
    package let absentId: Int64
    package let absentName: String
    package let deputyId: Int64
    package let deputyName: String
    package let fromOn: Day
    package let untilOn: Day

    /// The result of naming a deputy, shown for confirmation.
    package struct Plan: Sendable {
        package let deputyName: String
        package let fromOn: Day
        package let untilOn: Day
        /// The number of active firms.
        package let firmCount: Int
        /// Other deputies of the absent person on some of these days.
        package let others: [Deputyship]
    }

    /// - Throws: `Invalid` naming `deputy`, `from` or `until`.
    package static func plan(
        _ db: Database, absent: Int64, deputy: Int64?, from: Day?, until: Day?, today: Day
    ) throws -> Plan {
        var invalid = Invalid()
        let colleague = try Staff.colleagues(db).first { $0.id == deputy && $0.id != absent }
        if colleague == nil { invalid.add("deputy", "errors.deputyMissing") }
        if from == nil { invalid.add("from", "errors.dayMissing") }
        if until == nil { invalid.add("until", "errors.dayMissing") }
        if let from, let until {
            if until < from { invalid.add("until", "errors.dayOrder") }
            if until < today { invalid.add("until", "errors.dayPast") }
        }
        let others = try from.flatMap { from in try until.map { try overlapping(db, absent, from, $0) } } ?? []
        if others.contains(where: { $0.deputyId == deputy }) { invalid.add("from", "errors.deputyTwice") }
        try invalid.check()
        guard let colleague, let from, let until else { throw invalid }
        let firms = try firms(db, of: absent, from, until).filter { !$0.isClosed }
        return Plan(
            deputyName: colleague.name, fromOn: from, untilOn: until, firmCount: firms.count, others: others
        )
    }

    /// Names a deputy for all firms of the absent person in these days.
    /// - Throws: `Invalid` like `plan`.
    package static func begin(
        _ db: Database, absent: Int64, deputy: Int64, from: Day, until: Day, by head: Int64, today: Day, at now: Date
    ) throws {
        _ = try plan(db, absent: absent, deputy: deputy, from: from, until: until, today: today)
        try db.execute(
            sql: """
                INSERT INTO deputyship (absentId, deputyId, fromOn, untilOn, createdAt, createdBy)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
            arguments: [absent, deputy, from, until, now.milliseconds, head]
        )
        let id = db.lastInsertedRowID
        for firm in try firms(db, of: absent, from, until) {
            try insert(db, id, deputy, firm, by: head, at: now)
        }
        try AuditEvent.write(
            db, .deputyNamed, by: head, subject: "person/\(absent)",
            ["deputy": "\(deputy)", "from": from.text, "until": until.text], at: now
        )
        try tell(db, deputy)
    }

    /// Ends a deputyship early: from today on the deputy no longer sees the firms because of it.
    /// - Throws: `NotFound` when it has ended or does not exist.
    package static func end(_ db: Database, _ id: Int64, by head: Int64, today: Day, at now: Date) throws {
        guard let deputyship = try current(db, on: today).first(where: { $0.id == id }) else { throw NotFound() }
        try Assignment.cut(db, "deputyshipId = \(id)", from: today)
        try db.execute(
            sql: "UPDATE deputyship SET endedAt = ?, endedBy = ? WHERE id = ?",
            arguments: [now.milliseconds, head, id]
        )
        try AuditEvent.write(
            db, .deputyEnded, by: head, subject: "person/\(deputyship.absentId)",
            ["deputy": "\(deputyship.deputyId)"], at: now
        )
        try tell(db, deputyship.deputyId)
    }

    /// Returns current and future deputyships, by their first day.
    package static func current(_ db: Database, on day: Day) throws -> [Deputyship] {
        try SQLRequest<Deputyship>(literal: "\(source(day)) ORDER BY fromOn, deputyship.id", cached: true).fetchAll(db)
    }

    package static let pageSize = 50

    /// Returns a page of them, after the last one of the page before; one more than a page when there are more.
    package static func page(_ db: Database, on day: Day, after: Int64? = nil) throws -> [Deputyship] {
        var part: SQL = "TRUE"
        if let after {
            part = """
                (fromOn, deputyship.id) >
                    (SELECT mark.fromOn, mark.id FROM deputyship AS mark WHERE mark.id = \(after))
                """
        }
        let request: SQLRequest<Deputyship> = """
            \(source(day)) AND \(part) ORDER BY fromOn, deputyship.id LIMIT \(pageSize + 1)
            """
        return try request.fetchAll(db)
    }

    private static func source(_ day: Day) -> SQL {
        """
        SELECT deputyship.*, absent.name AS absentName, deputy.name AS deputyName
        FROM deputyship JOIN person AS absent ON absent.id = absentId
        JOIN person AS deputy ON deputy.id = deputyId
        WHERE endedAt IS NULL AND untilOn >= \(day)
        """
    }

    /// Keeps the deputies' firms equal to the absent persons': a firm newly assigned to an absent person is also
    /// assigned to the deputy, and a removed one is removed. Must be called for each firm that is new or whose
    /// assignments change.
    static func follow(_ db: Database, firm: Int64, by author: Int64?, on day: Day, at now: Date) throws {
        for deputyship in try current(db, on: day) {
            let span = try firms(
                db, of: deputyship.absentId, max(day, deputyship.fromOn), deputyship.untilOn, only: firm
            ).first
            let isKept = try Bool.fetchOne(
                db,
                sql: "SELECT EXISTS (SELECT 1 FROM assignment WHERE deputyshipId = ? AND firmId = ? AND untilOn >= ?)",
                arguments: [deputyship.id, firm, day]
            )
            if let span, isKept != true {
                try insert(db, deputyship.id, deputyship.deputyId, span, by: author, at: now)
            } else if span == nil, isKept == true {
                try Assignment.cut(db, "deputyshipId = \(deputyship.id) AND firmId = \(firm)", from: day)
            }
        }
    }

    /// Updates the firms of a person's deputies when the person's role changes, from this day on.
    static func follow(_ db: Database, role person: Int64, by head: Int64, on day: Day, at now: Date) throws {
        for deputyship in try current(db, on: day) where deputyship.absentId == person {
            try Assignment.cut(db, "deputyshipId = \(deputyship.id)", from: day)
            for span in try firms(db, of: person, max(day, deputyship.fromOn), deputyship.untilOn) {
                try insert(db, deputyship.id, deputyship.deputyId, span, by: head, at: now)
            }
            try tell(db, deputyship.deputyId)
        }
    }

    /// A firm with the days of an absence on which the absent person sees it.
    private struct Span: StoredRow {
        let id: Int64
        let fromOn: Day
        let untilOn: Day
        let isClosed: Bool
    }

    /// - Parameter firm: only this one, if the absent person sees it; `nil` for all.
    private static func firms(
        _ db: Database, of absent: Int64, _ from: Day, _ until: Day, only firm: Int64? = nil
    ) throws -> [Span] {
        let which: SQL = firm.map { "firm.id = \($0)" } ?? "TRUE"
        let isHead = try Staff.find(db, personId: absent)?.role == .head
        let request: SQLRequest<Span> =
            isHead
            ? """
            SELECT id, \(from) AS fromOn, \(until) AS untilOn, closedAt IS NOT NULL AS isClosed
            FROM firm WHERE \(which)
            """
            : """
            SELECT firm.id, max(\(from), min(fromOn)) AS fromOn,
                min(\(until), max(ifnull(untilOn, \(until)))) AS untilOn, closedAt IS NOT NULL AS isClosed
            FROM assignment JOIN firm ON firm.id = firmId
            WHERE personId = \(absent) AND \(which) AND deputyshipId IS NULL AND fromOn <= \(until)
                AND (untilOn IS NULL OR untilOn >= \(from)) GROUP BY firm.id
            """
        return try request.fetchAll(db)
    }

    private static func insert(
        _ db: Database, _ id: Int64, _ deputy: Int64, _ firm: Span, by author: Int64?, at now: Date
    ) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO assignment (firmId, personId, duty, fromOn, untilOn, createdAt, createdBy, deputyshipId)
                VALUES (?, ?, 'deputy', ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [firm.id, deputy, firm.fromOn, firm.untilOn, now.milliseconds, author, id])
    }

    private static func overlapping(
        _ db: Database, _ absent: Int64, _ from: Day, _ until: Day
    ) throws -> [Deputyship] {
        try current(db, on: from).filter { $0.absentId == absent && $0.fromOn <= until }
    }

    private static func tell(_ db: Database, _ deputy: Int64) throws {
        try LiveChanges.record(db, about: "firms", person: deputy)
        try LiveChanges.record(db, about: "questions", person: deputy)
    }
}
