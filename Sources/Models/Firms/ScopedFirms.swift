import Dates
import GRDB

/// All active firms of a scope on a day, by name, each with the options of the filters that it has: read by a few
/// grouped queries.
struct ScopedFirms: Sendable {
    struct Fact: Sendable {
        let id: Int64
        var options: [FirmOption]
    }

    private(set) var byName: [Fact] = []
    /// The index of each firm in ``byName``.
    private(set) var places: [Int64: Int] = [:]
    /// The number of firms that have each option.
    private(set) var totals: [FirmOption: Int] = [:]
    /// The names of supervisors and tags.
    private(set) var names: [FirmOption: String] = [:]

    static func read(_ db: Database, _ scope: FirmScope, on day: Day) throws -> ScopedFirms {
        var firms = ScopedFirms()
        try firms.readFirms(db, scope, day)
        try firms.readSupervisors(db, scope, day)
        try firms.readTags(db, scope)
        try firms.readPeople(db, scope)
        try firms.readStates(db, scope)
        for (place, fact) in firms.byName.enumerated() {
            firms.places[fact.id] = place
            for option in fact.options { firms.totals[option, default: 0] += 1 }
        }
        return firms
    }
}

extension ScopedFirms {
    private mutating func readFirms(_ db: Database, _ scope: FirmScope, _ day: Day) throws {
        let rows = try SQLRequest<Row>(
            literal: """
                SELECT firm.id, vat, \(FirmColumns.form("firm", on: day))
                FROM firm WHERE closedAt IS NULL AND \(scope.contains("firm.id")) ORDER BY nameKey, firm.id
                """, cached: true
        ).fetchCursor(db)
        while let row = try rows.next() {
            var options = [FirmOption.vat(row[1])]
            if let form: TaxationForm = row[2] { options.append(.form(form)) }
            byName.append(Fact(id: row[0], options: options))
        }
    }

    private mutating func readSupervisors(_ db: Database, _ scope: FirmScope, _ day: Day) throws {
        // The other columns are from the row of max(), which SQLite guarantees.
        let rows = try SQLRequest<Row>(
            literal: """
                SELECT firmId, personId, max(fromOn) FROM assignment
                WHERE duty = 'supervisor' AND fromOn <= \(day) AND (untilOn IS NULL OR untilOn >= \(day))
                    AND \(scope.contains("assignment.firmId"))
                GROUP BY firmId
                """, cached: true
        ).fetchCursor(db)
        var supervisors: [Int64: Int64] = [:]
        while let row = try rows.next() { supervisors[row[0]] = row[1] as Int64 }
        for index in byName.indices { byName[index].options.append(.supervisor(supervisors[byName[index].id])) }
        // There are thousands of firms but few supervisors.
        let people = try SQLRequest<Row>(
            literal: "SELECT id, name FROM person WHERE id IN \(SQL.list(Array(Set(supervisors.values))))", cached: true
        ).fetchCursor(db)
        while let row = try people.next() { names[.supervisor(row[0])] = row[1] }
    }

    private mutating func readTags(_ db: Database, _ scope: FirmScope) throws {
        let rows = try SQLRequest<Row>(
            literal: "SELECT firmId, tagKey, tag FROM firmTag WHERE \(scope.contains("firmTag.firmId"))",
            cached: true
        ).fetchCursor(db)
        var tags: [Int64: [FirmOption]] = [:]
        while let row = try rows.next() {
            let tag = FirmOption.tag(row[1])
            tags[row[0], default: []].append(tag)
            names[tag] = row[2]
        }
        for index in byName.indices { byName[index].options += tags[byName[index].id] ?? [] }
    }

    private mutating func readPeople(_ db: Database, _ scope: FirmScope) throws {
        let rows = try SQLRequest<Row>(
            literal: """
                SELECT firmId, count(activatedAt) FROM reader WHERE \(scope.contains("reader.firmId"))
                GROUP BY firmId
                """, cached: true
        ).fetchCursor(db)
        var active: [Int64: Int] = [:]
        while let row = try rows.next() { active[row[0]] = row[1] as Int }
        for index in byName.indices {
            switch active[byName[index].id] {
            case nil: byName[index].options.append(.state(.unreachable))
            case 0: byName[index].options.append(.state(.inactive))
            default: break
            }
        }
    }

    private mutating func readStates(_ db: Database, _ scope: FirmScope) throws {
        let unread = try SQLRequest<Int64>(literal: FirmColumns.firmsWithUnread(scope), cached: true).fetchSet(db)
        let waiting = try SQLRequest<Int64>(
            literal: """
                SELECT DISTINCT firmId FROM conversation
                WHERE waitingSince IS NOT NULL AND \(scope.containsConversation("conversation"))
                """, cached: true
        ).fetchSet(db)
        for index in byName.indices {
            if unread.contains(byName[index].id) { byName[index].options.append(.state(.unread)) }
            if waiting.contains(byName[index].id) { byName[index].options.append(.state(.waiting)) }
        }
    }
}
