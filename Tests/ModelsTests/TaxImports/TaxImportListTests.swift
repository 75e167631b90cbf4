import Foundation
import GRDB
import Models
import TestSupport
import Testing

@Suite("The list of imports")
struct TaxImportListTests {
    @Test("Shows UPO without a document on a tab of their own, with its number, to those who see the firm")
    func unpaired() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let document = try TaxFileText.jpk()
            _ = try await office.takeIn(TaxFileText.receipt(of: document))
            #expect(try await office.items(.unpaired, as: cast.ola).count == 1)
            #expect(try await office.counts(as: cast.ola) == [0, 0, 1])
            #expect(try await office.items(.unpaired, as: cast.rafal).isEmpty)
            #expect(try await office.counts(as: cast.rafal) == [0, 0, 0])
            _ = try await office.takeIn(document)
            #expect(try await office.items(.unpaired, as: cast.ola).isEmpty)
            #expect(try await office.counts(as: cast.anna) == [0, 0, 0])
        }
    }

    @Test("Finds by a firm's name or number, by the firm, and by any day of a period")
    func search() async throws {
        try await TestOffice.with { office in
            let cast = office.cast
            let bakery = try await office.takeIn(TaxFileText.jpk()).found.id
            let carrier = try await office.takeIn(TaxFileText.jpk(nip: "2222222222")).found.id
            func found(_ search: String, as person: Int64? = nil) async throws -> [Int64] {
                try await office.items(found: search, as: person ?? cast.anna).map(\.found.id)
            }
            #expect(try await found("klos") == [bakery])
            #expect(try await found("2222222222") == [carrier])
            #expect(try await found("niema").isEmpty)
            #expect(try await found("przewozy", as: cast.ola).isEmpty)
            #expect(try await office.items(of: cast.carrier, as: cast.anna).map(\.found.id) == [carrier])
            let february = try await office.items(found: "klos", about: "2026-02-10/2026-02-10", as: cast.anna)
            #expect(february.map(\.found.id) == [bakery])
            #expect(try await office.items(about: "2026-03-01/2026-12-31", as: cast.anna).isEmpty)
        }
    }

    @Test("Says of a file that it supersedes an earlier one")
    func supersedes() async throws {
        try await TestOffice.with { office in
            let first = try await office.takeIn(TaxFileText.jpk()).found.id
            let later = try await office.takeIn(TaxFileText.jpk(made: "2026-03-05T08:00:00Z", purpose: 2)).found.id
            _ = try await office.takeIn(TaxFileText.jpk(nip: "2222222222"))
            let items = try await office.items(of: office.cast.bakery, as: office.cast.ola)
            #expect(items.map(\.found.id) == [later, first])
            #expect(items.map(\.row.supersedes) == [true, false])
        }
    }

    @Test("Counts what waits by indexes, also for those who see some firms only")
    func plans() async throws {
        try await TestOffice.with { office in
            let queries = [
                "SELECT count(*) FROM taxImport WHERE firmId IS NULL",
                "SELECT count(*) FROM taxImport WHERE firmId IS NULL AND importedBy = 1",
                "SELECT count(*) FROM taxImport WHERE problemCount > 0",
                """
                SELECT count(*) FROM taxImport WHERE problemCount > 0 AND firmId IS NOT NULL
                    AND firmId IN (SELECT firmId FROM assignment WHERE personId = 1)
                """,
                "SELECT count(*) FROM taxImport WHERE problemCount > 0 AND firmId IS NULL AND importedBy = 1",
            ]
            for query in queries {
                let plan = try await office.database.read { db in
                    try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN \(query)").map { $0["detail"] as String }
                }
                let steps = plan.filter { $0.contains("taxImport") }
                #expect(!steps.isEmpty && steps.allSatisfy { $0.contains("INDEX taxImport") }, "\(query): \(plan)")
            }
        }
    }
}
