import Foundation
import GRDB

extension ClientFiles {
    /// How many files each choice of a filter would show together with the other active filters.
    package struct Counts: Sendable {
        /// The latest year first.
        package let years: [(year: Int, count: Int)]
        /// Kinds of printouts in their order, then kinds of files.
        package let kinds: [(kind: String, count: Int)]
        package let waiting: Int
        package let all: Int
    }

    /// - Parameter entries: those of the person and the firm (``entries(_:)``).
    package func counts(of entries: [Entry]) -> Counts {
        var (years, kinds): ([Int: Int], [String: Int]) = ([:], [:])
        var (waiting, all) = (0, 0)
        for entry in entries {
            let (isOfYear, isOfKind) = (year == nil || entry.year == year, kind == nil || entry.filter == kind)
            let isOfState = state == nil || entry.isWaiting == (state == .waiting)
            if let itsYear = entry.year, isOfKind, isOfState { years[itsYear, default: 0] += 1 }
            if isOfYear, isOfState { kinds[entry.filter, default: 0] += 1 }
            guard isOfYear, isOfKind else { continue }
            all += 1
            if entry.isWaiting { waiting += 1 }
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

    /// Counts the files that wait for download. Needs no `entries`: the person's first page asks for it often.
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
                            AND printoutId = sent.printoutId AND personId = \(person))
                        AND NOT EXISTS (SELECT 1 FROM printout WHERE id = sent.printoutId AND \(Printout.isLost))))
                FROM message CROSS JOIN conversation ON conversation.id = message.conversationId
                    AND \(FirmScope.member(person).containsConversation("conversation"))
                WHERE \(firms) AND message.hasFiles AND message.side = 'office' AND message.sentAt >= \(since)
                """, cached: true)
        return try request.fetchOne(db) ?? 0
    }
}
