import Foundation
import GRDB
import Models
import TestSupport

extension TestOffice {
    /// Uploads a PDF and returns its key.
    func uploadPDF(_ bytes: Data, _ name: String = "ewidencja.pdf", by person: Int64? = nil) async throws -> String {
        let (person, now) = (person ?? cast.anna, now)
        let kept = try keep(name, bytes)
        return try await database.write { db in try StoredFile.add(db, kept, by: person, at: now).key }
    }

    /// Uploads a PDF of the office with these lines, and has its text read.
    func readPDF(_ lines: String..., named name: String = "ewidencja.pdf", by person: Int64? = nil) async throws
        -> String
    {
        let key = try await uploadPDF(TestPDF.page(lines), name, by: person)
        try await FileReader(database: database, files: files).read([key], within: .seconds(300), at: now)
        return key
    }

    func fileText(_ key: String) async throws -> FileText? {
        try await database.read { db in
            try FileText.fetchOne(
                db, sql: "SELECT fileText.* FROM fileText JOIN storedFile ON storedFile.id = fileId WHERE key = ?",
                arguments: [key])
        }
    }
}
