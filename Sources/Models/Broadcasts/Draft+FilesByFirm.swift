import Foundation
import GRDB

extension Draft {
    /// The largest number of files in one draft, each for its own firm.
    package static let filesByFirmLimit = 1000

    private struct FileRow: StoredRow {
        let id: Int64
        let name: String
        let kind: String
        let size: Int64
        let firmId: Int64?
        let firmName: String?
        let firmNumber: String?
        let isByHand: Bool
        let text: String?
        let state: FileText.State?
        let hasFiles: Bool?
        let isAwaited: Bool

        /// Sorts by firm, then by file, comparing numbers by value: `Zakład 2` before `Zakład 10`.
        static func isBefore(_ one: FileRow, _ other: FileRow) -> Bool {
            let firms = order(one.firmName ?? "", other.firmName ?? "")
            if firms != .orderedSame { return firms == .orderedAscending }
            if one.firmId != other.firmId { return one.firmId ?? 0 < other.firmId ?? 0 }
            let names = order(one.name, other.name)
            return names == .orderedSame ? one.id < other.id : names == .orderedAscending
        }

        private static func order(_ one: String, _ other: String) -> ComparisonResult {
            one.compare(other, options: [.numeric, .caseInsensitive, .diacriticInsensitive])
        }
    }

    /// Creates a draft from a person's uploads, each for the one firm whose tax identifier it contains. The files must
    /// have been read before.
    /// - Throws: `Invalid` naming `files`.
    package static func sortFiles(
        _ db: Database, files keys: [String], by person: Int64, in scope: FirmScope, at now: Date
    ) throws -> Draft {
        if keys.isEmpty { throw Invalid("files", "errors.noFiles") }
        if keys.count > filesByFirmLimit {
            throw Invalid("files", "errors.tooManyFiles", ["limit": "\(filesByFirmLimit)"])
        }
        let new = New(subject: "", content: NewContent(body: ""), audience: .picked([]))
        let draft = try write(db, new, [], keptAs: "", by: person, at: now)
        for file in try StoredFile.claim(db, keys, by: person) {
            try db.execute(
                sql: "INSERT INTO draftFirmFile (draftKey, fileId) VALUES (?, ?)", arguments: [draft.key, file])
        }
        try draft.matchAgain(db, in: scope)
        return draft
    }

    /// Matches each file without a firm to the one firm whose tax identifier it contains, since more texts may have
    /// been read by now.
    /// - Returns: how many files were matched.
    @discardableResult
    func matchAgain(_ db: Database, in scope: FirmScope) throws -> Int {
        let files = try SQLRequest<Row>(
            """
            SELECT id, name FROM draftFirmFile JOIN storedFile ON id = fileId
            WHERE draftKey = \(key) AND firmId IS NULL
            """
        ).fetchAll(db)
        var count = 0
        for file in files {
            let found = try FileByFirm.candidates(db, file[0], named: file[1], in: scope)
            guard found.count == 1, !found[0].isClosed else { continue }
            count += 1
            try db.execute(
                sql: "UPDATE draftFirmFile SET firmId = ? WHERE draftKey = ? AND fileId = ?",
                arguments: [found[0].id, key, file[0] as Int64])
        }
        try replaceFirms(db)
        return count
    }

