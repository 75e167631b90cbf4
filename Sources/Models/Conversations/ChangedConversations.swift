import Dates
import GRDB

/// Tells, at each commit, everyone who may see the conversations that its verbs changed.
struct ChangedConversations: CommitHook {
    /// The table stands in the writer's temporary schema: a rolled-back savepoint takes its rows along.
    private static let schema = """
        CREATE TEMP TABLE changedConversation (
            conversationId INTEGER NOT NULL,
            day TEXT NOT NULL,
            PRIMARY KEY (conversationId, day)
        ) WITHOUT ROWID;
        """

    func prepare(_ db: Database) throws { try db.execute(sql: Self.schema) }

    func willCommit(_ db: Database) throws -> (@Sendable () -> Void)? {
        try Self.tellReaders(db)
        return nil
    }

    /// Finds the people who may see the changed conversations, and tells the office's lists as well, and for a notice
    /// its report.
    private static func tellReaders(_ db: Database) throws {
        let any = try db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM temp.changedConversation)")
        guard try Bool.fetchOne(any) == true else { return }
        let changed: SQL = "temp.changedConversation CROSS JOIN conversation ON conversation.id = conversationId"
        try db.executeCached(
            """
            INSERT OR IGNORE INTO temp.liveChange WITH colleague AS (
                SELECT conversation.id, broadcastId, staff.personId
                FROM \(changed) CROSS JOIN \(FirmScope.colleagues(on: "day"))
            )
            SELECT personId, 'conversation/' || conversation.id
            FROM \(changed) CROSS JOIN reader ON \(FirmScope.readsConversation)
            UNION ALL SELECT personId, 'conversation/' || id FROM colleague
            UNION ALL SELECT personId, 'questions' FROM colleague UNION ALL SELECT personId, 'firms' FROM colleague
            UNION ALL SELECT personId, 'broadcast/' || broadcastId FROM colleague WHERE broadcastId IS NOT NULL
            """)
        try db.cachedStatement(sql: "DELETE FROM temp.changedConversation").execute()
    }
}

extension LiveChanges {
    /// Records, in a verb's transaction, that conversations have changed, for everyone who may see them. The people are
    /// looked up once for all verbs of a commit.
    /// - Parameter conversations: a query of their ids.
    static func record(_ db: Database, conversations: SQL, on day: Day) throws {
        try db.executeCached(
            "INSERT OR IGNORE INTO temp.changedConversation SELECT *, \(day) FROM (\(conversations))")
    }

    static func record(_ db: Database, conversation: Int64, on day: Day) throws {
        try record(db, conversations: "VALUES (\(conversation))", on: day)
    }
}
