/// Notes and hand-overs inside the office, notices with a last day, reminders, and texts kept for later.
///
/// A note has a table of its own, so that no query of messages can ever bring one along to a client.
enum CorrespondenceMigration {
    static let office = """
        CREATE TABLE note (
            id INTEGER PRIMARY KEY,
            conversationId INTEGER NOT NULL REFERENCES conversation ON DELETE RESTRICT,
            personId INTEGER NOT NULL REFERENCES staff ON DELETE RESTRICT,
            body TEXT NOT NULL CHECK (length(body) BETWEEN 1 AND 5000),
            writtenAt INTEGER NOT NULL
        );
        CREATE INDEX noteByConversation ON note (conversationId, writtenAt, id);
        CREATE TABLE handOver (
            id INTEGER PRIMARY KEY,
            conversationId INTEGER NOT NULL REFERENCES conversation ON DELETE RESTRICT,
            personId INTEGER NOT NULL REFERENCES staff ON DELETE RESTRICT,
            toId INTEGER REFERENCES staff ON DELETE RESTRICT,
            handedAt INTEGER NOT NULL,
            endedAt INTEGER CHECK (endedAt IS NULL OR endedAt >= handedAt)
        );
        CREATE INDEX handOverByConversation ON handOver (conversationId, handedAt, id);
        CREATE UNIQUE INDEX handOverOnce ON handOver (conversationId) WHERE endedAt IS NULL;
        CREATE INDEX handOverByHolder ON handOver (toId, conversationId) WHERE endedAt IS NULL AND toId IS NOT NULL;
        CREATE TABLE template (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
            nameKey TEXT NOT NULL UNIQUE,
            subject TEXT NOT NULL CHECK (length(subject) BETWEEN 1 AND 200),
            body TEXT NOT NULL,
            personId INTEGER NOT NULL REFERENCES staff ON DELETE RESTRICT,
            savedAt INTEGER NOT NULL
        );
        """

    static let notices = """
        ALTER TABLE draft ADD COLUMN expiresOn TEXT;
        ALTER TABLE broadcast ADD COLUMN expiresOn TEXT;
        ALTER TABLE broadcast ADD COLUMN expiredAt INTEGER CHECK (expiredAt IS NULL OR expiresOn IS NOT NULL);
        CREATE INDEX broadcastToExpire ON broadcast (expiresOn) WHERE expiresOn IS NOT NULL AND expiredAt IS NULL;
        CREATE TABLE reminder (
            id INTEGER PRIMARY KEY,
            broadcastId INTEGER NOT NULL REFERENCES broadcast ON DELETE RESTRICT,
            contentId INTEGER NOT NULL UNIQUE REFERENCES content ON DELETE RESTRICT,
            personId INTEGER NOT NULL REFERENCES person ON DELETE RESTRICT,
            idempotencyKey TEXT NOT NULL UNIQUE CHECK (length(idempotencyKey) >= 32),
            sentAt INTEGER NOT NULL,
            firmCount INTEGER NOT NULL CHECK (firmCount > 0)
        );
        CREATE INDEX reminderByBroadcast ON reminder (broadcastId, id);
        """

    /// A further kind of message: SQLite changes a CHECK only by making the table anew.
    static let messages = """
        CREATE TABLE messageAnew (
            id INTEGER PRIMARY KEY,
            conversationId INTEGER NOT NULL REFERENCES conversation ON DELETE RESTRICT,
            firmId INTEGER NOT NULL REFERENCES firm ON DELETE RESTRICT,
            contentId INTEGER NOT NULL REFERENCES content ON DELETE RESTRICT,
            personId INTEGER NOT NULL REFERENCES person ON DELETE RESTRICT,
            side TEXT NOT NULL CHECK (side IN ('office', 'client')),
            kind TEXT NOT NULL
                CHECK (kind IN ('notice', 'message', 'answer', 'amounts', 'documents', 'text', 'reminder')),
            sentAt INTEGER NOT NULL
        );
        INSERT INTO messageAnew SELECT * FROM message;
        DROP TABLE message;
        ALTER TABLE messageAnew RENAME TO message;
        CREATE INDEX messageByConversation ON message (conversationId, id);
        CREATE INDEX messageByFirm ON message (firmId, id);
        CREATE INDEX messageByContent ON message (contentId, firmId);
        """
}
