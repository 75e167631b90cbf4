import Foundation
import Models
import TestSupport
import Testing

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
