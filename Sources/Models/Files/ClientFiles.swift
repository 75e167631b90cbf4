import Foundation
import GRDB

/// Everything that a client can take: the printouts that were sent to them, and the files of their conversations from
/// either side. By what they are about, the latest first: a printout by its period, another file by when it was sent.
package struct ClientFiles: Sendable {
    package struct File: StoredRow {
        /// Of the printout, or of the attachment.
        package let id: Int64
        package let isPrintout: Bool
        package let messageId: Int64
        package let conversationId: Int64
        package let firmId: Int64
        package let firmName: String
        package let subject: String
        package let isPayroll: Bool
        package let side: Message.Side
        package let sentAt: Date
        /// The end of the period that a printout is about, else when it was sent; in milliseconds.
        package let sortedAt: Int64
        /// Of an attachment.
        package let name: String?
        package let fileKind: String?
        package let size: Int64?
        /// Of a printout.
        package let kind: Printout.Kind?
        package let fromOn: Day?
        package let untilOn: Day?
        package let purpose: TaxImport.Purpose?
        package let structure: String?
        package let isInForce: Bool
        package let receiptAt: Date?
        /// When this person first took it.
        package let takenAt: Date?

        package var period: PrintoutPeriod? { PrintoutPeriod(from: fromOn, until: untilOn) }
        package var key: Key { Key(sortedAt: sortedAt, isPrintout: isPrintout, message: messageId, file: id) }
        /// What it is filtered by: a kind of printout, or `PDF`.
        package var filter: String { kind?.rawValue ?? fileKind ?? "" }

        /// Whether it is from the office, not long ago, and the person has not taken it.
        package func isWaiting(at now: Date) -> Bool {
            side == .office && takenAt == nil && sentAt >= ClientFiles.waitingSince(now)
        }
    }

    /// The last file of a page: the next one begins after it. Written `1795176000000.1.34.7`.
    package struct Key: Sendable, Equatable {
        let sortedAt: Int64
        let isPrintout: Bool
        let message: Int64
        let file: Int64

        init(sortedAt: Int64, isPrintout: Bool, message: Int64, file: Int64) {
            (self.sortedAt, self.isPrintout, self.message, self.file) = (sortedAt, isPrintout, message, file)
        }

        package init?(_ text: String) {
            let parts = text.split(separator: ".", omittingEmptySubsequences: false).compactMap { Int64($0) }
            guard parts.count == 4 else { return nil }
            self.init(sortedAt: parts[0], isPrintout: parts[1] != 0, message: parts[2], file: parts[3])
        }

        package var text: String { "\(sortedAt).\(isPrintout ? 1 : 0).\(message).\(file)" }
    }

    package enum State: String, Sendable { case waiting, seen }

    package let person: Int64
    package let now: Date
    package let zone: TimeZone
    package var firm: Int64?
    package var year: Int?
    /// A kind of printout, or `PDF`.
    package var kind: String?
    /// Only those that wait, or only the others.
    package var state: State?

    package static let pageSize = 50
    /// What has not been taken for longer than this waits no more: it is there, and nobody is reminded of it.
    private static let patience: TimeInterval = 60 * 24 * 3600

    static func waitingSince(_ now: Date) -> Date { now.addingTimeInterval(-patience) }

    package init(of person: Int64, at now: Date, in zone: TimeZone) {
        (self.person, self.now, self.zone) = (person, now, zone)
    }
}

extension ClientFiles {
    /// - Returns: the files, and where the next page begins if there are more.
    package func page(
        _ db: Database, after key: Key? = nil, limit: Int = pageSize
    ) throws -> (files: [File], next: Key?) {
        let found = try request(after: key, limit: limit + 1).fetchAll(db)
        let files = Array(found.prefix(limit))
        return (files, found.count > limit ? files.last?.key : nil)
    }

