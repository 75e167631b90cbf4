import Dates
import Foundation
import GRDB

extension ClientFiles {
    /// A file's key with the facts for filtering and counting. They are read once for all files, to select a page and
    /// to count the filters' choices.
    package struct Entry: Sendable {
        let key: Key
        let group: Group
        /// `nil` for a printout without a period.
        let year: Int?
        let isWaiting: Bool
    }

    /// Returns all files of the person, and of the firm if one is set, in the order of the list; ignores the other
    /// filters.
    package func entries(_ db: Database) throws -> [Entry] {
        var years = Years(until: now, in: zone)
        // Decodes by column position: by name it would take longer than the query, for thousands of rows.
        let rows = try SQLRequest<Row>(literal: listed, cached: true).fetchCursor(db)
        var entries: [Entry] = []
        while let row = try rows.next() {
            let key = Key(sortedAt: row[3], isPrintout: row[1], message: row[2], file: row[0])
            let year: Int? = key.isPrintout ? row[5] : years.year(of: row[6])
            entries.append(Entry(key: key, group: Group(row[4]), year: year, isWaiting: row[7]))
        }
        return entries.sorted { $1.key < $0.key }
    }

    /// Whether the filters include an entry.
    func shows(_ entry: Entry) -> Bool {
        (year == nil || entry.year == year) && (group == nil || entry.group == group)
            && (state == nil || entry.isWaiting == (state == .waiting))
    }

    /// Reads only messages with files, by their index.
    var listed: SQL {
        """
        SELECT attachment.id, FALSE AS isPrintout, message.id AS messageId, message.sentAt AS sortedAt,
            NULL AS kind, NULL AS year, message.sentAt,
            \(isWaiting(unlessIn: "download", isSame: isTaken, or: LostFile.isDeclared("attachment.fileId")))
        FROM \(Self.sources) JOIN attachment ON attachment.contentId = message.contentId WHERE \(condition)
        UNION ALL
        SELECT printout.id, TRUE, message.id, ifnull(unixepoch(printout.untilOn) * 1000, message.sentAt),
            printout.kind, CAST(substr(printout.untilOn, 1, 4) AS INTEGER), message.sentAt,
            \(isWaiting(unlessIn: "printoutDownload", isSame: isPrintoutTaken, or: Printout.isLost))
        FROM \(Self.sources) JOIN messagePrintout ON messageId = message.id
        JOIN printout ON printout.id = printoutId WHERE \(condition)
        """
    }

    private static let sources: SQL = "message CROSS JOIN conversation ON conversation.id = message.conversationId"

    private var condition: SQL {
        let scope = FirmScope.member(person)
        let condition: SQL = """
            \(scope.contains("message.firmId")) AND message.hasFiles AND \(scope.containsConversation("conversation"))
            """
        return firm.map { "\(condition) AND message.firmId = \($0)" } ?? condition
    }

    /// A `CASE`, because `AND` would look for a download of each of thousands of messages that are too old to wait.
    private func isWaiting(unlessIn table: SQL, isSame: SQL, or isLost: SQL) -> SQL {
        """
        CASE WHEN message.side = 'office' AND message.sentAt >= \(Self.waitingSince(now).milliseconds)
            THEN NOT EXISTS (SELECT 1 FROM \(table) AS taken WHERE taken.messageId = message.id AND \(isSame))
                AND NOT \(isLost) ELSE FALSE END
        """
    }

    private var isTaken: SQL { "taken.attachmentId = attachment.id AND taken.personId = \(person)" }
    private var isPrintoutTaken: SQL { "taken.printoutId = printout.id AND taken.personId = \(person)" }
}

extension ClientFiles {
    /// The beginnings of the last 30 years in a time zone, each computed once, because there are thousands of files.
    private struct Years {
        private let last: Int
        private let zone: TimeZone
        /// The latest year first, as far back as was needed.
        private var beginnings: [Int64] = []

        init(until now: Date, in zone: TimeZone) {
            self.zone = zone
            last = Day(now, in: zone).year + 1
        }

        mutating func year(of moment: Int64) -> Int? {
            while moment < beginnings.last ?? .max, beginnings.count <= 30 {
                let first = Period(year: last - beginnings.count)?.from.start(in: zone)
                beginnings.append(first?.milliseconds ?? .min)
            }
            return beginnings.firstIndex { moment >= $0 }.map { last - $0 }
        }
    }
}
