import Foundation
import Models
import TestSupport
import Testing

@Suite("What must be told when it does not happen")
struct WatchFiguresTests {
    @Test("Counts a backup from the last one, and from the first day where there was none")
    func backup() async throws {
        try await TestOffice.with { office in
            func last() async throws -> Date? {
                let now = office.now
                return try await office.database.read { db in try WatchFigures.fetch(db, at: now).lastBackup }
            }
            let first = try await office.number("SELECT at FROM auditEvent WHERE id = 1").map(Date.init(milliseconds:))
            #expect(try await last() == first && first != nil)
            office.pass(3600)
            let now = office.now
            let json = #"{"path": "/somewhere/2026", "files": 1, "bytes": 2, "newBytes": 1}"#
            let receipt = try JSONDecoder().decode(BackupWriter.Receipt.self, from: Data(json.utf8))
            try await office.database.write { db in try receipt.record(db, at: now) }
            #expect(try await last() == now)
        }
    }

    @Test("Counts the mails that wait and would still be of use")
    func mails() async throws {
        try await TestOffice.with { office in
            let now = office.now
            let week = now.addingTimeInterval(8 * 24 * 3600)
            let state = try await office.database.read { db in
                let open = try OutgoingMail.newest(db).count { $0.state(at: now) == .waiting }
                let later = try OutgoingMail.newest(db).count { $0.state(at: week) == .waiting }
                return try (open, WatchFigures.fetch(db, at: now), later, WatchFigures.fetch(db, at: week))
            }
            #expect(state.0 > 0 && state.1.waitingMails == state.0)
            #expect(state.3.waitingMails == state.2)
        }
    }
}