    func request(after key: Key?, limit: Int?) -> SQLRequest<File> {
        var outer: SQL = "TRUE"
        if let key {
            outer = """
                (sortedAt, isPrintout, messageId, id)
                    < (\(key.sortedAt), \(key.isPrintout), \(key.message), \(key.file))
                """
        }
        return """
            SELECT * FROM (\(listed)) WHERE \(outer)
            ORDER BY sortedAt DESC, isPrintout DESC, messageId DESC, id DESC LIMIT \(limit ?? -1)
            """
    }

    /// All that the filters let through.
    var listed: SQL {
        switch kind {
        case nil: "\(attachments) UNION ALL \(printouts)"
        case let kind? where Printout.Kind(rawValue: kind) != nil: printouts
        default: attachments
        }
    }

    private var attachments: SQL {
        var condition = common(taken)
        if let moments = year.map({ ArchivePeriod(year: $0).moments(in: zone) }) {
            condition = """
                \(condition) AND sentAt >= \(moments.lowerBound.milliseconds) AND sentAt < \(moments.upperBound.milliseconds)
                """
        }
        if let kind { condition = "\(condition) AND storedFile.kind = \(kind)" }
        return """
            SELECT attachment.id, FALSE AS isPrintout, \(Self.common), message.sentAt AS sortedAt, storedFile.name,
                storedFile.kind AS fileKind, storedFile.size,
                NULL AS kind, NULL AS fromOn, NULL AS untilOn, NULL AS purpose, NULL AS structure, TRUE AS isInForce, NULL AS receiptAt,
                \(taken) AS takenAt
            FROM \(Self.sources) JOIN attachment ON attachment.contentId = message.contentId
            JOIN storedFile ON storedFile.id = fileId WHERE \(condition)
            """
    }

    private var printouts: SQL {
        var condition = common(printoutTaken)
        // The year of a printout without a period is not known.
        if let year { condition = "\(condition) AND substr(printout.untilOn, 1, 4) = \(String(year))" }
        if let kind { condition = "\(condition) AND printout.kind = \(kind)" }
        return """
            SELECT printout.id, TRUE AS isPrintout, \(Self.common),
                ifnull(unixepoch(printout.untilOn) * 1000, message.sentAt) AS sortedAt, NULL AS name, NULL AS fileKind,
                (SELECT max(size) FROM printoutFile JOIN storedFile ON storedFile.id = fileId
                    WHERE printoutId = printout.id) AS size,
                printout.kind, printout.fromOn, printout.untilOn, version.purpose, \(Printout.structure) AS structure,
                \(Printout.isInForce) AS isInForce, \(Printout.receiptAt) AS receiptAt, \(printoutTaken) AS takenAt
            FROM \(Self.sources) JOIN messagePrintout ON messageId = message.id
            JOIN printout ON printout.id = printoutId JOIN taxImport AS version ON version.id = importId
            WHERE \(condition)
            """
    }

    private static let common: SQL = """
        message.id AS messageId, message.conversationId, message.firmId, firm.name AS firmName, conversation.subject,
        conversation.isPayroll, message.side, message.sentAt
        """

    private static let sources: SQL = """
        conversation JOIN firm ON firm.id = conversation.firmId JOIN message ON message.conversationId = conversation.id
        """

    private func common(_ taken: SQL) -> SQL {
        var condition: SQL = FirmScope.member(person).containsConversation("conversation")
        if let firm { condition = "\(condition) AND conversation.firmId = \(firm)" }
        let waits = Self.waits(taken, at: now)
        switch state {
        case nil: return condition
        case .waiting: return "\(condition) AND \(waits)"
        case .seen: return "\(condition) AND NOT (\(waits))"
        }
    }

    private static func waits(_ taken: SQL, at now: Date) -> SQL {
        "message.side = 'office' AND message.sentAt >= \(waitingSince(now).milliseconds) AND \(taken) IS NULL"
    }

    private var taken: SQL {
        """
        (SELECT min(startedAt) FROM download WHERE download.messageId = message.id AND attachmentId = attachment.id
            AND download.personId = \(person))
        """
    }

    private var printoutTaken: SQL {
        """
        (SELECT min(startedAt) FROM printoutDownload WHERE printoutDownload.messageId = message.id
            AND printoutId = printout.id AND printoutDownload.personId = \(person))
        """
    }
}
