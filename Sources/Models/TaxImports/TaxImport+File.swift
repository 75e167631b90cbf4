import Dates
import Foundation
import GRDB
import Secrets

extension TaxImport {
    /// Returns the stored file with the original bytes.
    package func storedFile(_ db: Database) throws -> StoredFile {
        guard let file = try StoredFile.fetchOne(db, sql: "SELECT * FROM storedFile WHERE id = ?", arguments: [fileId])
        else { throw NotFound() }
        return file
    }

    /// Returns it for download by an employee of the office.
    package func original(_ db: Database) throws -> Original {
        Original(found: self, file: try storedFile(db))
    }

    package struct Original: DownloadableFile {
        let found: TaxImport
        let file: StoredFile

        package var key: String { file.key }
        package var name: String { file.name }
        package var mediaType: String { file.mediaType }
        package var size: Int64 { file.size }

        package func isOpen(_ db: Database, to person: Int64, at now: Date) throws -> Bool {
            guard let firms = try FirmScope.today(db, of: person, at: now), firms != .member(person) else {
                return false
            }
            do {
                return try TaxImport.find(db, found.id, in: TaxImportScope(person: person, firms: firms)).id == found.id
            } catch is NotFound {
                return false
            }
        }

        package func recordDownload(
            _ db: Database, by person: Int64, goesOn: Bool, on day: Day, at now: Date
        ) throws {
            try AuditEvent.write(
                db, .taxFileDownloaded, by: person, firm: found.firmId, subject: "import/\(found.id)",
                ["sha256": Hex.text(found.sha256)], at: now)
        }
    }
}
