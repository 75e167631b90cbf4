import Foundation
import GRDB
import Models
import TestSupport

/// Reads tables directly, and changes them where the product has no verb.
extension TestOffice {
    func execute(_ sql: String) async throws {
        try await database.write { db in try db.execute(sql: sql) }
    }

    func numbers(_ sql: String) async throws -> Set<Int64> {
        try await database.read { db in try Int64.fetchSet(db, sql: sql) }
    }

    func texts(_ sql: String) async throws -> [String] {
        try await database.read { db in try String.fetchAll(db, sql: sql) }
    }

    /// Returns SQLite's query plan.
    func plan(_ sql: String) async throws -> [String] {
        try await database.read { db in
            try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN \(sql)").map { $0["detail"] }
        }
    }

    /// Returns the number of rows in each table.
    func counts() async throws -> [String: Int] {
        try await database.read { db in
            // Without the words of the search, which follow the messages, and the sums.
            let tables = try String.fetchAll(
                db,
                sql: """
                    SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'
                    AND name NOT LIKE 'search%' AND name NOT IN ('firmUse', 'officeSums')
                    """
            )
            let counts = try tables.map { ($0, try Int.fetchOne(db, sql: "SELECT count(*) FROM \"\($0)\"") ?? 0) }
            return Dictionary(uniqueKeysWithValues: counts)
        }
    }

    /// Returns the number of rows added to each table since then.
    func added(since before: [String: Int]) async throws -> [String: Int] {
        let difference = try await counts().map { table, count in (table, count - (before[table] ?? 0)) }
        return Dictionary(uniqueKeysWithValues: difference.filter { $0.1 != 0 })
    }

    /// Adds firms with valid NIPs and one invited person each, in one transaction.
    @discardableResult
    func addFirms(_ count: Int, supervisor: Int64? = nil) async throws -> [Firm] {
        let (head, day, now) = (cast.anna, day, now)
        return try await database.write { db in
            try Self.identifiers(count).enumerated().map { index, identifier in
                // The order of names differs from that of ids, and some names are equal.
                let name = "Firma \((index * 7919) % 97)"
                let new = NewFirm(
                    name: name, country: .poland, taxIdentifier: identifier, form: .ledger, supervisor: supervisor
                )
                let firm = try Firm.add(db, new, by: head, on: day, at: now)
                let person = NewPerson(name: "Osoba \(index)", email: "osoba\(index)@firmy.example", language: .pl)
                _ = try Membership.invite(db, person, to: firm, by: head, at: now)
                return firm
            }
        }
    }

    static func identifiers(_ count: Int) -> [String] {
        let all = (700_000_000...).lazy.compactMap { number -> String? in
            let digits = String(number).compactMap(\.wholeNumberValue)
            let check = zip(digits, [6, 5, 7, 2, 3, 4, 5, 6, 7]).reduce(0) { $0 + $1.0 * $1.1 } % 11
            return check == 10 ? nil : "\(number)\(check)"
        }
        return Array(all.prefix(count))
    }
}

/// A person of the cast, or a firm, as an argument of a test.
typealias CastPerson = any KeyPath<Cast, Int64> & Sendable
typealias CastFirm = any KeyPath<Cast, Firm> & Sendable
