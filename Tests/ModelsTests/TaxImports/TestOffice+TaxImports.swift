import Dates
import Foundation
import Models
import TestSupport

/// Queries of imports for tests: for the head unless a person is given.
extension TestOffice {
    func items(
        _ filter: TaxImportList.Filter = .all, of firm: Firm? = nil, found search: String = "",
        about period: String? = nil, as person: Int64, after: Int64? = nil, limit: Int = 50
    ) async throws -> [TaxImportList.Item] {
        var list = TaxImportList(filter, in: try await importScope(person))
        (list.firm, list.search, list.period) = (firm?.id, search, period.flatMap { Period($0) })
        let asked = list
        return try await database.read { db in try asked.page(db, after: after, limit: limit).items }
    }

    func counts(as person: Int64) async throws -> [Int] {
        let list = TaxImportList(.all, in: try await importScope(person))
        let counts = try await database.read { db in try list.counts(db) }
        return [counts.unmatched, counts.withProblems, counts.unpaired]
    }

    func assign(_ found: TaxImport, to firm: Firm, by person: Int64? = nil) async throws {
        let (person, now) = (person ?? cast.anna, now)
        let scope = try await importScope(person)
        try await database.write { db in try found.assign(db, to: firm.id, in: scope, by: person, at: now) }
    }

    func receipt(_ found: TaxImport) async throws -> TaxReceipt {
        try await database.read { db in try TaxReceipt.find(db, found.id, in: .office) }
    }

    /// Returns the parts in force of a firm: `declaration 3` for the part of the third import.
    func current(of firm: Firm) async throws -> Set<String> {
        let parts = try await database.read { db in try TaxImportPart.current(db, of: firm.id, in: .wholeOffice) }
        return Set(parts.map { "\($0.part) \($0.importId)" })
    }
}
