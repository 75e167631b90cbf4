import Foundation
import GRDB
import Models
import TestSupport
import Testing

@Suite("Cleaning")
struct CleaningTests {
    private static let day: TimeInterval = 24 * 3600

    @Test("Forgets sessions, links and their mails 90 days after they were over, and nothing that is not")
    func cleaned() async throws {
        try await TestOffice.with { office in
            let (piotr, ewa, anna) = (office.cast.piotr, office.cast.ewa, office.cast.anna)
            try await office.execute("DELETE FROM outgoingMail; DELETE FROM personalLink; DELETE FROM session")
            let start = office.now
            try await office.database.write { db in
                let person = try Person.find(db, piotr)
                for _ in 0..<3 { _ = try Session.open(db, for: person, device: "-", address: "-", at: start) }
                let sessions = try Session.all(db, of: piotr, at: start)
                try Session.end(db, sessions[0].id, of: piotr, at: start)
                // Two for the same person: the first is replaced, together with its mail.
                _ = try PersonalLink.mint(db, for: piotr, handed: .byMail, by: anna, at: start)
                _ = try PersonalLink.mint(db, for: piotr, handed: .byMail, by: anna, at: start)
                _ = try PersonalLink.mint(db, for: ewa, handed: .byMail, by: anna, at: start)
            }
            try await office.execute("INSERT INTO outgoingMail (personId, kind, createdAt) VALUES (\(ewa), 'reset', 0)")
            #expect(try await left(office, after: 89) == [3, 3, 4])
            // The session that was signed out, and the replaced link, are gone.
            #expect(try await left(office, after: 91) == [2, 2, 3])
            // Links live for seven days, sessions for thirty. A mail without a link still waits.
            #expect(try await left(office, after: 98) == [2, 0, 1])
            #expect(try await left(office, after: 121) == [0, 0, 1])
        }
    }

    @Test("Goes by an index, some at a time, however many there are")
    func batches() async throws {
        try await TestOffice.with { office in
            try await office.execute(
                """
                INSERT INTO session (tokenDigest, formToken, personId, kind, device, address, createdAt, lastSeenAt, expiresAt)
                WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < \(Cleaning.batch + 1))
                SELECT randomblob(32), 'x', \(office.cast.piotr), 'full', '-', '-', i, i, i FROM n
                """)
            let now = office.now
            #expect(try await office.database.write { db in try Cleaning.clean(db, at: now) })
            #expect(try await !office.database.write { db in try Cleaning.clean(db, at: now) })
            for table in ["session", "personalLink"] {
                let plan = try await office.plan("SELECT id FROM \(table) WHERE ifnull(endedAt, expiresAt) < 5")
                #expect(plan.allSatisfy { $0.contains("USING") && $0.contains("INDEX \(table)ByEnd") }, "\(plan)")
            }
        }
    }

    /// Returns how many sessions, links and mails are left after this many days.
    private func left(_ office: TestOffice, after days: Double) async throws -> [Int] {
        let now = Cast.start.addingTimeInterval(days * Self.day)
        return try await office.database.write { db in
            while try Cleaning.clean(db, at: now) {}
            return try ["session", "personalLink", "outgoingMail"].map {
                try SQLRequest<Int>("SELECT count(*) FROM \(sql: $0)").fetchOne(db) ?? -1
            }
        }
    }
}
