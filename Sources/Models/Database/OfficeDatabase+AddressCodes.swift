import Foundation
import GRDB
import Secrets

extension OfficeDatabase {
    /// Returns the codes for this office's addresses.
    package func addressCodes() throws -> AddressCodes {
        try readHere { db in
            guard let key = try Data.fetchOne(db, sql: "SELECT bytes FROM addressKey") else { throw NotFound() }
            return AddressCodes(key: key)
        }
    }
}
