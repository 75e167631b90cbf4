import GRDB

extension Broadcast {
    /// What a notice can be written from: an earlier notice, or a kept text.
    package struct Text: Sendable {
        package let subject: String
        package let body: String
        package let files: [StoredFile]
    }

    /// The text and the stored files of this notice, to begin another with.
    package func again(_ db: Database) throws -> Text {
        let files = try StoredFile.fetchAll(
            db,
            sql: """
                SELECT storedFile.* FROM attachment JOIN storedFile ON storedFile.id = fileId
                WHERE contentId = ? ORDER BY position
                """,
            arguments: [contentId]
        )
        return Text(subject: subject, body: try content(db).body, files: files)
    }
}

extension Broadcast.Text {
    package init(_ template: NoticeTemplate) {
        self.init(subject: template.subject, body: template.body, files: [])
    }
}
