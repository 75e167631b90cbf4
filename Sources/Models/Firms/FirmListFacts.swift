import Dates
import GRDB

/// The facts that the filters need, for every active firm of a scope, in the order of the list. The page, the number of
/// matches and the number beside each option are all computed from them, without further queries for each firm.
struct FirmListFacts {
    /// In the order of the list.
    let facts: [ScopedFirms.Fact]
    /// The firms whose text contains every word of the search; `nil` without a search.
    private let found: Set<Int64>?
    private let firms: ScopedFirms
    private let choices: [FirmOption.Kind: Set<FirmOption>]

    /// The names of supervisors and tags.
    var names: [FirmOption: String] { firms.names }

    static func fetch(_ db: Database, _ list: FirmList) throws -> FirmListFacts {
        let firms =
            try list.cache?.firms(db, of: list.scope, on: list.day) ?? ScopedFirms.read(db, list.scope, on: list.day)
        return try FirmListFacts(db, list, firms)
    }

    private init(_ db: Database, _ list: FirmList, _ firms: ScopedFirms) throws {
        self.firms = firms
        choices = list.filter.choices
        switch list.sort {
        case .name: facts = list.isDescending ? firms.byName.reversed() : firms.byName
        default: facts = try Self.ids(db, list).compactMap { firms.places[$0].map { firms.byName[$0] } }
        }
        found = list.filter.search.isEmpty ? nil : try Self.found(db, list)
    }

    private static func ids(_ db: Database, _ list: FirmList) throws -> [Int64] {
        try SQLRequest<Int64>(
            literal: """
                SELECT id, \(list.key) AS key FROM firm WHERE closedAt IS NULL AND \(list.scope.contains("firm.id"))
                ORDER BY key \(list.direction), firm.id \(list.direction)
                """, cached: true
        ).fetchAll(db)
    }

    private static func found(_ db: Database, _ list: FirmList) throws -> Set<Int64> {
        try SQLRequest<Int64>(
            "SELECT id FROM firm WHERE closedAt IS NULL AND \(list.scope.contains("firm.id")) AND \(list.found)"
        ).fetchSet(db)
    }

    /// The indexes of the matching firms.
    var matching: [Int] {
        if choices.isEmpty, found == nil { return Array(facts.indices) }
        return facts.indices.filter { isFound(facts[$0]) && misses(facts[$0]).isEmpty }
    }

    /// For each option, the number of firms that it would show: those that have it, and match the search and the chosen
    /// options of all other kinds.
    var counts: [FirmOption: Int] {
        if choices.isEmpty, found == nil { return firms.totals }
        var counts: [FirmOption: Int] = [:]
        for fact in facts where isFound(fact) {
            let misses = misses(fact)
            if misses.count > 1 { continue }
            for option in fact.options where misses.isEmpty || misses[0] == option.kind {
                counts[option, default: 0] += 1
            }
        }
        return counts
    }

    private func isFound(_ fact: ScopedFirms.Fact) -> Bool { found?.contains(fact.id) ?? true }

    /// Returns the kinds of which the firm has none of the chosen options.
    private func misses(_ fact: ScopedFirms.Fact) -> [FirmOption.Kind] {
        choices.compactMap { kind, chosen in fact.options.contains(where: chosen.contains) ? nil : kind }
    }
}
