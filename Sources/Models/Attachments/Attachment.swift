import Dates
import Foundation
import GRDB
import Secrets

/// A file on a message, in the form in which an authorized person downloads it.
package struct Attachment: StoredRow {
    package let id: Int64
    package let messageId: Int64
    package let conversationId: Int64
    package let firmId: Int64
    package let key: String
    package let name: String
    package let mediaType: String
    package let size: Int64
    package let sha256: Data

    /// Decodes by hand for speed: every download reads one.
    package init(row: Row) throws {
        id = row["id"]
        messageId = row["messageId"]
        conversationId = row["conversationId"]
        firmId = row["firmId"]
        key = row["key"]
        name = row["name"]
        mediaType = row["mediaType"]
        size = row["size"]
        sha256 = row["sha256"]
    }

    /// Finds an attachment of a message in the scope. The files of a broadcast are the same for all its threads;
    /// `message` says from which of the viewer's own threads the file is downloaded.
    /// - Throws: `NotFound` when there is none, and likewise when it is outside the scope.
    package static func find(
        _ db: Database, _ id: Int64, message: Int64?, in scope: FirmScope
    ) throws -> Attachment {
        // By the message's key first: a broadcast has a message for each of thousands of firms.
        let asked = try message.flatMap { try fetchOne(db, id, "message.id = \($0)", scope) }
        guard let attachment = try asked ?? fetchOne(db, id, scope.contains("message.firmId"), scope) else {
            throw NotFound()
        }
        return attachment
    }

    private static func fetchOne(_ db: Database, _ id: Int64, _ messages: SQL, _ scope: FirmScope) throws -> Attachment?
    {
        // The office finds the files of what was withdrawn, too.
        let (message, conversation): (SQL, SQL) =
            scope.isOfClient
            ? ("message", "conversation")
            : ("everyMessage AS message", "everyConversation AS conversation")
        let request = SQLRequest<Attachment>(
            literal: """
                SELECT attachment.id, message.id AS messageId, message.conversationId, message.firmId, key, name,
                    mediaType, size, sha256
                FROM attachment JOIN storedFile ON storedFile.id = fileId
                JOIN \(message) ON message.contentId = attachment.contentId
                JOIN \(conversation) ON conversation.id = message.conversationId
                WHERE attachment.id = \(id) AND \(messages) AND \(scope.containsConversation("conversation"))
                ORDER BY message.id LIMIT 1
                """, cached: true)
        return try request.fetchOne(db)
    }

    package func recordDownload(
        _ db: Database, by person: Int64, goesOn: Bool = false, on day: Day, at now: Date
    ) throws {
        if goesOn, try hasBegun(db, by: person) { return }
        try db.checkStands(message: messageId, for: person)
        try db.cachedStatement(
            sql: "INSERT INTO download (attachmentId, messageId, personId, startedAt) VALUES (?, ?, ?, ?)"
        ).execute(arguments: [id, messageId, person, now.milliseconds])
        try AuditEvent.write(
            db, .fileDownloaded, by: person, firm: firmId, subject: "attachment/\(id)",
            ["message": "\(messageId)", "sha256": Hex.text(sha256)], at: now
        )
        try LiveChanges.record(db, conversation: conversationId, on: day)
    }

    private func hasBegun(_ db: Database, by person: Int64) throws -> Bool {
        try Bool.fetchOne(
            db,
            sql: """
                SELECT EXISTS (SELECT 1 FROM download WHERE messageId = ? AND attachmentId = ? AND personId = ?)
                """,
            arguments: [messageId, id, person]
        ) ?? false
    }
}

extension Attachment: DownloadableFile {
    package func isOpen(_ db: Database, to person: Int64, at now: Date) throws -> Bool {
        guard let scope = try FirmScope.today(db, of: person, at: now) else { return false }
        do {
            return try Self.find(db, id, message: messageId, in: scope).messageId == messageId
        } catch is NotFound {
            return false
        }
    }
}
