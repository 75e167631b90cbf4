import Dates
import Foundation
import GRDB
import Secrets

/// A printout that a person may download: a client through a message, an employee of the office also through its firm.
package struct ReachablePrintout: StoredRow {
    package let id: Int64
    package let importId: Int64
    package let kind: Printout.Kind
    package let fromOn: Day?
    package let untilOn: Day?
    /// `JPK_V7M`, `CIT-8`, `UPO`; and the form by which a receipt names its document.
    package let structure: String
    package let form: String
    package let purpose: TaxImport.Purpose?
    package let firmId: Int64
    package let firmName: String
    package let country: Country
    package let taxIdentifier: String
    /// The name and number of the person, for a person's own return under a PESEL.
    package let ownName: String?
    package let ownNumber: String?
    /// The message through which it is downloaded; `nil` for an employee of the office when it was not sent.
    package let messageId: Int64?
    /// The imported file: the key, the size in bytes and the digest.
    let sourceKey: String
    let sourceSize: Int64
    package let sourceDigest: Data

    package var period: Period? { Period(from: fromOn, until: untilOn) }
}

extension ReachablePrintout {
    /// Finds a printout in the scope. A client finds it only through a message of theirs that carries it, which
    /// `message` identifies. A printout of an import without a firm is found by nobody.
    /// - Throws: `NotFound` when there is none, and likewise when it is outside the scope.
    package static func find(
        _ db: Database, _ id: Int64, message: Int64?, in scope: FirmScope
    ) throws -> ReachablePrintout {
        if let message, let asked = try sent(db, id, "message.id = \(message)", scope) { return asked }
        if case .member = scope {
            guard let sent = try sent(db, id, "TRUE", scope) else { throw NotFound() }
            return sent
        }
        let request: SQLRequest<ReachablePrintout> = """
            SELECT \(columns), NULL AS messageId FROM \(tables)
            WHERE printout.id = \(id) AND \(scope.contains("version.firmId"))
            """
        guard let found = try request.fetchOne(db) else { throw NotFound() }
        return found
    }

    private static func sent(_ db: Database, _ id: Int64, _ messages: SQL, _ scope: FirmScope) throws
        -> ReachablePrintout?
    {
        // The office finds what was withdrawn, too.
        let (message, conversation): (SQL, SQL) =
            scope.isOfClient
            ? ("message", "conversation")
            : ("everyMessage AS message", "everyConversation AS conversation")
        let request: SQLRequest<ReachablePrintout> = """
            SELECT \(columns), message.id AS messageId FROM \(tables)
            JOIN messagePrintout ON printoutId = printout.id JOIN \(message) ON message.id = messageId
            JOIN \(conversation) ON conversation.id = message.conversationId AND conversation.firmId = version.firmId
            WHERE printout.id = \(id) AND \(messages) AND \(scope.containsConversation("conversation"))
            ORDER BY message.id LIMIT 1
            """
        return try request.fetchOne(db)
    }

    private static let columns: SQL = """
        printout.id, printout.importId, printout.kind, printout.fromOn, printout.untilOn, version.structure,
        version.form, version.purpose, firm.id AS firmId, firm.name AS firmName, firm.country, firm.taxIdentifier,
        iif(version.nip IS NULL AND version.pesel IS NOT NULL, version.taxpayerName, NULL) AS ownName,
        iif(version.nip IS NULL, version.pesel, NULL) AS ownNumber,
        source.key AS sourceKey, source.size AS sourceSize, source.sha256 AS sourceDigest
        """

    private static let tables: SQL = """
        printout JOIN taxImport AS version ON version.id = printout.importId JOIN firm ON firm.id = version.firmId
        JOIN storedFile AS source ON source.id = version.fileId
        """
}

extension ReachablePrintout {
    /// Returns the printout with its current facts.
    func asItIs(_ db: Database) throws -> ReachablePrintout {
        let request: SQLRequest<ReachablePrintout> = """
            SELECT \(Self.columns), \(messageId) AS messageId FROM \(Self.tables) WHERE printout.id = \(id)
            """
        guard let current = try request.fetchOne(db) else { throw NotFound() }
        return current
    }

    /// Whether its pages show the same facts of the firm and the same period.
    func printsAlike(_ other: ReachablePrintout) -> Bool {
        (fromOn, untilOn, firmId, firmName) == (other.fromOn, other.untilOn, other.firmId, other.firmName)
            && (country, taxIdentifier) == (other.country, other.taxIdentifier)
    }
}

extension ReachablePrintout {
    /// Whether a person may start or continue downloading it.
    func isOpen(_ db: Database, to person: Int64, at now: Date) throws -> Bool {
        guard let scope = try FirmScope.today(db, of: person, at: now) else { return false }
        do {
            return try Self.find(db, id, message: messageId, in: scope).messageId == messageId
        } catch is NotFound {
            return false
        }
    }
}

extension ReachablePrintout {
    /// Records who downloads it, before the first byte is sent. A download of one that was not sent is the office's
    /// own, and only the journal records it.
    /// - Parameter file: the file in its language; `nil` in demo data, which has downloads without a file.
    /// - Parameter goesOn: true for the rest of a download, which is not recorded again if this person has begun one.
    package func recordDownload(
        _ db: Database, _ file: PrintoutFile? = nil, by person: Int64, goesOn: Bool = false, on day: Day, at now: Date
    ) throws {
        var detail = file.map { ["language": $0.language.rawValue, "sha256": Hex.text($0.sha256)] } ?? [:]
        guard let messageId else {
            return try AuditEvent.write(
                db, .fileDownloaded, by: person, firm: firmId, subject: "printout/\(id)", detail, at: now)
        }
        try db.checkStands(message: messageId, for: person)
        if goesOn, try hasBegun(db, messageId, by: person) { return }
        try db.execute(
            sql: """
                INSERT INTO printoutDownload (printoutId, messageId, personId, startedAt, fileId) VALUES (?, ?, ?, ?, ?)
                """,
            arguments: [id, messageId, person, now.milliseconds, file?.fileId])
        detail["message"] = "\(messageId)"
        try AuditEvent.write(
            db, .fileDownloaded, by: person, firm: firmId, subject: "printout/\(id)", detail, at: now)
        let conversation = try Int64.fetchOne(
            db, sql: "SELECT conversationId FROM everyMessage WHERE id = ?", arguments: [messageId])
        guard let conversation else { throw NotFound() }
        try LiveChanges.record(db, conversation: conversation, on: day)
    }

    private func hasBegun(_ db: Database, _ message: Int64, by person: Int64) throws -> Bool {
        try Bool.fetchOne(
            db,
            sql: """
                SELECT EXISTS (SELECT 1 FROM printoutDownload
                    WHERE messageId = ? AND printoutId = ? AND personId = ?)
                """,
            arguments: [message, id, person]) ?? false
    }
}
