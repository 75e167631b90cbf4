import Foundation
import GRDB

/// A named filter of the firm list, saved by one person and visible only to that person.
package struct SavedFilter: Sendable {
    package let id: Int64
    package let name: String
    package let filter: FirmFilter

    /// The most filters of one person.
    package static let limit = 30
    package static let nameLimit = 60

    /// Returns a person's filters by name.
    package static func all(_ db: Database, of person: Int64) throws -> [SavedFilter] {
        try Stored.fetchAll(
            db, sql: "SELECT id, name, fields FROM savedFilter WHERE personId = ? ORDER BY nameKey", arguments: [person]
        ).map { try SavedFilter($0) }
    }

    /// Saves a filter under a name.
    /// - Throws: `Invalid` naming `name` when it is missing, too long or taken, when there are too many filters, or
    ///   when the filter is empty.
    package static func save(
        _ db: Database, _ filter: FirmFilter, as name: TypedLine, by person: Int64, at now: Date
    ) throws -> Int64 {
        let name = name.text
        try check(db, filter, name, person)
        try db.execute(
            sql: "INSERT INTO savedFilter (personId, nameKey, name, fields, createdAt) VALUES (?, ?, ?, ?, ?)",
            arguments: [person, SearchFolding.fold(name), name, try encode(filter), now.milliseconds]
        )
        let id = db.lastInsertedRowID
        try AuditEvent.write(db, .filterSaved, by: person, subject: "filter/\(id)", ["name": name], at: now)
        return id
    }

    /// Deletes a filter.
    /// - Throws: `NotFound` when there is none, and likewise when it is another person's.
    package static func remove(_ db: Database, _ id: Int64, of person: Int64, at now: Date) throws {
        try db.execute(sql: "DELETE FROM savedFilter WHERE id = ? AND personId = ?", arguments: [id, person])
        if db.changesCount == 0 { throw NotFound() }
        try AuditEvent.write(db, .filterRemoved, by: person, subject: "filter/\(id)", at: now)
    }

    private static func check(_ db: Database, _ filter: FirmFilter, _ name: String, _ person: Int64) throws {
        var invalid = Invalid()
        if name.isEmpty { invalid.add("name", "errors.nameMissing") }
        invalid.limit("name", name, to: nameLimit)
        if filter.isEmpty { invalid.add("name", "errors.filterEmpty") }
        let known = try String.fetchAll(
            db, sql: "SELECT nameKey FROM savedFilter WHERE personId = ?", arguments: [person]
        )
        if known.contains(SearchFolding.fold(name)) { invalid.add("name", "errors.filterKnown") }
        if known.count >= limit { invalid.add("name", "errors.tooManyFilters", ["limit": "\(limit)"]) }
        try invalid.check()
    }

    private static func encode(_ filter: FirmFilter) throws -> String {
        String(decoding: try JSONEncoder().encode(filter.fields.map { [$0.name, $0.value] }), as: UTF8.self)
    }

    private struct Stored: StoredRow {
        let id: Int64
        let name: String
        let fields: String
    }

    private init(_ stored: Stored) throws {
        let fields = try JSONDecoder().decode([[String]].self, from: Data(stored.fields.utf8))
        id = stored.id
        name = stored.name
        filter = FirmFilter(values: { name in fields.filter { $0.first == name }.compactMap(\.last) })
    }
}
