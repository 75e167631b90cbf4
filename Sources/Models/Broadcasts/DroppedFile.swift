import Foundation
import GRDB

/// A file of a folder that was dropped: for the firm whose tax identifier it carries, in its name or in its text. One
/// that carries none, or those of several, goes to nobody until a person gives it to a firm.
package struct DroppedFile: Sendable {
    package enum Match: Sendable, Equatable {
        /// By its number, or by a person.
        case firm(id: Int64, name: String, isByHand: Bool)
        case none
        /// It carries the numbers of several firms: of these, and of others that the person may not know of.
        case several([String], hasOthers: Bool)
    }

    package let id: Int64
    package let name: String
    package let kind: String
    package let size: Int64
    /// The month it seems to be about.
    package let period: ArchivePeriod?
    package let match: Match
    /// Whether its text is known, and not its name alone.
    package let isRead: Bool

    package var firmId: Int64? { if case .firm(let id, _, _) = match { id } else { nil } }
    package var firmName: String? { if case .firm(_, let name, _) = match { name } else { nil } }
    /// Whether a person gave it to its firm.
    package var isByHand: Bool { if case .firm(_, _, let isByHand) = match { isByHand } else { false } }
}

extension DroppedFile {
    fileprivate struct Candidate: StoredRow {
        let id: Int64
        let name: String
        /// Whether a message of this person's could go there.
        let isOpen: Bool
    }

    /// The client firms whose numbers a file carries. The office's own number makes no firm of it.
    fileprivate static func candidates(
        _ db: Database, _ file: Int64, named name: String, in scope: FirmScope
    ) throws -> [Candidate] {
        let inName = FoundNumbers.all(in: name)
        return try SQLRequest<Candidate>(
            """
            SELECT firm.id, firm.name, archivedAt IS NULL AND \(scope.contains("firm.id")) AS isOpen FROM firm
            WHERE (taxIdentifier IN \(inName) AND country IN ('PL', 'IL')
                OR firm.id IN (SELECT own.id FROM fileNumber JOIN firm AS own
                    ON own.country = CASE length(number) WHEN 10 THEN 'PL' ELSE 'IL' END AND own.taxIdentifier = number
                    WHERE fileId = \(file)))
                AND NOT EXISTS (SELECT 1 FROM office
                    WHERE office.country = firm.country AND office.taxIdentifier = firm.taxIdentifier)
            ORDER BY firm.nameKey, firm.id
            """
        ).fetchAll(db)
    }
}

extension Draft {
    /// The most files of one send, each to its own firm.
    package static let dropLimit = 1000

    private struct DropRow: StoredRow {
        let id: Int64
        let name: String
        let kind: String
        let size: Int64
        let firmId: Int64?
        let firmName: String?
        let isByHand: Bool
        let text: String?
        let isRead: Bool
    }

    /// Begins a send of a person's uploads, each to the one firm whose number it carries. Read them before.
    /// - Throws: `Invalid` naming `files`.
    package static func drop(
        _ db: Database, files keys: [String], by person: Int64, in scope: FirmScope, at now: Date
    ) throws -> Draft {
        if keys.isEmpty { throw Invalid("files", "errors.noFiles") }
        if keys.count > dropLimit { throw Invalid("files", "errors.tooManyFiles", ["limit": "\(dropLimit)"]) }
        let draft = try insert(db, "", "", [], by: person, at: now)
        for file in try StoredFile.claim(db, keys, by: person) {
            let name = try String.fetchOne(db, sql: "SELECT name FROM storedFile WHERE id = ?", arguments: [file]) ?? ""
            let found = try DroppedFile.candidates(db, file, named: name, in: scope)
            let firm = found.count == 1 && found[0].isOpen ? found[0].id : nil
            try db.execute(
                sql: "INSERT INTO draftFirmFile (draftKey, fileId, firmId) VALUES (?, ?, ?)",
                arguments: [draft.key, file, firm])
        }
        try draft.takeFirmsOfFiles(db)
        return draft
    }

    /// Whether it was begun by dropping files.
    package func isDrop(_ db: Database) throws -> Bool {
        try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM draftFirmFile WHERE draftKey = ?)", arguments: [key]) ?? false
    }

    /// The files that go to a firm, with their firms by name; or those that go to nobody yet.
    /// - Parameter scope: what the person sees: firms outside of it are not named.
    package func dropped(_ db: Database, matched: Bool, in scope: FirmScope) throws -> [DroppedFile] {
        let rows = try SQLRequest<DropRow>(
            """
            SELECT storedFile.id, storedFile.name, kind, size, firmId, firm.name AS firmName, isByHand,
                substr(fileText.text, 1, 4000) AS text, state IS 'read' AS isRead
            FROM draftFirmFile JOIN storedFile ON storedFile.id = draftFirmFile.fileId
            LEFT JOIN firm ON firm.id = firmId LEFT JOIN fileText ON fileText.fileId = storedFile.id
            WHERE draftKey = \(key) AND (firmId IS NOT NULL) = \(matched)
            ORDER BY firm.nameKey, firm.id, storedFile.name, storedFile.id
            """
        ).fetchAll(db)
        return try rows.map { row in
            DroppedFile(
                id: row.id, name: row.name, kind: row.kind, size: row.size,
                period: FoundPeriod.month(name: row.name, text: row.text ?? ""),
                match: try match(db, row, in: scope), isRead: row.isRead)
        }
    }

    private func match(_ db: Database, _ row: DropRow, in scope: FirmScope) throws -> DroppedFile.Match {
        if let id = row.firmId { return .firm(id: id, name: row.firmName ?? "", isByHand: row.isByHand) }
        let found = try DroppedFile.candidates(db, row.id, named: row.name, in: scope)
        if found.isEmpty { return .none }
        return .several(found.filter(\.isOpen).map(\.name), hasOthers: found.contains { !$0.isOpen })
    }

    /// The files that go to one firm and to no other.
    package func files(_ db: Database, of firm: Int64) throws -> [StoredFile] {
        try StoredFile.fetchAll(
            db,
            sql: """
                SELECT storedFile.* FROM draftFirmFile JOIN storedFile ON storedFile.id = fileId
                WHERE draftKey = ? AND firmId = ? ORDER BY storedFile.name, storedFile.id
                """,
            arguments: [key, firm])
    }

    /// The firms of a drop are those of its files.
    func takeFirmsOfFiles(_ db: Database) throws {
        try db.execute(sql: "DELETE FROM draftFirm WHERE draftKey = ?", arguments: [key])
        try db.execute(
            sql: """
                INSERT INTO draftFirm (draftKey, firmId)
                SELECT DISTINCT draftKey, firmId FROM draftFirmFile WHERE draftKey = ? AND firmId IS NOT NULL
                """, arguments: [key])
    }
}
