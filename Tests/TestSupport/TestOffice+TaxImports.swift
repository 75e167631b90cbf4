import Foundation
import Models

/// Imports files for tests: for the head unless a person is given.
extension TestOffice {
    package func importScope(_ person: Int64) async throws -> TaxImportScope {
        let firms = try await database.read { db in
            try Staff.find(db, personId: person)?.firms(on: Cast.day) ?? .member(person)
        }
        return TaxImportScope(person: person, firms: firms)
    }

    /// Imports a file.
    package func takeIn(_ text: String, by person: Int64? = nil) async throws -> TaxImport.Outcome {
        try await takeIn(Data(text.utf8), in: importScope(person ?? cast.anna))
    }

    package func takeIn(_ bytes: Data, in scope: TaxImportScope) async throws -> TaxImport.Outcome {
        let bundle = try TaxFileBundle(named: "plik.xml", in: files) { body in try bytes.withUnsafeBytes(body) }
        let received = try bundle.receive(bundle.files[0], in: files)
        return try await TaxImport.takeIn(received, in: scope, database, files, at: now)
    }
}
