import Foundation
import GRDB

/// Files that the office sent a firm lately and nobody of the firm has downloaded: those that wait for one of its
/// people (``ClientFiles/Waiting``) and that no colleague has taken either.
enum UntakenFiles {
    /// Reads only the firm's latest messages with files, by their index.
    static func count(_ db: Database, of firm: Firm, at now: Date) throws -> Int {
        let request = SQLRequest<Int>(
            literal: """
                SELECT ifnull(sum((SELECT count(*) FROM \(attachments)) + (SELECT count(*) FROM \(printouts))), 0)
                FROM message WHERE message.firmId = \(firm.id) AND \(isRecent(now))
                """, cached: true)
        return try request.fetchOne(db) ?? 0
    }

    /// A condition over a row of `message`: it carries one of them.
    static func areOn(at now: Date) -> SQL {
        "(\(isRecent(now)) AND (EXISTS (SELECT 1 FROM \(attachments)) OR EXISTS (SELECT 1 FROM \(printouts))))"
    }

    private static func isRecent(_ now: Date) -> SQL {
        """
        message.hasFiles AND message.side = 'office' AND message.sentAt >= \(ClientFiles.waitingSince(now).milliseconds)
        """
    }

    private static let attachments: SQL = """
        attachment WHERE attachment.contentId = message.contentId AND NOT \(LostFile.isDeclared("attachment.fileId"))
            AND NOT EXISTS (SELECT 1 FROM download WHERE download.messageId = message.id
                AND download.attachmentId = attachment.id AND download.personId NOT IN (SELECT personId FROM staff))
        """

    private static let printouts: SQL = """
        messagePrintout AS sent JOIN printout ON printout.id = sent.printoutId
        WHERE sent.messageId = message.id AND NOT \(Printout.isLost)
            AND NOT EXISTS (SELECT 1 FROM printoutDownload AS taken WHERE taken.messageId = message.id
                AND taken.printoutId = sent.printoutId AND taken.personId NOT IN (SELECT personId FROM staff))
        """
}
