import Foundation
import GRDB
import Secrets

extension TaxImport {
    /// The file as it came.
    package func storedFile(_ db: Database) throws -> StoredFile {
        guard let file = try StoredFile.fetchOne(db, sql: "SELECT * FROM storedFile WHERE id = ?", arguments: [fileId])
        else { throw NotFound() }
        return file
    }

    /// Writes down who takes the original, before its first byte leaves.
    package func recordDownload(_ db: Database, by person: Int64, at now: Date) throws {
        try AuditEvent.write(
            db, .taxFileDownloaded, by: person, firm: firmId, subject: "import/\(id)", ["sha256": Hex.text(sha256)],
            at: now)
    }
}

extension TaxImport: WatchedFile {
    package func isOpen(_ db: Database, to person: Int64, at now: Date) throws -> Bool {
        guard let firms = try FirmScope.today(db, of: person, at: now), firms != .member(person) else { return false }
        do {
            return try Self.find(db, id, in: TaxImportScope(person: person, firms: firms)).id == id
        } catch is NotFound {
            return false
        }
    }
}
