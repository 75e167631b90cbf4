import GRDB
import Testing

@testable import Models

@Suite("Addresses from before invisible signs were taken out")
struct SeenAddressesTests {
    @Test("Lose them, so that their owners can sign in again, but for one that somebody else has")
    func migrated() throws {
        let office = try DatabaseQueue()
        try Migrations.all.migrate(office, upTo: "025 receipt proof")
        let stored = ["jan@a.example\u{200B}", "o\u{AD}la@a.example", "ewa@a.example", "ewa@a.example\u{2060}"]
        try office.write { db in
            for email in stored {
                try db.execute(
                    sql: "INSERT INTO person (email, name, language, createdAt) VALUES (?, 'x', 'pl', 0)",
                    arguments: [email])
            }
        }
        try Migrations.all.migrate(office)
        let emails = try office.read { try String.fetchAll($0, sql: "SELECT email FROM person ORDER BY id") }
        #expect(emails == ["jan@a.example", "ola@a.example", "ewa@a.example", stored[3]])
    }
}
