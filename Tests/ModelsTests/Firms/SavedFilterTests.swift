import GRDB
import Models
import TestSupport
import Testing

@Suite("Saved filters")
struct SavedFilterTests {
    private static let filter = FirmFilter(
        search: "Dąb", options: [.form(.ledger), .vat(nil), .tag("nowy klient"), .supervisor(nil), .state(.unread)]
    )

    @Test("Come back as they were kept, by name, to the person who kept them alone")
    func own() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            _ = try await Self.save(office, "Żółte", by: cast.anna)
            _ = try await Self.save(office, "Ambitne", by: cast.anna)
            _ = try await Self.save(office, "Moje", by: cast.marek)
            let (annas, olas) = try await office.database.read { db in
                (try SavedFilter.all(db, of: cast.anna), try SavedFilter.all(db, of: cast.ola))
            }
            #expect(annas.map(\.name) == ["Ambitne", "Żółte"] && annas.allSatisfy { $0.filter == Self.filter })
            #expect(olas.isEmpty)
            #expect(try await office.texts("SELECT action FROM auditEvent ORDER BY id DESC LIMIT 1") == ["filterSaved"])
        }
    }

    @Test("Are removed by their owner; for anybody else there is no such filter")
    func removed() async throws {
        try await TestOffice.with { office in
            let (cast, now) = (office.cast, office.now)
            let id = try await Self.save(office, "Moje", by: cast.marek)
            for (person, filter) in [(cast.anna, id), (cast.ola, id), (cast.marek, id + 1)] {
                await #expect(throws: NotFound.self) {
                    try await office.database.write { db in
                        try SavedFilter.remove(db, filter, of: person, at: now)
                    }
                }
            }
            try await office.database.write { db in try SavedFilter.remove(db, id, of: cast.marek, at: now) }
            #expect(try await office.number("SELECT count(*) FROM savedFilter") == 0)
            #expect(
                try await office.texts("SELECT action FROM auditEvent ORDER BY id DESC LIMIT 1") == ["filterRemoved"]
            )
        }
    }

    @Test("Need a name that one does not have yet, and something to keep")
    func invalid() async throws {
        try await TestOffice.with { office in
            let anna = office.cast.anna
            _ = try await Self.save(office, "Dąb", by: anna)
            _ = try await Self.save(office, "Dąb", by: office.cast.marek)
            for (name, filter, key) in [
                ("  ", Self.filter, "errors.nameMissing"),
                (String(repeating: "a", count: 61), Self.filter, "errors.tooLong"),
                ("DAB", Self.filter, "errors.filterKnown"), ("Wszystkie", FirmFilter(), "errors.filterEmpty"),
            ] {
                let invalid = await #expect(throws: Invalid.self) {
                    try await Self.save(office, name, filter, by: anna)
                }
                #expect(invalid?.problems.map(\.key) == [key])
            }
        }
    }

    @Test("Are thirty at most")
    func limit() async throws {
        try await TestOffice.with { office in
            for number in 1...SavedFilter.limit {
                _ = try await Self.save(office, "Nr \(number)", by: office.cast.anna)
            }
            await #expect(throws: Invalid("name", "errors.tooManyFilters", ["limit": "30"])) {
                try await Self.save(office, "Nr 31", by: office.cast.anna)
            }
            _ = try await Self.save(office, "Nr 1", by: office.cast.marek)
        }
    }

    private static func save(
        _ office: TestOffice, _ name: String, _ filter: FirmFilter = filter, by person: Int64
    ) async throws -> Int64 {
        let now = office.now
        return try await office.database.write { db in
            try SavedFilter.save(db, filter, as: TypedLine(name), by: person, at: now)
        }
    }
}
