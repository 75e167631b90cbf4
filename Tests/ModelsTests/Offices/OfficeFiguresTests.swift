import Foundation
import GRDB
import TestSupport
import Testing

@testable import Models

@Suite("The office's figures")
struct OfficeFiguresTests {
    @Test("Count what there is and what waits, and say since when")
    func figures() async throws {
        try await TestOffice.with { office in
            let now = office.now
            let before = try await office.database.read { db in try OfficeFigures.fetch(db, at: now) }
            #expect(before.firms > 0 && before.people > 0 && before.databaseBytes > 100_000)
            _ = try await office.ask()
            let asked = office.now
            office.pass(90)
            let later = office.now
            let after = try await office.database.read { db in try OfficeFigures.fetch(db, at: later) }
            #expect(after.messages == before.messages + 1)
            #expect(after.waiting == before.waiting + 1)
            #expect(after.waitingSince == asked)
        }
    }

    @Test("Come from indices and from sums that are kept, never from a look at all rows of a table that grows")
    func cheap() async throws {
        try await TestOffice.with { office in
            _ = try await office.upload("plan.txt")
            _ = try await office.broadcast(
                to: [office.cast.bakery, office.cast.carrier], files: [office.upload("a.txt")])
            let now = office.now
            let (figures, plan) = try await office.database.read { db in
                let request: SQLRequest<Row> = "EXPLAIN QUERY PLAN \(OfficeFigures.query(at: now))"
                return (try OfficeFigures.fetch(db, at: now), try request.fetchAll(db).map { $0["detail"] as String })
            }
            // There are few firms and people; all other scans are of one row or none.
            let scans = plan.filter { $0.hasPrefix("SCAN ") && !$0.contains("CONSTANT ROW") && !$0.contains("pragma_") }
            #expect(scans.allSatisfy { $0.contains(/SCAN (firm|person|officeSums|conversation USING)/) }, "\(scans)")
            #expect(
                Int64(figures.unread) == (try await office.number("SELECT count(*) FROM unread WHERE side = 'office'")))
            #expect(Int64(figures.files) == (try await office.number("SELECT count(*) FROM storedFile")))
            #expect(figures.fileBytes == (try await office.number("SELECT sum(size) FROM storedFile")))
            #expect(Int64(figures.messages) == (try await office.number("SELECT count(*) FROM message")))
        }
    }

    @Test("Forget wrong passwords after an hour")
    func failures() async throws {
        try await TestOffice.with { office in
            let now = office.now
            try await office.execute(
                """
                INSERT INTO signInAttempt (account, address, at, succeeded) VALUES
                    (zeroblob(32), '192.0.2.1', \(Int(now.timeIntervalSince1970 * 1000) - 60_000), 0),
                    (zeroblob(32), '192.0.2.1', \(Int(now.timeIntervalSince1970 * 1000) - 60_000), 1),
                    (zeroblob(32), '192.0.2.1', \(Int(now.timeIntervalSince1970 * 1000) - 3_700_000), 0)
                """)
            let figures = try await office.database.read { db in try OfficeFigures.fetch(db, at: now) }
            #expect(figures.failedSignIns == 1)
        }
    }
}
