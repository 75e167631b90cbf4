import Foundation
import GRDB
import Secrets

/// The file of a printout in one language; its bytes are a ``StoredFile``.
package struct PrintoutFile: StoredRow {
    package let printoutId: Int64
    package let language: Language
    let fileId: Int64
    package let key: String
    package let name: String
    package let mediaType: String
    package let size: Int64
    package let sha256: Data
    package let pageCount: Int
}

extension PrintoutFile {
    /// The limit of a printed file, in bytes.
    static let rules = FileRules(limit: 1024 * 1024 * 1024, kinds: nil)

    /// Returns `nil` when it has not been made.
    package static func find(_ db: Database, of printout: Int64, in language: Language) throws -> PrintoutFile? {
        try fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT printoutId, language, fileId, key, name, mediaType, size, sha256, pageCount
                    FROM printoutFile JOIN storedFile ON storedFile.id = fileId WHERE printoutId = ? AND language = ?
                    """),
            arguments: [printout, language])
    }

    /// Deletes the row of a printout whose bytes are missing, so that it is made again.
    func forget(_ db: Database) throws {
        try db.execute(
            sql: """
                DELETE FROM printoutFile WHERE printoutId = ? AND language = ?
                AND fileId = (SELECT id FROM storedFile WHERE key = ?)
                """,
            arguments: [printoutId, language, key])
    }

    /// The outcome of storing printed bytes: these are kept, or others made meanwhile are; or they are outdated by a
    /// change during printing.
    enum Outcome: Sendable {
        case kept(PrintoutFile), outdated(ReachablePrintout)
    }

    /// Inserts the row of a printout whose bytes are already on the disk. If these are not the ones kept, the caller
    /// removes them.
    static func keep(
        _ db: Database, _ kept: AttachmentStore.Kept, pages: Int, of printout: ReachablePrintout, in language: Language,
        by person: Int64, at now: Date
    ) throws -> Outcome {
        if let other = try find(db, of: printout.id, in: language) { return .kept(other) }
        let current = try printout.asItIs(db)
        guard current.printsAlike(printout) else { return .outdated(current) }
        let file = try StoredFile.insert(db, kept, by: nil, at: now)
        try db.execute(
            sql: """
                INSERT INTO printoutFile (printoutId, language, fileId, pageCount, madeAt) VALUES (?, ?, ?, ?, ?)
                """,
            arguments: [printout.id, language, file.id, pages, now.milliseconds])
        try AuditEvent.write(
            db, .printoutMade, by: person, firm: printout.firmId, subject: "printout/\(printout.id)",
            ["name": file.name, "pages": "\(pages)", "sha256": Hex.text(file.sha256)], at: now)
        guard let made = try find(db, of: printout.id, in: language) else { throw NotFound() }
        return .kept(made)
    }
}
