import Foundation
import GRDB

extension Draft {
    /// Returns the draft's files that seem to be of firms to which they are not addressed, or not alone.
    package func wrongFiles(_ db: Database, in scope: FirmScope) throws -> WrongFiles? {
        try WrongFiles(db, going, in: scope)
    }

    /// Returns those of them that may be shown before a send. Files of firms outside the scope are included only once a
    /// send has stopped because of them, which the journal records.
    package func shownWrongFiles(_ db: Database, in scope: FirmScope) throws -> WrongFiles? {
        try WrongFiles(db, going, in: scope, showsOthers: stoppedAt != nil)
    }

    /// Records that the send stopped because of firms outside the sender's scope.
    package func stop(_ db: Database, _ wrong: WrongFiles, at now: Date) throws {
        guard wrong.hasOthers else { return }
        try wrong.recordStop(db, by: personId, at: now)
        try db.execute(sql: "UPDATE draft SET stoppedAt = ? WHERE key = ?", arguments: [now.milliseconds, key])
    }

    /// - Throws: `Invalid` naming `files` while one of them waits to be read.
    func checkFilesAreRead(_ db: Database, except uncheckable: Set<String>) throws {
        try FileText.check(db, going, except: uncheckable)
    }

    /// Returns the names of its PDFs whose text could not be read, so that it is unknown whose they are.
    package func uncheckedFiles(_ db: Database) throws -> [String] { try FileText.unchecked(db, going) }

    /// Returns the names of its files that were declared lost after they were added.
    package func lostFiles(_ db: Database) throws -> [String] {
        try SQLRequest<String>(
            """
            SELECT name FROM storedFile WHERE id IN (SELECT fileId FROM (\(going)))
                AND \(LostFile.isDeclared("storedFile.id")) ORDER BY name, id
            """
        ).fetchAll(db)
    }

    /// Returns the keys of all its files.
    package func fileKeys(_ db: Database) throws -> [String] {
        try SQLRequest<String>("SELECT key FROM storedFile WHERE id IN (SELECT fileId FROM (\(going)))").fetchAll(db)
    }

    private var going: SQL {
        """
        SELECT fileId, (SELECT min(firmId) FROM draftFirm WHERE draftKey = \(key) HAVING count(*) = 1) AS ownerId
        FROM draftFile WHERE draftKey = \(key)
        UNION ALL SELECT fileId, firmId FROM draftFirmFile WHERE draftKey = \(key) AND firmId IS NOT NULL
        """
    }
}
