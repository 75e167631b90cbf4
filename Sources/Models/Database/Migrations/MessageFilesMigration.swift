/// What a client has not taken is counted on the first page, at each look: only the few messages with files are gone
/// through for it, not all of the last weeks.
enum MessageFilesMigration {
    static let schema = """
        ALTER TABLE message ADD COLUMN hasFiles INTEGER NOT NULL DEFAULT FALSE CHECK (hasFiles IN (0, 1));
        UPDATE message SET hasFiles = TRUE WHERE contentId IN (SELECT contentId FROM attachment)
            OR id IN (SELECT messageId FROM messagePrintout);
        CREATE INDEX messageWithFiles ON message (firmId, sentAt) WHERE hasFiles;
        """
}
