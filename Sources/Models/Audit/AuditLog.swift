import Foundation
import GRDB

/// The journal as the head reads it: newest first, filtered, paged by key.
package struct AuditLog: Sendable {
    package struct Filter: Sendable {
        package var person: Int64?
        package var firm: Int64?
        package var action: AuditEvent.Action?
        /// The range of time: from `from`, and before `until`.
        package var from: Date?
        package var until: Date?
        /// Text to find in the facts of an entry.
        package var text = ""

        package init() {}
    }

    package struct Entry: StoredRow {
        package let id: Int64
        package let at: Date
        package let action: String
        package let personId: Int64?
        package let personName: String?
        package let firmId: Int64?
        package let firmName: String?
        package let subject: String?
        package let detail: String

        /// Returns one of the entry's further facts by its name.
        package func fact(_ name: String) -> String? {
            (try? JSONDecoder().decode([String: String].self, from: Data(detail.utf8)))?[name]
        }
    }

    package struct Page: Sendable {
        package let entries: [Entry]
        package let subjects: [Int64: AuditSubject]
        package let hasOlder: Bool
    }

    package static let pageSize = 50

    package let filter: Filter

    package init(_ filter: Filter) { self.filter = filter }

    /// - Parameter after: the id of the last entry of the page before.
    package func page(_ db: Database, after: Int64? = nil, limit: Int = pageSize) throws -> Page {
        var older: SQL = "TRUE"
        if let after {
            older = """
                (auditEvent.at, auditEvent.id) <
                    (SELECT mark.at, mark.id FROM auditEvent AS mark WHERE mark.id = \(after))
                """
        }
        let request: SQLRequest<Entry> = """
            SELECT auditEvent.id, at, action, auditEvent.personId, person.name AS personName, auditEvent.firmId,
                firm.name AS firmName, subject, detail
            FROM auditEvent LEFT JOIN person ON person.id = auditEvent.personId
            LEFT JOIN firm ON firm.id = auditEvent.firmId
            WHERE \(condition) AND \(older) ORDER BY auditEvent.at DESC, auditEvent.id DESC LIMIT \(limit + 1)
            """
        let found = try request.fetchAll(db)
        let entries = Array(found.prefix(limit))
        let subjects = try entries.compactMap { entry in
            try AuditSubject.find(db, entry.subject).map { (entry.id, $0) }
        }
        return Page(
            entries: entries, subjects: Dictionary(uniqueKeysWithValues: subjects), hasOlder: found.count > limit
        )
    }

    private var condition: SQL {
        var condition: SQL = "TRUE"
        if let person = filter.person { condition = "\(condition) AND auditEvent.personId = \(person)" }
        if let firm = filter.firm { condition = "\(condition) AND auditEvent.firmId = \(firm)" }
        if let action = filter.action { condition = "\(condition) AND action = \(action)" }
        if let from = filter.from { condition = "\(condition) AND at >= \(from.milliseconds)" }
        if let until = filter.until { condition = "\(condition) AND at < \(until.milliseconds)" }
        if !filter.text.isEmpty {
            condition = """
                \(condition) AND (instr(lower(detail), \(filter.text.lowercased())) > 0
                    OR instr(subject, \(filter.text)) > 0 OR \(Self.holdsNumbers(of: filter.text)))
                """
        }
        return condition
    }
}

extension AuditLog {
    /// A condition: the facts of an entry contain the numbers that were typed, in whatever notation.
    private static func holdsNumbers(of typed: String) -> SQL {
        let numbers = WrittenNumber.all(in: typed).filter { $0.digits.utf8.count >= 4 }
        if numbers.isEmpty { return "FALSE" }
        let plain: SQL = """
            replace(replace(replace(replace(replace(replace(detail, ' ', ''), char(160), ''), '-', ''), '.', ''), ',', ''),
                '/', '')
            """
        return numbers.reduce("TRUE") { all, number in
            let any = number.forms(asTyped: true).sorted().reduce("FALSE" as SQL) {
                "\($0) OR instr(\(plain), \($1)) > 0"
            }
            return "\(all) AND (\(any))"
        }
    }

    package struct Choices: Sendable {
        /// The people of the office, and the person who is chosen.
        package let people: [Name]
        package let firmName: String?
        /// The newest check of the chain.
        package let check: Entry?
    }

    package struct Name: StoredRow {
        package let id: Int64
        package let name: String
    }

    /// Returns the choices that the filter of the journal's page offers.
    package func choices(_ db: Database) throws -> Choices {
        let people: SQLRequest<Name> = """
            SELECT id, name FROM person WHERE id IN (SELECT personId FROM staff) OR id = \(filter.person ?? 0)
            ORDER BY name
            """
        var checks = Filter()
        checks.action = .chainChecked
        return Choices(
            people: try people.fetchAll(db),
            firmName: try filter.firm.flatMap {
                try String.fetchOne(db, sql: "SELECT name FROM firm WHERE id = ?", arguments: [$0])
            },
            check: try AuditLog(checks).page(db, limit: 1).entries.first
        )
    }
}
