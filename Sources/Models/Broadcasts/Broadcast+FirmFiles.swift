import GRDB

extension Broadcast {
    /// Writes the messages of the firms that get files of their own. Each has its text and its files to itself: no
    /// text that several firms share ever carries a firm's file.
    func deliverFirmFiles(_ db: Database, of draft: Draft) throws {
        let firms = try Int64.fetchAll(
            db,
            sql: """
                SELECT firmId FROM conversation WHERE broadcastId = ?
                AND firmId IN (SELECT firmId FROM draftFirmFile WHERE draftKey = ?) ORDER BY id
                """, arguments: [id, draft.key])
        let common = try draft.files(db).map(\.id)
        for firm in firms {
            let own = try draft.files(db, of: firm).map(\.id)
            let content = try draft.insertContent(db, fileIds: common + own)
            try db.execute(
                literal: """
                    INSERT INTO message (conversationId, firmId, contentId, personId, side, kind, sentAt, hasFiles)
                    SELECT id, firmId, \(content), \(personId), 'office', 'notice', \(sentAt.milliseconds), TRUE
                    FROM conversation WHERE broadcastId = \(id) AND firmId = \(firm)
                    """)
        }
    }
}
