import Foundation
import GRDB

extension ClientFiles {
    /// A file that waits for download, as the client's first page names it.
    package struct Waiting: Sendable {
        /// The id of the printout, or of the attachment.
        package let id: Int64
        package let messageId: Int64
        /// Set for a printout.
        package let kind: Printout.Kind?
        /// Set for an attachment.
        package let name: String?

        package var isPrintout: Bool { kind != nil }

        /// Decodes by hand and by column position: the first page is asked for often.
        fileprivate init(_ row: GRDB.Row) {
            id = row[0]
            messageId = row[1]
            kind = row[2]
            name = row[3]
        }
    }

    /// Returns the files that wait for download, those of the latest message first. Needs no `entries`.
    package static func waiting(_ db: Database, of person: Int64, firm: Int64?, at now: Date) throws -> [Waiting] {
        var firms = FirmScope.member(person).contains("message.firmId")
        if let firm { firms = "\(firms) AND message.firmId = \(firm)" }
        let recent: SQL = """
            message CROSS JOIN conversation ON conversation.id = message.conversationId
                AND \(FirmScope.member(person).containsConversation("conversation"))
                AND \(firms) AND message.hasFiles AND message.side = 'office'
                AND message.sentAt >= \(waitingSince(now).milliseconds)
            """
        let request = SQLRequest<GRDB.Row>(
            literal: """
                SELECT attachment.id, message.id, NULL, storedFile.name
                FROM \(recent) JOIN attachment ON attachment.contentId = message.contentId
                JOIN storedFile ON storedFile.id = fileId
                WHERE NOT \(LostFile.isDeclared("attachment.fileId")) AND NOT EXISTS (
                    SELECT 1 FROM download WHERE messageId = message.id AND attachmentId = attachment.id
                        AND personId = \(person))
                UNION ALL
                SELECT printout.id, message.id, printout.kind, NULL
                FROM \(recent) JOIN messagePrintout AS sent ON sent.messageId = message.id
                JOIN printout ON printout.id = sent.printoutId
                WHERE NOT \(Printout.isLost) AND NOT EXISTS (
                    SELECT 1 FROM printoutDownload WHERE messageId = message.id AND printoutId = sent.printoutId
                        AND personId = \(person))
                """, cached: true)
        let cursor = try request.fetchCursor(db)
        var files: [Waiting] = []
        while let row = try cursor.next() { files.append(Waiting(row)) }
        return files.sorted { ($0.messageId, $1.id) > ($1.messageId, $0.id) }
    }
}
