import GRDB
import Models
import TestSupport
import Testing

@Suite("A person of the office")
struct StaffTests {
    @Test("Is taken in with a role, and an event names who did it")
    func add() async throws {
        try await TestOffice.with { office in
            let (anna, now) = (office.cast.anna, office.now)
            let new = NewPerson(name: "Ewa Kot", email: "kot@biuro.example", language: .pl)
            let staff = try await office.database.write { db in
                try Staff.add(db, new, role: .accountant, by: anna, at: now)
            }
            let found = try await office.database.read { db in try Staff.find(db, personId: staff.personId) }
            #expect(found?.role == .accountant)
            let events = try await office.texts(
                "SELECT action || personId || subject FROM auditEvent ORDER BY id DESC LIMIT 1")
            #expect(events == ["staffAdded\(anna)person/\(staff.personId)"])
        }
    }

    @Test("Cannot be taken in twice")
    func twice() async throws {
        try await TestOffice.with { office in
            let (anna, now) = (office.cast.anna, office.now)
            let before = try await office.counts()
            await #expect(throws: (any Error).self) {
                try await office.database.write { db in
                    let new = NewPerson(name: "Marek Wilk", email: "MAREK@biuro.example", language: .pl)
                    _ = try Staff.add(db, new, role: .head, by: anna, at: now)
                }
            }
            #expect(try await office.counts() == before)
        }
    }

    @Test("May supervise firms unless disabled; colleagues come by name")
    func colleagues() async throws {
        try await TestOffice.with { office in
            try await office.execute("UPDATE person SET disabledAt = 1 WHERE id = \(office.cast.dana)")
            let names = try await office.database.read { db in try Staff.colleagues(db).map(\.name) }
            #expect(names == ["Anna Lis", "Marek Wilk", "Ola Zych", "Rafał Lew"])
        }
    }

    @Test("No longer hears of a firm once disabled")
    func disabled() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await office.execute("UPDATE person SET disabledAt = 1 WHERE id = \(cast.ola)")
            _ = try await office.ask()
            #expect(try await office.numbers("SELECT personId FROM unread") == [cast.anna, cast.marek])
        }
    }
}
