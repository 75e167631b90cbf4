import GRDB

/// The office's own tags for firms, by which the list is filtered. Tags that differ only in case or accents are the
/// same.
package enum FirmTags {
    package static let limit = 20
    package static let lengthLimit = 40

    package static func of(_ db: Database, firm: Int64) throws -> [String] {
        try String.fetchAll(db, sql: "SELECT tag FROM firmTag WHERE firmId = ? ORDER BY tagKey", arguments: [firm])
    }

    /// Adds a problem naming `tags` when there are too many, or one is too long.
    static func check(_ tags: [String], into invalid: inout Invalid) {
        if tags.count > limit { invalid.add("tags", "errors.tooManyTags", ["limit": "\(limit)"]) }
        if let long = tags.first(where: { $0.unicodeScalars.count > lengthLimit }) {
            invalid.limit("tags", long, to: lengthLimit)
        }
    }

    static func replace(_ db: Database, of firm: Int64, with tags: [String]) throws {
        try db.cachedStatement(sql: "DELETE FROM firmTag WHERE firmId = ?").execute(arguments: [firm])
        for tag in tags where !tag.isEmpty {
            try db.cachedStatement(
                sql: "INSERT INTO firmTag (firmId, tagKey, tag) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
            ).execute(arguments: [firm, SearchFolding.fold(tag), tag])
        }
    }
}
