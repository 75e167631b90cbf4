import GRDB

/// The facts that the filters need, for every active firm of a scope, in the order of the list. They are read once for
/// a page, by a few grouped queries: the page, the number of matches and the number beside each option are all computed
/// from them, without further queries for each firm.
struct FirmListFacts {
    struct Fact {
        let id: Int64
        /// Whether the firm's text contains every word of the search.
        let isFound: Bool
        var options: [FirmOption]
    }

    private(set) var facts: [Fact] = []
    /// The names of supervisors and tags.
    private(set) var names: [FirmOption: String] = [:]
    private let filter: FirmFilter
    private let choices: [FirmOption.Kind: Set<FirmOption>]

    static func fetch(_ db: Database, _ list: FirmList) throws -> FirmListFacts {
        var facts = FirmListFacts(list.filter)
        try facts.readFirms(db, list)
        try facts.readSupervisors(db, list)
        try facts.readTags(db, list)
        try facts.readPeople(db, list)
        try facts.readStates(db, list)
        return facts
    }

    private init(_ filter: FirmFilter) {
        self.filter = filter
        choices = filter.choices
    }

    /// The indexes of the matching firms.
    var matching: [Int] { facts.indices.filter { facts[$0].isFound && misses(facts[$0]).isEmpty } }

    /// For each option, the number of firms that it would show: those that have it, and match the search and the chosen
    /// options of all other kinds.
    var counts: [FirmOption: Int] {
        var counts: [FirmOption: Int] = [:]
        for fact in facts where fact.isFound {
            let misses = misses(fact)
            if misses.count > 1 { continue }
            for option in fact.options where misses.isEmpty || misses[0] == option.kind {
                counts[option, default: 0] += 1
            }
        }
        return counts
    }

    /// Returns the kinds of which the firm has none of the chosen options.
    private func misses(_ fact: Fact) -> [FirmOption.Kind] {
        choices.compactMap { kind, chosen in fact.options.contains(where: chosen.contains) ? nil : kind }
    }
}

extension FirmListFacts {
    private mutating func readFirms(_ db: Database, _ list: FirmList) throws {
        let rows = try SQLRequest<Row>(
            literal: """
                SELECT firm.id, \(list.found), vat, \(FirmColumns.form("firm", on: list.day)), \(list.key) AS key
                FROM firm WHERE closedAt IS NULL AND \(list.scope.contains("firm.id"))
                ORDER BY key \(list.direction), firm.id \(list.direction)
                """, cached: true
        ).fetchCursor(db)
        while let row = try rows.next() {
            var options = [FirmOption.vat(row[2])]
            if let form: TaxationForm = row[3] { options.append(.form(form)) }
            facts.append(Fact(id: row[0], isFound: row[1], options: options))
        }
    }

    private mutating func readSupervisors(_ db: Database, _ list: FirmList) throws {
        // The other columns are from the row of max(), which SQLite guarantees.
        let rows = try SQLRequest<Row>(
            literal: """
                SELECT firmId, personId, max(fromOn) FROM assignment
                WHERE duty = 'supervisor' AND fromOn <= \(list.day) AND (untilOn IS NULL OR untilOn >= \(list.day))
                    AND \(list.scope.contains("assignment.firmId"))
                GROUP BY firmId
                """, cached: true
        ).fetchCursor(db)
        var supervisors: [Int64: Int64] = [:]
        while let row = try rows.next() { supervisors[row[0]] = row[1] as Int64 }
        for index in facts.indices { facts[index].options.append(.supervisor(supervisors[facts[index].id])) }
        // There are thousands of firms but few supervisors.
        let people = try SQLRequest<Row>(
            literal: "SELECT id, name FROM person WHERE id IN \(SQL.list(Array(Set(supervisors.values))))", cached: true
        ).fetchCursor(db)
        while let row = try people.next() { names[.supervisor(row[0])] = row[1] }
    }

    private mutating func readTags(_ db: Database, _ list: FirmList) throws {
        let rows = try SQLRequest<Row>(
            literal: "SELECT firmId, tagKey, tag FROM firmTag WHERE \(list.scope.contains("firmTag.firmId"))",
            cached: true
        ).fetchCursor(db)
        var tags: [Int64: [FirmOption]] = [:]
        while let row = try rows.next() {
            let tag = FirmOption.tag(row[1])
            tags[row[0], default: []].append(tag)
            names[tag] = row[2]
        }
        for index in facts.indices { facts[index].options += tags[facts[index].id] ?? [] }
    }

    private mutating func readPeople(_ db: Database, _ list: FirmList) throws {
        let rows = try SQLRequest<Row>(
            literal: """
                SELECT firmId, count(activatedAt) FROM reader WHERE \(list.scope.contains("reader.firmId"))
                GROUP BY firmId
                """, cached: true
        ).fetchCursor(db)
        var active: [Int64: Int] = [:]
        while let row = try rows.next() { active[row[0]] = row[1] as Int }
        for index in facts.indices {
            switch active[facts[index].id] {
            case nil: facts[index].options.append(.state(.unreachable))
            case 0: facts[index].options.append(.state(.inactive))
            default: break
            }
        }
    }

    private mutating func readStates(_ db: Database, _ list: FirmList) throws {
        let unread = try SQLRequest<Int64>(literal: FirmColumns.firmsWithUnread(list.scope), cached: true).fetchSet(db)
        let waiting = try SQLRequest<Int64>(
            literal: """
                SELECT DISTINCT firmId FROM conversation
                WHERE waitingSince IS NOT NULL AND \(list.scope.containsConversation("conversation"))
                """, cached: true
        ).fetchSet(db)
        for index in facts.indices {
            if unread.contains(facts[index].id) { facts[index].options.append(.state(.unread)) }
            if waiting.contains(facts[index].id) { facts[index].options.append(.state(.waiting)) }
        }
    }
}
