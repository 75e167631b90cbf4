import Foundation
import Models
import TestSupport

/// Files of firms for tests: the headings, then rows.
extension TestOffice {
    static let headings = "nazwa;NIP;forma;osoba;e-mail"

    func office() async throws -> Office {
        guard let office = try await database.read({ db in try Office.find(db) }) else { throw NotFound() }
        return office
    }

    func plan(_ rows: [String], headings: String = headings) async throws -> FirmImportPlan {
        let (office, bytes) = (try await office(), Data(([headings] + rows).joined(separator: "\n").utf8))
        return try await database.read { db in
            try FirmImportPlan.make(db, FirmSheet(bytes, country: office.country), for: office)
        }
    }

    func hold(_ rows: [String], headings: String = headings, by person: Int64? = nil) async throws -> FirmImport {
        let (office, now, person) = (try await office(), now, person ?? cast.anna)
        let bytes = Data(([headings] + rows).joined(separator: "\n").utf8)
        let sheet = try FirmSheet(bytes, country: office.country)
        return try await database.write { db in
            try FirmImport.hold(db, sheet, named: "firmy.csv", by: person, at: now)
        }
    }

    @discardableResult
    func confirm(_ held: FirmImport, expecting summary: String) async throws -> FirmImport {
        let (office, now) = (try await office(), now)
        return try await database.write { db in
            try held.confirm(db, expecting: summary, for: office, at: now)
            return try FirmImport.find(db, held.key, of: held.personId)
        }
    }
}
