import Dates
import GRDB

/// The firms that an employee works for, or could work for, for the head who assigns them.
package struct StaffFirms: Sendable {
    package enum Show: String, CaseIterable, Sendable { case own, others }

    package struct FirmRow: StoredRow {
        package let id: Int64
        package let name: String
        /// The person's duties there, as stored, separated by commas.
        package let duties: String?
        package let supervisor: String?
    }

    package let person: Int64
    package let day: Day
    package var show = Show.own
    package var search = ""
    /// Only these firms; `nil` for all.
    package var ticked: Set<Int64>?

    package static let pageSize = 100

    package init(person: Int64, day: Day) {
        self.person = person
        self.day = day
    }

    /// Returns firms by name, after the last one of the page before; one more than a page when there are more.
    package func page(_ db: Database, after: Int64? = nil) throws -> [FirmRow] {
        var place: SQL = "TRUE"
        if let after {
            place = "(nameKey, id) > (SELECT nameKey, id FROM firm AS mark WHERE mark.id = \(after))"
        }
        let request: SQLRequest<FirmRow> = """
            SELECT firm.id, firm.name, \(FirmColumns.supervisor("firm", on: day)) AS supervisor,
                (SELECT group_concat(DISTINCT duty) FROM assignment WHERE firmId = firm.id AND personId = \(person)
                    AND \(isCurrent)) AS duties
            FROM firm WHERE \(condition) AND \(place) ORDER BY nameKey, id LIMIT \(Self.pageSize + 1)
            """
        return try request.fetchAll(db)
    }

    /// Returns the ids of the chosen firms.
    /// - Throws: `Invalid` naming `firms` when none was chosen.
    package func ids(_ db: Database) throws -> [Int64] {
        let all = try SQLRequest<Int64>("SELECT id FROM firm WHERE \(condition)").fetchAll(db)
        let chosen = ticked.map { ticked in all.filter(ticked.contains) } ?? all
        if chosen.isEmpty { throw Invalid("firms", "errors.noFirms") }
        return chosen
    }

    package func count(_ db: Database) throws -> Int {
        try SQLRequest<Int>("SELECT count(*) FROM firm WHERE \(condition)").fetchOne(db) ?? 0
    }

    private var isCurrent: SQL { "fromOn <= \(day) AND (untilOn IS NULL OR untilOn >= \(day))" }

    private var condition: SQL {
        let own: SQL = "id IN (SELECT firmId FROM assignment WHERE personId = \(person) AND \(isCurrent))"
        return "closedAt IS NULL AND \(show == .own ? own : "NOT \(own)") AND \(FirmList.finds(search))"
    }
}
