import Dates
import Foundation
import GRDB
import Models
import TestSupport
import Testing

@Suite("Who works for a firm")
struct AssignmentTests {
    private static func day(_ text: String) -> Day { Day(text).unsafelyUnwrapped }

    private static func assign(
        _ office: TestOffice, _ firm: Firm, to person: Int64, _ duty: Assignment.Duty, _ from: String,
        until: String? = nil
    ) async throws {
        let (anna, now) = (office.cast.anna, office.now)
        try await office.database.write { db in
            try Assignment.assign(
                db, firm: firm.id, to: person, duty: duty, from: day(from), until: until.map(day), by: anna, at: now
            )
        }
    }

    private static func sees(_ office: TestOffice, _ person: Int64, _ firm: Firm, on text: String) async throws -> Bool
    {
        try await office.database.read { db in
            let scope = try #require(try Staff.find(db, personId: person)).firms(on: day(text))
            do { return try Firm.find(db, firm.id, in: scope).id == firm.id } catch is NotFound { return false }
        }
    }

    @Test(
        "A deputy sees the firm from the first day to the last",
        arguments: [
            ("2026-11-24", false), ("2026-11-25", true), ("2026-11-26", true), ("2026-11-27", true),
            ("2026-11-28", false),
        ]
    )
    func deputy(on day: String, sees: Bool) async throws {
        try await TestOffice.with { office in
            let (cast, bakery) = (office.cast, office.cast.bakery)
            try await Self.assign(office, bakery, to: cast.rafal, .deputy, "2026-11-25", until: "2026-11-27")
            #expect(try await Self.sees(office, cast.rafal, bakery, on: day) == sees)
            #expect(try await Self.sees(office, cast.marek, bakery, on: day))
            #expect(try await Self.sees(office, cast.rafal, cast.furniture, on: day) == false)
        }
    }

    @Test("A client's message is unread for the deputy within the dates only")
    func deputyUnread() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await Self.assign(office, cast.bakery, to: cast.rafal, .deputy, "2026-11-21", until: "2026-11-21")
            var unread: [Bool] = []
            for _ in 0..<3 {
                let message = try await office.ask().lastMessageId
                unread.append(
                    try await office.numbers("SELECT personId FROM unread WHERE messageId = \(message)").contains(
                        cast.rafal))
                office.pass(24 * 3600)
            }
            #expect(unread == [false, true, false])
            // Messages received within the dates are not counted after them.
            let scope = try await office.scope(cast.rafal)
            #expect(try await office.database.read { db in try Unread.count(db, of: cast.rafal, in: scope) } == 0)
        }
    }

    @Test("A new supervisor follows the one before, who sees the firm until the day before")
    func handOver() async throws {
        try await TestOffice.with { office in
            let (cast, bakery) = (office.cast, office.cast.bakery)
            try await Self.assign(office, bakery, to: cast.dana, .supervisor, "2026-12-01")
            for (person, last, first) in [(cast.marek, true, false), (cast.dana, false, true)] {
                #expect(try await Self.sees(office, person, bakery, on: "2026-11-30") == last)
                #expect(try await Self.sees(office, person, bakery, on: "2026-12-01") == first)
            }
            let piotr = cast.piotr
            let names = try await office.database.read { db in
                try ["2026-11-30", "2026-12-01"].map {
                    try Staff.supervisor(db, ofClient: piotr, on: Self.day($0))?.name
                }
            }
            #expect(names == ["Marek Wilk", "Dana Bar"])
        }
    }

    @Test("A supervisor replaced on the very first day leaves no trace of a reversed period")
    func sameDay() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            try await Self.assign(office, cast.bakery, to: cast.dana, .supervisor, Cast.day.text)
            #expect(try await Self.sees(office, cast.marek, cast.bakery, on: Cast.day.text) == false)
            let people = try await office.numbers(
                "SELECT personId FROM assignment WHERE firmId = \(cast.bakery.id) AND duty = 'supervisor'"
            )
            #expect(people == [cast.dana])
        }
    }

    @Test("The head sees every firm, assigned or not; a client's scope is no staff's")
    func head() async throws {
        try await TestOffice.with { office async throws in
            let cast = office.cast
            for firm in [cast.bakery, cast.carrier, cast.studio, cast.empty] {
                #expect(try await Self.sees(office, cast.anna, firm, on: "2030-01-01"))
            }
            #expect(try await office.scope(cast.piotr) == .member(cast.piotr))
        }
    }

    @Test("Nobody outside of the office can be assigned")
    func client() async throws {
        try await TestOffice.with { office -> Void in
            await #expect(throws: DatabaseError.self) {
                try await Self.assign(office, office.cast.bakery, to: office.cast.ewa, .accountant, "2026-11-20")
            }
        }
    }
}
