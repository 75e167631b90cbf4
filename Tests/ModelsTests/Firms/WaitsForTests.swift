import Foundation
import Models
import TestSupport
import Testing

@Suite("What a firm waits for")
struct WaitsForTests {
    @Test("Is the office's answer first, by its oldest question; then reading, the first sign-in, a person, or nothing")
    func reasons() async throws {
        try await TestOffice.with { office in
            let (cast, start) = (office.cast, office.now)
            #expect(try await Self.reason(office, \.bakery) == .nothing)
            #expect(try await Self.reason(office, \.empty) == .person)
            _ = try await office.broadcast(to: [cast.bakery, cast.empty])
            office.pass(60)
            _ = try await office.broadcast(to: [cast.bakery])
            #expect(try await Self.reason(office, \.bakery) == .reading(since: start))
            #expect(try await Self.reason(office, \.empty) == .person, "nobody can read it")
            let asked = office.now
            let first = try await office.ask("Kaucja")
            office.pass(60)
            _ = try await office.ask("Faktury")
            #expect(try await Self.reason(office, \.bakery) == .answer(since: asked, subject: "Kaucja"))
            try await office.post(first, by: cast.marek, .office)
            #expect(
                try await Self.reason(office, \.bakery)
                    == .answer(since: asked.addingTimeInterval(60), subject: "Faktury"))
        }
    }

    @Test("Is the first sign-in of any of its people while none has come, though letters wait there too")
    func firstSignIn() async throws {
        try await TestOffice.with { office in
            let (cast, start) = (office.cast, office.now)
            _ = try await office.broadcast(to: [cast.bakery])
            try await office.execute("UPDATE membership SET canRead = 0 WHERE personId = \(cast.piotr)")
            #expect(try await Self.reason(office, \.bakery) == .signIn(since: start), "Iwona has not come")
            try await office.execute("UPDATE person SET disabledAt = 1 WHERE id = \(cast.iwona)")
            #expect(try await Self.reason(office, \.bakery) == .person)
        }
    }

    private static func reason(_ office: TestOffice, _ firm: CastFirm) async throws -> WaitsFor {
        let (day, firm) = (office.day, office.cast[keyPath: firm])
        return try await office.database.read { db in try FirmList.FirmRow.find(db, firm, on: day).waitsFor }
    }
}
