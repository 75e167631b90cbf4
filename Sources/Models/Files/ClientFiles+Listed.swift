import Foundation
import GRDB

extension ClientFiles {
    /// The keys of all that the filters let through, and what it is filtered and counted by. Only messages that have
    /// files are gone through, by the index of those.
    var listed: SQL {
        switch kind {
        case nil: "\(attachments) UNION ALL \(printouts)"
        case let kind? where Printout.Kind(rawValue: kind) != nil: printouts
        default: attachments
        }
    }

    private var attachments: SQL {
        let isWaiting: SQL = """
            (\(Self.isWaiting(at: now, unlessIn: "download", isSame: isTaken))
                AND NOT \(LostFile.isDeclared("attachment.fileId")))
            """
        var condition = condition(isWaiting)
        if let moments = year.map({ ArchivePeriod(year: $0).moments(in: zone) }) {
            condition = """
                \(condition) AND sentAt >= \(moments.lowerBound.milliseconds) AND sentAt < \(moments.upperBound.milliseconds)
                """
        }
        if let kind { condition = "\(condition) AND storedFile.kind = \(kind)" }
        return """
            SELECT attachment.id, FALSE AS isPrintout, message.id AS messageId, message.sentAt AS sortedAt,
                storedFile.kind AS filter, NULL AS untilOn, message.sentAt, \(isWaiting) AS isWaiting
            FROM \(Self.sources) JOIN attachment ON attachment.contentId = message.contentId
            JOIN storedFile ON storedFile.id = fileId WHERE \(condition)
            """
    }

    private var printouts: SQL {
        var condition = condition(Self.isWaiting(at: now, unlessIn: "printoutDownload", isSame: isPrintoutTaken))
        // The year of a printout without a period is not known.
        if let year { condition = "\(condition) AND substr(printout.untilOn, 1, 4) = \(String(year))" }
        if let kind { condition = "\(condition) AND printout.kind = \(kind)" }
        return """
            SELECT printout.id, TRUE AS isPrintout, message.id AS messageId,
                ifnull(unixepoch(printout.untilOn) * 1000, message.sentAt) AS sortedAt,
                printout.kind AS filter, printout.untilOn, message.sentAt,
                \(Self.isWaiting(at: now, unlessIn: "printoutDownload", isSame: isPrintoutTaken)) AS isWaiting
            FROM \(Self.sources) JOIN messagePrintout ON messageId = message.id
            JOIN printout ON printout.id = printoutId WHERE \(condition)
            """
    }

    private static let sources: SQL = "message CROSS JOIN conversation ON conversation.id = message.conversationId"

    private func condition(_ isWaiting: SQL) -> SQL {
        let scope = FirmScope.member(person)
        var condition: SQL = """
            \(scope.contains("message.firmId")) AND message.hasFiles AND \(scope.containsConversation("conversation"))
            """
        if let firm { condition = "\(condition) AND message.firmId = \(firm)" }
        switch state {
        case nil: return condition
        case .waiting:
            let since = Self.waitingSince(now).milliseconds
            return "\(condition) AND message.sentAt >= \(since) AND \(isWaiting)"
        case .seen: return "\(condition) AND NOT \(isWaiting)"
        }
    }

    private static func isWaiting(at now: Date, unlessIn table: SQL, isSame: SQL) -> SQL {
        """
        (message.side = 'office' AND message.sentAt >= \(waitingSince(now).milliseconds) AND NOT EXISTS (
            SELECT 1 FROM \(table) AS taken WHERE taken.messageId = message.id AND \(isSame)))
        """
    }

    private var isTaken: SQL { "taken.attachmentId = attachment.id AND taken.personId = \(person)" }
    private var isPrintoutTaken: SQL { "taken.printoutId = printout.id AND taken.personId = \(person)" }
}
