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

    /// One look at all files of the person and the firm; what each filter lets through is told from it.
    package func counts(_ db: Database) throws -> Counts {
        var files = self
        (files.year, files.kind, files.state) = (nil, nil, nil)
        let calendar = Years(until: now, in: zone)
        var (years, kinds): ([Int: Int], [String: Int]) = ([:], [:])
        var (waiting, all) = (0, 0)
        // Column by column: a struct for each of thousands would take longer than the query.
        let rows = try SQLRequest<Row>(
            "SELECT filter, isPrintout, CAST(substr(untilOn, 1, 4) AS INTEGER), sentAt, isWaiting FROM (\(files.listed))"
        ).fetchCursor(db)
        while let row = try rows.next() {
            let (filter, isPrintout, isWaiting): (String, Bool, Bool) = (row[0], row[1], row[4])
            // That of a printout without a period is not known.
            let itsYear: Int? = isPrintout ? row[2] : calendar.year(of: row[3])
            let (isOfYear, isOfKind) = (year == nil || itsYear == year, kind == nil || filter == kind)
            let isOfState = state == nil || isWaiting == (state == .waiting)
            if let itsYear, isOfKind, isOfState { years[itsYear, default: 0] += 1 }
            if isOfYear, isOfState { kinds[filter, default: 0] += 1 }
            guard isOfYear, isOfKind else { continue }
            all += 1
            if isWaiting { waiting += 1 }
        }
        return Counts(
            years: years.sorted { $0.key > $1.key }.map { (year: $0.key, count: $0.value) }, kinds: Self.inOrder(kinds),
            waiting: waiting, all: all)
    }

    private static func inOrder(_ kinds: [String: Int]) -> [(kind: String, count: Int)] {
        let printouts = Printout.Kind.allCases.map(\.rawValue).filter { kinds[$0] != nil }
        let others = kinds.keys.filter { Printout.Kind(rawValue: $0) == nil }.sorted()
        return (printouts + others).map { (kind: $0, count: kinds[$0] ?? 0) }
    }

    /// How many files wait to be taken: for the person's first page, which is asked for often.
    package static func waiting(_ db: Database, of person: Int64, firm: Int64?, at now: Date) throws -> Int {
        let since = waitingSince(now).milliseconds
        var firms = FirmScope.member(person).contains("message.firmId")
        if let firm { firms = "\(firms) AND message.firmId = \(firm)" }
        let request = SQLRequest<Int>(
            literal: """
                SELECT sum((SELECT count(*) FROM attachment WHERE attachment.contentId = message.contentId
                        AND NOT \(LostFile.isDeclared("attachment.fileId"))
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
}

extension ClientFiles {
    /// When the last 30 years began in a zone: told once, as files are told by the thousand.
    private struct Years {
        private let beginnings: [(year: Int, at: Int64)]

        init(until now: Date, in zone: TimeZone) {
            let last = Int(Day(now, in: zone).text.prefix(4)) ?? 0
            beginnings = stride(from: last + 1, through: last - 30, by: -1).map { year in
                (year, ArchivePeriod(year: year).moments(in: zone).lowerBound.milliseconds)
            }
        }

        func year(of moment: Int64) -> Int? { beginnings.first { moment >= $0.at }?.year }
    }
}
