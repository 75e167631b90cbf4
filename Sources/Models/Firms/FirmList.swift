import Dates
import Foundation
import GRDB

/// The office's main list: active firms of a scope, filtered, sorted, paged by key.
package struct FirmList: Sendable {
    package enum Sort: String, CaseIterable, Sendable {
        case name, form, supervisor, waits, contact, vat, approval, payrollQuestions
    }

    package let scope: FirmScope
    package let day: Day
    package var filter = FirmFilter()
    package var sort = Sort.name
    package var isDescending = false
    /// Keeps the facts between pages; `nil` reads them anew.
    package var cache: FirmListCache?

    package static let pageSize = 50

    package init(scope: FirmScope, day: Day) {
        self.scope = scope
        self.day = day
    }

    /// The beginning of a page: after or before a firm, in the order of the list.
    package enum Start: Sendable { case first, after(Int64), before(Int64) }

    /// A page of rows of one tab of the list.
    package struct Page<Row: FirmTabRow>: Sendable {
        package let rows: [Row]
        /// The number of firms that match the filter: those that "select all" would select.
        package let matching: Int
        /// The number of firms before the first row.
        package let offset: Int
        package let facets: Facets
        package var hasPrevious: Bool { offset > 0 }
        package var hasNext: Bool { offset + rows.count < matching }
    }

    /// The choices that the filters offer.
    package struct Facets: Sendable {
        /// The number of firms without any filter.
        package let total: Int
        /// The number of firms that each option would show, given the search and the chosen options of other kinds.
        package let counts: [FirmOption: Int]
        /// The names of the supervisors and the tags of the scope's firms.
        package let names: [FirmOption: String]
    }

    package func count(_ db: Database) throws -> Int { try FirmListFacts.fetch(db, self).matching.count }

    /// Returns the ids of all matching firms, in the order of their names.
    package func ids(_ db: Database) throws -> [Int64] {
        if filter.options.isEmpty {
            // A search alone needs no facts.
            return try SQLRequest<Int64>(
                """
                SELECT id FROM firm WHERE closedAt IS NULL AND \(scope.contains("firm.id")) AND \(found)
                ORDER BY nameKey, id
                """
            ).fetchAll(db)
        }
        var byName = self
        (byName.sort, byName.isDescending) = (.name, false)
        let facts = try FirmListFacts.fetch(db, byName)
        return facts.matching.map { facts.facts[$0].id }
    }

    /// Returns a page of the list. A page with an unknown beginning, or after the end, becomes the first.
    package func page<Row: FirmTabRow>(
        _ db: Database, _ start: Start = .first, of row: Row.Type = FirmRow.self
    ) throws -> Page<Row> {
        let facts = try FirmListFacts.fetch(db, self)
        let matching = facts.matching
        var range = Self.range(start, matching, facts)
        if range.isEmpty { range = Self.range(.first, matching, facts) }
        let ids = matching[range].map { facts.facts[$0].id }
        let found = try Row.fetchAll(db, ids: ids, on: day)
        let byId = Dictionary(uniqueKeysWithValues: found.map { ($0.id, $0) })
        return Page(
            rows: ids.compactMap { byId[$0] }, matching: matching.count, offset: range.lowerBound,
            facets: Facets(total: facts.facts.count, counts: facts.counts, names: facts.names)
        )
    }

    private static func range(_ start: Start, _ matching: [Int], _ facts: FirmListFacts) -> Range<Int> {
        func place(_ id: Int64) -> Int? { facts.facts.firstIndex { $0.id == id } }
        switch start {
        case .first:
            return 0..<min(pageSize, matching.count)
        case .after(let id):
            guard let mark = place(id), let first = matching.firstIndex(where: { $0 > mark }) else { return 0..<0 }
            return first..<min(first + pageSize, matching.count)
        case .before(let id):
            guard let mark = place(id) else { return 0..<0 }
            let end = matching.firstIndex { $0 >= mark } ?? matching.count
            return max(0, end - pageSize)..<end
        }
    }

    /// A condition: the firm's text contains every word of the search.
    var found: SQL { Self.finds(filter.search) }

    /// A condition over a row of `firm`.
    static func finds(_ search: String) -> SQL { SearchTerms(search).stand(in: "searchText") }

    var direction: SQL { isDescending ? "DESC" : "ASC" }

    /// The expression by which the list is sorted, never NULL; ties are sorted by the firm's id.
    var key: SQL {
        switch sort {
        case .name: "nameKey"
        case .form: "ifnull(\(FirmColumns.form("firm", on: day)), '')"
        case .supervisor: "ifnull(\(FirmColumns.supervisor("firm", on: day)), '')"
        case .waits: FirmColumns.urgency("firm")
        case .contact: "ifnull((SELECT max(lastMessageAt) FROM conversation WHERE firmId = firm.id), 0)"
        case .vat: "ifnull(vat, '')"
        case .approval: "approvalRequired"
        case .payrollQuestions: FirmColumns.payrollQuestions("firm")
        }
    }
}
