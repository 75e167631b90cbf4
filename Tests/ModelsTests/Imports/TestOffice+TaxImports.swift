import Formats
import Foundation
import Models
import TestSupport

/// Imports as a test speaks them: by the head unless somebody else is named.
extension TestOffice {
    func importScope(_ person: Int64) async throws -> TaxImportScope {
        TaxImportScope(person: person, firms: try await scope(person))
    }

    /// Uploads a file and takes it in.
    func takeIn(_ text: String, by person: Int64? = nil) async throws -> TaxImport.Outcome {
        try await takeIn(Data(text.utf8), in: importScope(person ?? cast.anna))
    }

    func takeIn(_ bytes: Data, in scope: TaxImportScope) async throws -> TaxImport.Outcome {
        let (kept, now) = (try keep("plik.xml", bytes), now)
        let file = try TaxImport.read(at: files.path(kept.key), limit: 1_000_000)
        return try await database.write { db in
            try TaxImport.takeIn(db, file, in: scope, at: now) { db in
                try StoredFile.add(db, kept, by: scope.person, at: now)
            }
        }
    }

    func items(
        _ filter: TaxImportList.Filter = .all, as person: Int64, after: Int64? = nil, limit: Int = 50
    ) async throws -> [TaxImportList.Item] {
        let list = TaxImportList(filter, in: try await importScope(person))
        return try await database.read { db in try list.page(db, after: after, limit: limit).items }
    }

    func counts(as person: Int64) async throws -> [Int] {
        let list = TaxImportList(.all, in: try await importScope(person))
        let counts = try await database.read { db in try list.counts(db) }
        return [counts.unmatched, counts.withProblems]
    }

    func assign(_ found: TaxImport, to firm: Firm, by person: Int64? = nil) async throws {
        let (person, now) = (person ?? cast.anna, now)
        let scope = try await importScope(person)
        try await database.write { db in try found.assign(db, to: firm.id, in: scope, by: person, at: now) }
    }

    func receipt(_ found: TaxImport) async throws -> TaxReceipt {
        try await database.read { db in try TaxReceipt.find(db, found.id, in: .office) }
    }

    /// The parts in force of a firm: `declaration 3` for the part of the third import.
    func current(of firm: Firm) async throws -> Set<String> {
        let parts = try await database.read { db in try TaxImportPart.current(db, of: firm.id, in: .wholeOffice) }
        return Set(parts.map { "\($0.part) \($0.importId)" })
    }
}
