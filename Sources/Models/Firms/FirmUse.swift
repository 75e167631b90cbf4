import GRDB

/// The disk space that a firm uses, in bytes: the files of messages to and from it alone, and its imported tax files.
/// Triggers keep the number up to date.
package enum FirmUse {
    package static func bytes(_ db: Database, of firm: Int64) throws -> Int64 {
        try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT bytes FROM firmUse WHERE firmId = ?"), arguments: [firm]) ?? 0
    }

    /// - Throws: `Invalid` naming `files` when a message has files and exceeds its firm's quota with them.
    static func check(_ db: Database, _ firm: Int64, quota: Int64, adding content: Int64) throws {
        let added = try Int64.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT sum(size) FROM attachment JOIN storedFile ON storedFile.id = fileId WHERE contentId = ?
                    """), arguments: [content])
        guard let added, try bytes(db, of: firm) + added > quota else { return }
        throw Invalid("files", "errors.firmFull")
    }

    static func firms(of person: Int64) -> SQL {
        """
        SELECT firmId FROM membership JOIN firm ON firm.id = firmId
        WHERE personId = \(person) AND endedAt IS NULL AND closedAt IS NULL
        """
    }

    static func people(of firm: Int64) -> SQL {
        "SELECT personId FROM membership WHERE firmId = \(firm) AND endedAt IS NULL"
    }
}
