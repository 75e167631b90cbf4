import Foundation
import GRDB

/// PDFs that look like another firm's: they carry its tax identifier, and are going to somebody else. The send stops,
/// until they are taken out or a person says that they are right.
package struct WrongFiles: Error, Sendable {
    package struct File: Sendable {
        package let fileId: Int64
        package let name: String
        /// The firms whose numbers are in it, as far as the sender may know of them.
        package let firms: [String]
        /// Whether it carries the number of a firm that the sender may not know of.
        package let hasOthers: Bool
    }

    package let files: [File]
    /// The firms, for the journal.
    let firmIds: Set<Int64>
    /// Names these files: who says that they are right says it of these and of no others.
    package var name: String { DraftCheck.audience(of: Set(files.map(\.fileId))) }

    private struct Found: StoredRow {
        let fileId: Int64
        let fileName: String
        let firmId: Int64
        let firmName: String
        let isKnown: Bool
    }

    /// - Parameter going: a query of `fileId` and `ownerId`, the one firm that gets the file and nobody else; nothing
    ///   where several do.
    fileprivate init?(_ db: Database, _ going: SQL, in scope: FirmScope) throws {
        let found = try SQLRequest<Found>(
            """
            SELECT going.fileId, storedFile.name AS fileName, firm.id AS firmId, firm.name AS firmName,
                \(scope.contains("firm.id")) AS isKnown
            FROM (\(going)) AS going JOIN storedFile ON storedFile.id = going.fileId
            JOIN fileNumber ON fileNumber.fileId = going.fileId
            JOIN firm ON firm.country = CASE length(number) WHEN 10 THEN 'PL' ELSE 'IL' END
                AND firm.taxIdentifier = number
            WHERE firm.id IS NOT going.ownerId
                AND NOT EXISTS (SELECT 1 FROM office WHERE (country, taxIdentifier) = (firm.country, number))
            ORDER BY going.fileId, firm.nameKey, firm.id
            """
        ).fetchAll(db)
        guard !found.isEmpty else { return nil }
        files = Dictionary(grouping: found, by: \.fileId).sorted { $0.key < $1.key }.map { id, rows in
            File(
                fileId: id, name: rows[0].fileName, firms: rows.filter(\.isKnown).map(\.firmName),
                hasOthers: rows.contains { !$0.isKnown })
        }
        firmIds = Set(found.map(\.firmId))
    }

    /// Goes on only without such files, or when a person has said of these very ones that they are right; and writes
    /// that down.
    /// - Parameter right: the ``name`` that was confirmed.
    /// - Throws: the files.
    static func check(
        _ db: Database, _ wrong: WrongFiles?, right: String?, by person: Int64, firm: Int64? = nil, subject: String,
        at now: Date
    ) throws {
        guard let wrong else { return }
        guard wrong.name == right else { throw wrong }
        try AuditEvent.write(
            db, .filesConfirmed, by: person, firm: firm, subject: subject,
            [
                "files": wrong.files.map { "file/\($0.fileId)" }.joined(separator: " "),
                "firms": wrong.firmIds.sorted().map { "firm/\($0)" }.joined(separator: " "),
            ], at: now)
    }
}

extension Draft {
    /// The files of the draft that look like those of firms they are not going to, or not to alone.
    package func wrongFiles(_ db: Database, in scope: FirmScope) throws -> WrongFiles? {
        try WrongFiles(db, going, in: scope)
    }

    /// The names of its PDFs whose text could not be read, so that nobody knows whose they are.
    package func uncheckedFiles(_ db: Database) throws -> [String] { try FileText.unchecked(db, going) }

    /// The keys of all its files.
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

extension NewContent {
    /// Stops what the office writes to one firm when its files look like those of others.
    func checkFiles(
        _ db: Database, to firm: Int64, by person: Int64, subject: String, on day: Day, at now: Date
    ) throws {
        guard !files.isEmpty, let staff = try Staff.find(db, personId: person) else { return }
        let wrong = try wrongFiles(db, to: firm, in: staff.firms(on: day))
        try WrongFiles.check(db, wrong, right: rightFiles, by: person, firm: firm, subject: subject, at: now)
    }

    /// The files that look like those of other firms than the one that they go to.
    private func wrongFiles(_ db: Database, to firm: Int64, in scope: FirmScope) throws -> WrongFiles? {
        try WrongFiles(db, "SELECT id AS fileId, \(firm) AS ownerId FROM storedFile WHERE key IN \(files)", in: scope)
    }

    /// The names of PDFs whose text could not be read, so that nobody knows whose they are.
    package func uncheckedFiles(_ db: Database) throws -> [String] {
        try FileText.unchecked(db, "SELECT id AS fileId FROM storedFile WHERE key IN \(files)")
    }
}

extension FileText {
    fileprivate static func unchecked(_ db: Database, _ going: SQL) throws -> [String] {
        try SQLRequest<String>(
            """
            SELECT name FROM storedFile WHERE id IN (SELECT fileId FROM (\(going))) AND mediaType = 'application/pdf'
                AND NOT EXISTS (SELECT 1 FROM fileText WHERE fileText.fileId = storedFile.id AND state = 'read')
            ORDER BY id
            """
        ).fetchAll(db)
    }
}
