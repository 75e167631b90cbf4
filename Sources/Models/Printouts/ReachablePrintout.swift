import Dates
import Foundation
import GRDB
import Secrets

/// A printout as somebody with a right to it may take it: a client by a message, people of the office also by its firm.
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
    /// Of a return that a person handed in under a PESEL: whose it is.
    package let ownName: String?
    package let ownNumber: String?
    /// From which message it is taken. Nothing for people of the office who take it where it was not sent.
    package let messageId: Int64?
    /// The imported file: the key and the number of its bytes, and what they are.
    let sourceKey: String
    let sourceSize: Int64
    package let sourceDigest: Data

    package var period: Period? { Period(from: fromOn, until: untilOn) }
}

extension ReachablePrintout {
    /// A printout in the scope. A client reaches it only by a message of theirs that carries it; `message` says by
    /// which. What was taken in for no firm yet is reached by nobody.
    /// - Throws: `NotFound` for one outside of the scope, as for none.
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
        let request: SQLRequest<ReachablePrintout> = """
            SELECT \(columns), message.id AS messageId FROM \(tables)
            JOIN messagePrintout ON printoutId = printout.id JOIN message ON message.id = messageId
            JOIN conversation ON conversation.id = message.conversationId AND conversation.firmId = version.firmId
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
    /// The same as it is by now.
    func asItIs(_ db: Database) throws -> ReachablePrintout {
        let request: SQLRequest<ReachablePrintout> = """
            SELECT \(Self.columns), \(messageId) AS messageId FROM \(Self.tables) WHERE printout.id = \(id)
            """
        guard let current = try request.fetchOne(db) else { throw NotFound() }
        return current
    }

    /// Whether its pages say the same of their firm and their period.
    func printsAlike(_ other: ReachablePrintout) -> Bool {
        (fromOn, untilOn, firmId, firmName) == (other.fromOn, other.untilOn, other.firmId, other.firmName)
            && (country, taxIdentifier) == (other.country, other.taxIdentifier)
    }
}

extension ReachablePrintout {
    /// Whether a person may take it, or go on taking it.
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
    /// Writes down who takes it, before its first byte leaves. Where it was not sent, it is a look of the office, which
    /// the journal alone knows.
    /// - Parameter file: which one it is; nothing where only the demo says that somebody took it.
    /// - Parameter goesOn: the rest of a download: no new one, if this person has begun one.
    package func recordDownload(
        _ db: Database, _ file: PrintoutFile? = nil, by person: Int64, goesOn: Bool = false, on day: Day, at now: Date
    ) throws {
        var detail = file.map { ["language": $0.language.rawValue, "sha256": Hex.text($0.sha256)] } ?? [:]
        guard let messageId else {
            return try AuditEvent.write(
                db, .fileDownloaded, by: person, firm: firmId, subject: "printout/\(id)", detail, at: now)
        }
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
            db, sql: "SELECT conversationId FROM message WHERE id = ?", arguments: [messageId])
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
