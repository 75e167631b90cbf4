import Dates
import GRDB

/// The firms that a person of the office works for, or could, for the head who assigns them.
package struct StaffFirms: Sendable {
    package enum Show: String, CaseIterable, Sendable { case own, others }

    package struct FirmRow: StoredRow {
        package let id: Int64
        package let name: String
        /// This person's duties there, as stored, with commas between.
        package let duties: String?
        package let supervisor: String?
    }

    package let person: Int64
    package let day: Day
    package var show = Show.own
    package var search = ""
    /// Only these of them; nothing for all.
    package var ticked: Set<Int64>?

    package static let pageSize = 100

    package init(person: Int64, day: Day) {
        self.person = person
        self.day = day
    }

    /// Firms by name, after one of the page before; one more than a page when there are more.
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

    /// All that were chosen.
    /// - Throws: `Invalid` naming `firms` when none was.
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
        return "archivedAt IS NULL AND \(show == .own ? own : "NOT \(own)") AND \(FirmList.finds(search))"
    }
}
