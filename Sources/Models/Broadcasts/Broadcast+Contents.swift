import GRDB

extension Broadcast {
    /// Returns a query of this notice's conversations with their contents: the common content, or for a firm that gets
    /// files of its own a separate one, so that no content shared by several firms ever carries one firm's file.
    func contents(_ db: Database, of draft: Draft) throws -> SQL {
        let own = try ownContents(db, of: draft)
        let common: SQL = """
            SELECT id, \(contentId) FROM conversation
            WHERE broadcastId = \(id) AND id NOT IN \(SQL.list(own.map(\.0)))
            """
        return own.isEmpty ? common : "\(common) UNION ALL \(SQL.pairs(own))"
    }

    /// Inserts the contents of the firms that get files of their own.
    private func ownContents(_ db: Database, of draft: Draft) throws -> [(Int64, Int64)] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT id, firmId FROM conversation WHERE broadcastId = ?
                AND firmId IN (SELECT firmId FROM draftFirmFile WHERE draftKey = ?) ORDER BY id
                """, arguments: [id, draft.key])
        let common = try draft.files(db).map(\.id)
        return try rows.map { row in
            let own = try draft.files(db, of: row["firmId"]).map(\.id)
            return (row["id"], try draft.insertContent(db, fileIds: common + own))
        }
    }
}
