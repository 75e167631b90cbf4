import Foundation
import GRDB

/// A row of a table, or of a query over several tables. Times are stored as whole milliseconds since 1970 (UTC): they
/// sort as numbers, and need no text parsing.
package protocol StoredRow: FetchableRecord, Decodable, Sendable {}

extension StoredRow {
    package static func databaseDateDecodingStrategy(for column: String) -> DatabaseDateDecodingStrategy {
        .millisecondsSince1970
    }
}

/// A row of one table.
package protocol OfficeRecord: StoredRow, Encodable, PersistableRecord {}

extension OfficeRecord {
    package static func databaseDateEncodingStrategy(for column: String) -> DatabaseDateEncodingStrategy {
        .millisecondsSince1970
    }
}

extension Date {
    /// Whole milliseconds since 1970, as stored.
    package var milliseconds: Int64 { Int64((timeIntervalSince1970 * 1000).rounded(.down)) }

    package init(milliseconds: Int64) {
        self.init(timeIntervalSince1970: Double(milliseconds) / 1000)
    }

    /// Decodes a stored time that may be NULL.
    static func stored(_ milliseconds: Int64?) -> Date? { milliseconds.map(Date.init(milliseconds:)) }
}
