import Dates
import Foundation
import GRDB
import Secrets
import TestSupport
import Testing

@testable import Models

/// The expected entry of a verb, and its database if not the office's.
struct JournalEntry: Sendable {
    var person: Int64?
    var firm: Int64?
    var subject: String?
    var database: OfficeDatabase?

    init(by person: Int64?, of firm: Firm? = nil, about subject: String? = nil, in database: OfficeDatabase? = nil) {
        (self.person, self.firm, self.subject, self.database) = (person, firm?.id, subject, database)
    }
}

/// Performs an action of the journal, and returns the entry that it must have written.
typealias JournalVerb = @Sendable (TestOffice) async throws -> JournalEntry

@Suite("The journal")
struct JournalTests {
    private static let verbs = [
        people, sessions, staff, firms, correspondence, files, imports, office,
    ].reduce(into: [AuditEvent.Action: JournalVerb]()) { $0.merge($1) { verb, _ in verb } }

    @Test("Has an entry of each action: who, of which firm, about what, when", arguments: AuditEvent.Action.allCases)
    func entry(of action: AuditEvent.Action) async throws {
        let verb = try #require(Self.verbs[action], "a new action belongs into the table, with a verb that does it")
        try await TestOffice.with { office in
            let last = try await office.number("SELECT max(id) FROM auditEvent") ?? 0
            let expected = try await verb(office)
            let found = try await (expected.database ?? office.database).read { db in
                try Row.fetchOne(
                    db, sql: "SELECT * FROM auditEvent WHERE action = ? AND (id > ? OR ?) ORDER BY id DESC LIMIT 1",
                    arguments: [action, last, expected.database != nil]
                ).map { Found(person: $0["personId"], firm: $0["firmId"], subject: $0["subject"], at: $0["at"]) }
            }
            #expect(
                found
                    == Found(
                        person: expected.person, firm: expected.firm, subject: expected.subject,
                        at: office.now.milliseconds))
        }
    }

    private struct Found: Equatable, Sendable {
        let person: Int64?
        let firm: Int64?
        let subject: String?
        let at: Int64
    }

    /// Runs a verb in a transaction of the office.
    static func write<Value: Sendable>(
        _ office: TestOffice, _ verb: @escaping @Sendable (Database, Cast, Day, Date) throws -> Value
    ) async throws -> Value {
        let (cast, day, now) = (office.cast, office.day, office.now)
        return try await office.database.write { db in try verb(db, cast, day, now) }
    }
}