    /// Whether the draft sends each firm its own files.
    package func hasFilesByFirm(_ db: Database) throws -> Bool {
        try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM draftFirmFile WHERE draftKey = ?)", arguments: [key]) ?? false
    }

    /// Returns the files with a firm, sorted by its name, or those without one.
    /// - Parameter scope: the firms that the person may see; files of others count as having none.
    package func filesByFirm(_ db: Database, matched: Bool, in scope: FirmScope) throws -> [FileByFirm] {
        let rows = try SQLRequest<FileRow>(
            """
            SELECT storedFile.id, storedFile.name, kind, size, firm.id AS firmId, firm.name AS firmName,
                firm.taxIdentifier AS firmNumber, isByHand, substr(fileText.text, 1, 4000) AS text, state, hasFiles,
                \(FileText.isAwaited) AS isAwaited
            FROM draftFirmFile JOIN storedFile ON storedFile.id = draftFirmFile.fileId
            LEFT JOIN firm ON firm.id = firmId AND \(scope.contains("firm.id"))
            LEFT JOIN fileText ON fileText.fileId = storedFile.id
            WHERE draftKey = \(key) AND (firm.id IS NOT NULL) = \(matched)
            """
        ).fetchAll(db)
        return try rows.sorted(by: FileRow.isBefore).map { row in
            FileByFirm(
                id: row.id, name: row.name, kind: row.kind, size: row.size,
                period: FoundPeriod.month(name: row.name, text: row.text ?? ""),
                match: try match(db, row, in: scope),
                reading: reading(row))
        }
    }

    private func reading(_ row: FileRow) -> FileByFirm.Reading {
        if row.isAwaited { return .awaited }
        guard row.state == .read else { return .unreadable }
        return row.hasFiles == true ? .withFiles : .read
    }

    private func match(_ db: Database, _ row: FileRow, in scope: FirmScope) throws -> FileByFirm.Match {
        if let id = row.firmId {
            return .firm(id: id, name: row.firmName ?? "", number: row.firmNumber ?? "", isByHand: row.isByHand)
        }
        let found = try FileByFirm.candidates(db, row.id, named: row.name, in: scope)
        guard let first = found.first else { return .none }
        if found.count > 1 { return .several(found.map(\.name)) }
        return first.isClosed ? .closed(first.name) : .late(first.name)
    }

    /// Returns the files that go to this firm alone.
    package func files(_ db: Database, of firm: Int64) throws -> [StoredFile] {
        try StoredFile.fetchAll(
            db,
            sql: """
                SELECT storedFile.* FROM draftFirmFile JOIN storedFile ON storedFile.id = fileId
                WHERE draftKey = ? AND firmId = ? ORDER BY storedFile.name, storedFile.id
                """,
            arguments: [key, firm])
    }

    /// Returns the keys of its files that wait to be read.
    package func awaitedFiles(_ db: Database) throws -> [String] {
        try SQLRequest<String>(
            """
            SELECT key FROM storedFile WHERE id IN (SELECT fileId FROM draftFirmFile WHERE draftKey = \(key))
                AND \(FileText.isAwaited)
            """
        ).fetchAll(db)
    }

    /// Returns which files a person assigned to which firms, for the journal: `file/7→firm/3`.
    func filesGivenByHand(_ db: Database) throws -> String? {
        try String.fetchOne(
            db,
            sql: """
                SELECT group_concat(given, ' ') FROM (
                    SELECT 'file/' || fileId || '→firm/' || firmId AS given FROM draftFirmFile
                    WHERE draftKey = ? AND isByHand ORDER BY fileId)
                """, arguments: [key])
    }

    /// Deletes the draft and its files, except files that something else holds.
    /// - Returns: the keys of the deleted files, whose bytes the caller removes.
    package func discard(_ db: Database) throws -> [String] {
        guard try hasFilesByFirm(db) else { throw NotFound() }
        if try isOnItsWay(db) { return [] }
        let files = try Int64.fetchAll(
            db, sql: "SELECT fileId FROM draftFirmFile WHERE draftKey = ?", arguments: [key])
        try Draft.remove(db, key, of: personId)
        return try StoredFile.remove(db, "id IN \(SQL.list(files)) AND uploadedBy = \(personId)")
    }

    /// Sets the draft's firms to those of its files.
    func replaceFirms(_ db: Database) throws {
        try db.execute(sql: "DELETE FROM draftFirm WHERE draftKey = ?", arguments: [key])
        try db.execute(
            sql: """
                INSERT INTO draftFirm (draftKey, firmId)
                SELECT DISTINCT draftKey, firmId FROM draftFirmFile WHERE draftKey = ? AND firmId IS NOT NULL
                """, arguments: [key])
    }
}
