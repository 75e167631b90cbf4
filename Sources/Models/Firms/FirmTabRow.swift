import Dates
import Foundation
import GRDB

/// A row of one tab of the firm list: the firm with its computed columns.
package protocol FirmTabRow: StoredRow {
    var id: Int64 { get }
    /// A query of the rows of some firms, in any order.
    static func request(_ ids: [Int64], on day: Day) -> SQLRequest<Self>
}

extension FirmTabRow {
    static func fetchAll(_ db: Database, ids: [Int64], on day: Day) throws -> [Self] {
        try request(ids, on: day).fetchAll(db)
    }
}

extension FirmList {
    /// The tab of firms and their bookkeeping: who reads, who works for the firm, and the last contact.
    package struct FirmRow: FirmTabRow {
        package let id: Int64
        package let name: String
        package let country: Country
        package let taxIdentifier: String
        package let form: TaxationForm?
        package let vat: VATPeriod?
        package let supervisorId: Int64?
        package let supervisor: String?
        /// The accountants and deputies of the day.
        package let accountants: String?
        package let people: String?
        package let peopleCount: Int
        package let activeCount: Int
        /// The phone of the first person who reads and gave one.
        package let phone: String?
        /// When the first person who reads was given access.
        package let invitedAt: Date?
        package let unread: Int
        /// When the oldest message that nobody of the firm has read was sent.
        package let unreadSince: Date?
        package let questions: Int
        /// Since when the oldest question waits, its subject and its conversation.
        package let waitingSince: Date?
        package let waitingId: Int64?
        package let waitingSubject: String?
        /// The last conversation, and the notice to many firms that it belongs to.
        package let lastId: Int64?
        package let lastBroadcast: Int64?
        package let lastSubject: String?
        package let lastAt: Date?
        package let lastSide: String?
        package let lastReader: String?
        package let lastReadAt: Date?
    }

    /// The tab of payroll: who of the firm may see it, and the messages about it.
    package struct PayrollRow: FirmTabRow {
        package let id: Int64
        package let name: String
        package let country: Country
        package let taxIdentifier: String
        package let people: String?
        package let peopleCount: Int
        package let unread: Int
        package let questions: Int
        package let lastSubject: String?
        package let lastAt: Date?
    }

    /// The tab of taxes: how VAT is settled, whether approval is needed, and what is not set yet.
    package struct TaxesRow: FirmTabRow {
        package let id: Int64
        package let name: String
        package let country: Country
        package let taxIdentifier: String
        package let form: TaxationForm?
        package let vat: VATPeriod?
        package let supervisor: String?
        package let approvalRequired: Bool
        package let people: String?
        package let peopleCount: Int
    }
}

extension FirmList.FirmRow {
    package static func request(_ ids: [Int64], on day: Day) -> SQLRequest<Self> {
        """
        SELECT firm.id, firm.name, country, taxIdentifier, vat,
            \(FirmColumns.form("firm", on: day)) AS form,
            \(FirmColumns.supervisorId("firm", on: day)) AS supervisorId,
            \(FirmColumns.supervisor("firm", on: day)) AS supervisor,
            \(FirmColumns.accountants("firm", on: day)) AS accountants,
            (SELECT phone FROM reader WHERE reader.firmId = firm.id AND phone IS NOT NULL ORDER BY reader.id LIMIT 1)
                AS phone,
            \(FirmColumns.invitedAt("firm")) AS invitedAt,
            \(FirmColumns.unread("firm")) AS unread,
            \(FirmColumns.unreadSince("firm")) AS unreadSince,
            \(FirmColumns.questions("firm")) AS questions,
            oldest.waitingSince AS waitingSince, oldest.id AS waitingId, oldest.subject AS waitingSubject,
            last.id AS lastId, last.broadcastId AS lastBroadcast,
            \(FirmColumns.readers("firm")) AS people,
            \(FirmColumns.readerCount("firm")) AS peopleCount,
            \(FirmColumns.readerCount("firm", may: "activatedAt IS NOT NULL")) AS activeCount,
            last.subject AS lastSubject, last.lastMessageAt AS lastAt, message.side AS lastSide,
            (SELECT person.name FROM readReceipt JOIN person ON person.id = readReceipt.personId
                WHERE readReceipt.messageId = message.id ORDER BY readAt LIMIT 1) AS lastReader,
            (SELECT min(readAt) FROM readReceipt WHERE readReceipt.messageId = message.id) AS lastReadAt
        FROM firm
        LEFT JOIN conversation AS last ON last.id = (SELECT id FROM conversation
            WHERE firmId = firm.id ORDER BY lastMessageAt DESC, id DESC LIMIT 1)
        LEFT JOIN message ON message.id = last.lastMessageId
        LEFT JOIN conversation AS oldest ON oldest.id = (SELECT id FROM conversation
            WHERE waitingSince IS NOT NULL AND firmId = firm.id ORDER BY waitingSince, id LIMIT 1)
        WHERE firm.id IN \(ids)
        """
    }

    /// Returns the row of one firm, closed or not.
    package static func find(_ db: Database, _ firm: Firm, on day: Day) throws -> Self {
        guard let row = try fetchAll(db, ids: [firm.id], on: day).first else { throw NotFound() }
        return row
    }
}

extension FirmList.PayrollRow {
    package static func request(_ ids: [Int64], on day: Day) -> SQLRequest<Self> {
        """
        SELECT firm.id, firm.name, country, taxIdentifier,
            \(FirmColumns.readers("firm", may: "canPayroll")) AS people,
            \(FirmColumns.readerCount("firm", may: "canPayroll")) AS peopleCount,
            \(FirmColumns.payrollUnread("firm")) AS unread,
            \(FirmColumns.payrollQuestions("firm")) AS questions,
            last.subject AS lastSubject, last.lastMessageAt AS lastAt
        FROM firm
        LEFT JOIN conversation AS last ON last.id = (SELECT id FROM conversation
            WHERE firmId = firm.id AND isPayroll ORDER BY lastMessageAt DESC, id DESC LIMIT 1)
        WHERE firm.id IN \(ids)
        """
    }
}

extension FirmList.TaxesRow {
    package static func request(_ ids: [Int64], on day: Day) -> SQLRequest<Self> {
        """
        SELECT firm.id, firm.name, country, taxIdentifier, vat, approvalRequired,
            \(FirmColumns.form("firm", on: day)) AS form,
            \(FirmColumns.supervisor("firm", on: day)) AS supervisor,
            \(FirmColumns.readers("firm", may: "canApprove")) AS people,
            \(FirmColumns.readerCount("firm", may: "canApprove")) AS peopleCount
        FROM firm WHERE firm.id IN \(ids)
        """
    }
}
