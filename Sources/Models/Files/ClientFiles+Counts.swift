import Foundation
import GRDB

extension ClientFiles {
    /// How many files each choice of a filter would show beside the other filters that are on.
    package struct Counts: Sendable {
        /// The last year first.
        package let years: [(year: Int, count: Int)]
        /// Kinds of printouts in their order, then kinds of files.
        package let kinds: [(kind: String, count: Int)]
        package let waiting: Int
        package let all: Int
    }

    package func counts(_ db: Database) throws -> Counts {
        var (years, kinds) = (self, self)
        (years.year, kinds.kind) = (nil, nil)
        var (waiting, all) = (self, self)
        (waiting.state, all.state) = (.waiting, nil)
        return Counts(
            years: try years.byYear(db), kinds: try kinds.byKind(db), waiting: try waiting.count(db),
            all: try all.count(db))
    }

    /// How many files wait to be taken: for the person's first page, which is asked for often.
    package static func waiting(_ db: Database, of person: Int64, firm: Int64?, at now: Date) throws -> Int {
        let since = waitingSince(now).milliseconds
        var firms = FirmScope.member(person).contains("message.firmId")
        if let firm { firms = "\(firms) AND message.firmId = \(firm)" }
        let request = SQLRequest<Int>(
            literal: """
                SELECT sum((SELECT count(*) FROM attachment WHERE attachment.contentId = message.contentId
                        AND NOT EXISTS (SELECT 1 FROM download WHERE messageId = message.id
                            AND attachmentId = attachment.id AND personId = \(person)))
                    + (SELECT count(*) FROM messagePrintout AS sent WHERE sent.messageId = message.id
                        AND NOT EXISTS (SELECT 1 FROM printoutDownload WHERE messageId = message.id
                            AND printoutId = sent.printoutId AND personId = \(person))))
                FROM message CROSS JOIN conversation ON conversation.id = message.conversationId
                    AND \(FirmScope.member(person).containsConversation("conversation"))
                WHERE \(firms) AND message.hasFiles AND message.side = 'office' AND message.sentAt >= \(since)
                """, cached: true)
        return try request.fetchOne(db) ?? 0
    }

    private func count(_ db: Database) throws -> Int {
        try SQLRequest<Int>("SELECT count(*) FROM (\(listed))").fetchOne(db) ?? 0
    }

    private func byKind(_ db: Database) throws -> [(kind: String, count: Int)] {
        let rows = try SQLRequest<Row>(
            "SELECT ifnull(kind, fileKind) AS filter, count(*) FROM (\(listed)) GROUP BY filter ORDER BY filter"
        ).fetchAll(db).map { (kind: $0[0] as String, count: $0[1] as Int) }
        let printouts = Printout.Kind.allCases.compactMap { kind in rows.first { $0.kind == kind.rawValue } }
        return printouts + rows.filter { Printout.Kind(rawValue: $0.kind) == nil }
    }

    /// A file stands under the year that a printout is about, or that it was sent in.
    private func byYear(_ db: Database) throws -> [(year: Int, count: Int)] {
        let span = try SQLRequest<Row>(
            "SELECT min(ifnull(untilOn, '9999')), max(untilOn), min(sentAt) FROM (\(listed))"
        ).fetchOne(db)
        guard let span, let sent: Int64 = span[2] else { return [] }
        let first = min(Int(Day(Date(milliseconds: sent), in: zone).text.prefix(4)) ?? 0, Self.year(span[0]) ?? .max)
        let last = max(Int(Day(now, in: zone).text.prefix(4)) ?? 0, Self.year(span[1]) ?? 0)
        return try stride(from: last, through: max(first, last - 30), by: -1).compactMap { year in
            var only = self
            only.year = year
            let count = try only.count(db)
            return count == 0 ? nil : (year, count)
        }
    }

    private static func year(_ day: String?) -> Int? {
        day.flatMap { Int($0.prefix(4)) }.flatMap { $0 < 9999 ? $0 : nil }
    }
}
