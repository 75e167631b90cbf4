import Dates
import Foundation
import GRDB

/// The printouts that can be made from a firm's imports, latest periods first: which are in force, which were sent, and
/// who downloaded them.
package struct FirmPrintouts: Sendable {
    package struct Entry: StoredRow {
        package let id: Int64
        package let kind: Printout.Kind
        package let fromOn: Day?
        package let untilOn: Day?
        package let structure: String
        package let purpose: TaxImport.Purpose?
        /// Whether it is the version in force; and whether its rows are in force, in this version or in a copy.
        package let isCurrent: Bool
        package let isInForce: Bool
        package let isLost: Bool
        /// When the ministry received its document, and the reason why that is not full proof.
        package let receiptAt: Date?
        package let receiptDoubt: TaxReceipt.Doubt?
        /// The newest message with which it was sent.
        package let conversationId: Int64?
        package let messageId: Int64?
        package let sentAt: Date?

        package var period: Period? { Period(from: fromOn, until: untilOn) }
    }

    package struct Page: Sendable {
        package let rows: [Entry]
        /// Each client's first download of each printout from each message.
        package let downloads: [Int64: [PrintoutDownload]]
        /// The last printout of the page, after which the next page begins; `nil` on the last page.
        package let next: Int64?
    }

    package let firm: Firm
    /// Only printouts whose period overlaps this year.
    package var year: Int?

    package static let pageSize = 60

    package init(of firm: Firm) {
        self.firm = firm
    }

    package func page(_ db: Database, after last: Int64? = nil) throws -> Page {
        var condition: SQL = "version.firmId = \(firm.id)"
        if let year {
            let days = ("\(year)-01-01", "\(year)-12-31")
            condition = "\(condition) AND printout.untilOn >= \(days.0) AND printout.fromOn <= \(days.1)"
        }
        if let last {
            condition = """
                \(condition) AND (ifnull(printout.untilOn, ''), ifnull(printout.fromOn, ''), printout.id)
                    < (SELECT ifnull(untilOn, ''), ifnull(fromOn, ''), id FROM printout WHERE id = \(last))
                """
        }
        let request: SQLRequest<Entry> = """
            WITH chosen AS (
                SELECT printout.id FROM taxImport AS version JOIN printout ON printout.importId = version.id
                WHERE \(condition)
                ORDER BY ifnull(printout.untilOn, '') DESC, ifnull(printout.fromOn, '') DESC, printout.id DESC
                LIMIT \(Self.pageSize + 1))
            SELECT printout.id, printout.kind, printout.fromOn, printout.untilOn,
                \(Printout.structure) AS structure, version.purpose,
                \(Printout.isCurrent) AS isCurrent, \(Printout.isInForce) AS isInForce, \(Printout.isLost) AS isLost,
                \(Printout.receiptAt) AS receiptAt, \(Printout.receiptDoubt) AS receiptDoubt, conversationId,
                message.id AS messageId, sentAt
            FROM chosen JOIN printout ON printout.id = chosen.id JOIN taxImport AS version ON version.id = importId
            LEFT JOIN message ON message.id = (SELECT max(messageId) FROM messagePrintout
                WHERE printoutId = printout.id)
            ORDER BY ifnull(printout.untilOn, '') DESC, ifnull(printout.fromOn, '') DESC, printout.id DESC
            """
        let found = try request.fetchAll(db)
        let rows = Array(found.prefix(Self.pageSize))
        return Page(
            rows: rows, downloads: try PrintoutDownload.find(db, of: rows.map(\.id)),
            next: found.count > Self.pageSize ? rows.last?.id : nil)
    }

    /// Returns the years of a firm's printouts, the latest first.
    package static func years(_ db: Database, of firm: Firm) throws -> [Int] {
        try Int.fetchAll(
            db,
            sql: """
                SELECT DISTINCT CAST(substr(printout.untilOn, 1, 4) AS INTEGER) AS year FROM printout
                JOIN taxImport ON taxImport.id = importId WHERE firmId = ? AND printout.untilOn IS NOT NULL
                ORDER BY year DESC
                """,
            arguments: [firm.id])
    }
}

/// A person's first download of a printout of a message.
package struct PrintoutDownload: StoredRow {
    package let printoutId: Int64
    package let messageId: Int64
    package let personId: Int64
    package let personName: String
    package let at: Date
    /// Whether the person works for the office.
    package let isStaff: Bool
}

extension PrintoutDownload {
    /// Returns the downloads by printout, in order of time.
    package static func find(_ db: Database, of printouts: [Int64]) throws -> [Int64: [PrintoutDownload]] {
        let request: SQLRequest<PrintoutDownload> = """
            SELECT printoutId, messageId, personId, person.name AS personName, min(startedAt) AS at,
                EXISTS (SELECT 1 FROM staff WHERE staff.personId = printoutDownload.personId) AS isStaff
            FROM messagePrintout JOIN printoutDownload USING (messageId, printoutId)
            JOIN person ON person.id = personId
            WHERE printoutId IN \(SQL.list(printouts)) GROUP BY printoutId, messageId, personId ORDER BY at
            """
        return Dictionary(grouping: try request.fetchAll(db), by: \.printoutId)
    }
}
