import Foundation
import GRDB

/// The office's main list: active firms of a scope, searched, sorted, paged by key.
package struct FirmList: Sendable {
    package enum Sort: String, CaseIterable, Sendable {
        case name, form, supervisor, unread, contact, questions
    }

    package let scope: FirmScope
    package let day: Day
    package var search = ""
    package var sort = Sort.name
    package var isDescending = false

    package static let pageSize = 50

    package init(scope: FirmScope, day: Day) {
        self.scope = scope
        self.day = day
    }

    /// Where a page begins: after or before a firm, in the order of the list.
    package enum Start: Sendable { case first, after(Int64), before(Int64) }

    package struct Page: Sendable {
        package let rows: [FirmRow]
        /// How many firms match the search: what "select all" would take.
        package let matching: Int
        /// How many firms come before the first row.
        package let offset: Int
        package var hasPrevious: Bool { offset > 0 }
        package var hasNext: Bool { offset + rows.count < matching }
    }

    /// One row: the firm, and the live columns beside it.
    package struct FirmRow: StoredRow {
        package let id: Int64
        package let name: String
        package let country: Country
        package let taxIdentifier: String
        package let form: TaxationForm?
        package let supervisor: String?
        package let people: String?
        package let peopleCount: Int
        package let activeCount: Int
        package let unread: Int
        package let questions: Int
        package let lastSubject: String?
        package let lastAt: Date?
        package let lastSide: String?
        package let lastReader: String?
        package let lastReadAt: Date?
    }

    package func count(_ db: Database) throws -> Int {
        try SQLRequest<Int>("SELECT count(*) FROM firm WHERE \(condition)").fetchOne(db) ?? 0
    }

    /// The ids of all firms that match, in the order of their names.
    package func ids(_ db: Database) throws -> [Int64] {
        try SQLRequest<Int64>("SELECT id FROM firm WHERE \(condition) ORDER BY nameKey, id").fetchAll(db)
    }

    package func page(_ db: Database, _ start: Start = .first) throws -> Page {
        var ids = try SQLRequest<Int64>(literal: pageQuery(start)).fetchAll(db)
        if case .before = start { ids.reverse() }
        let rows = try FirmRow.fetchAll(db, ids: ids, on: day)
        let matching = try count(db)
        let offset = try ids.first.map { try position(db, of: $0) } ?? 0
        return Page(rows: rows, matching: matching, offset: offset)
    }

    /// Active firms of the scope in which every word of the search occurs.
    private var condition: SQL {
        var condition: SQL = "archivedAt IS NULL AND \(scope.contains("firm.id"))"
        for word in Folding.words(String(search.prefix(200))).prefix(12) {
            condition = "\(condition) AND instr(searchText, \(word)) > 0"
        }
        return condition
    }

    private func pageQuery(_ start: Start) -> SQL {
        let forwards: SQL = isDescending ? "DESC" : "ASC"
        let backwards: SQL = isDescending ? "ASC" : "DESC"
        switch start {
        case .first:
            return query("TRUE", forwards)
        case .after(let id):
            return query("(\(key("firm")), firm.id) \(sql: isDescending ? "<" : ">") \(key(of: id))", forwards)
        case .before(let id):
            return query("(\(key("firm")), firm.id) \(sql: isDescending ? ">" : "<") \(key(of: id))", backwards)
        }
    }

    private func query(_ part: SQL, _ direction: SQL) -> SQL {
        """
        SELECT firm.id FROM firm WHERE \(condition) AND \(part)
        ORDER BY \(key("firm")) \(direction), firm.id \(direction) LIMIT \(Self.pageSize)
        """
    }

    private func position(_ db: Database, of id: Int64) throws -> Int {
        try SQLRequest<Int>(
            """
            SELECT count(*) FROM firm WHERE \(condition)
            AND (\(key("firm")), firm.id) \(sql: isDescending ? ">" : "<") \(key(of: id))
            """
        ).fetchOne(db) ?? 0
    }

    private func key(of id: Int64) -> SQL {
        "(SELECT \(key("mark")), mark.id FROM firm AS mark WHERE mark.id = \(id) AND \(scope.contains("mark.id")))"
    }

    /// What the list is ordered by, never null; the firm's id settles ties.
    private func key(_ firm: String) -> SQL {
        switch sort {
        case .name: "\(sql: firm).nameKey"
        case .form: "ifnull(\(FirmColumns.form(firm, on: day)), '')"
        case .supervisor: "ifnull(\(FirmColumns.supervisor(firm, on: day)), '')"
        case .unread: FirmColumns.unread(firm)
        case .contact:
            "ifnull((SELECT max(lastMessageAt) FROM conversation WHERE firmId = \(sql: firm).id), 0)"
        case .questions: FirmColumns.questions(firm)
        }
    }
}
