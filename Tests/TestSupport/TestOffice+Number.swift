import GRDB
import Models

extension TestOffice {
    /// Reads one number of the tables, where the product has no verb for it.
    package func number(_ sql: String) async throws -> Int64? {
        try await database.read { db in try Int64.fetchOne(db, sql: sql) }
    }
}
