/// How much each firm uses of the disk, and sums of the office, kept as they change: nobody counts a table that grows.
///
/// A firm's use is the files of messages that are its own, whoever wrote them, and the tax files taken in for it. What a
/// notice sends to many firms is stored once and belongs to none of them; printouts can be made anew.
///
/// A file is taken once a message, an import or a printout has it; those that are not are few, and an index finds them.
enum UseMigration {
    static let firms = """
        CREATE TABLE firmUse (
            firmId INTEGER PRIMARY KEY REFERENCES firm ON DELETE RESTRICT,
            bytes INTEGER NOT NULL CHECK (bytes >= 0)
        );
        INSERT INTO firmUse (firmId, bytes)
            SELECT firmId, sum(size) FROM (
                SELECT message.firmId, size FROM message
                    JOIN attachment ON attachment.contentId = message.contentId
                    JOIN storedFile ON storedFile.id = fileId
                    LEFT JOIN conversation ON conversation.id = conversationId
                    LEFT JOIN broadcast ON broadcast.id = broadcastId
                    WHERE hasFiles AND message.contentId IS NOT broadcast.contentId
                UNION ALL
                SELECT firmId, size FROM taxImport JOIN storedFile ON storedFile.id = fileId WHERE firmId IS NOT NULL
            ) GROUP BY firmId;
        CREATE TRIGGER messageUsesRoom AFTER INSERT ON message
            WHEN NEW.hasFiles AND NEW.contentId IS NOT (
                SELECT broadcast.contentId FROM conversation JOIN broadcast ON broadcast.id = broadcastId
                WHERE conversation.id = NEW.conversationId)
            BEGIN
                INSERT INTO firmUse (firmId, bytes)
                    SELECT NEW.firmId, ifnull(sum(size), 0) FROM attachment JOIN storedFile ON storedFile.id = fileId
                    WHERE contentId = NEW.contentId
                    ON CONFLICT (firmId) DO UPDATE SET bytes = bytes + excluded.bytes;
            END;
        CREATE TRIGGER importUsesRoom AFTER INSERT ON taxImport WHEN NEW.firmId IS NOT NULL
            BEGIN
                INSERT INTO firmUse (firmId, bytes) SELECT NEW.firmId, size FROM storedFile WHERE id = NEW.fileId
                    ON CONFLICT (firmId) DO UPDATE SET bytes = bytes + excluded.bytes;
            END;
        CREATE TRIGGER importMovesRoom AFTER UPDATE OF firmId ON taxImport WHEN NEW.firmId IS NOT OLD.firmId
            BEGIN
                UPDATE firmUse SET bytes = bytes - (SELECT size FROM storedFile WHERE id = OLD.fileId)
                    WHERE firmId = OLD.firmId;
                INSERT INTO firmUse (firmId, bytes)
                    SELECT NEW.firmId, size FROM storedFile WHERE id = NEW.fileId AND NEW.firmId IS NOT NULL
                    ON CONFLICT (firmId) DO UPDATE SET bytes = bytes + excluded.bytes;
            END;
        """

    static let files = """
        ALTER TABLE storedFile ADD COLUMN isTaken INTEGER NOT NULL DEFAULT FALSE CHECK (isTaken IN (0, 1));
        UPDATE storedFile SET isTaken = TRUE WHERE id IN (SELECT fileId FROM attachment)
            OR id IN (SELECT fileId FROM taxImport) OR id IN (SELECT fileId FROM printoutFile);
        CREATE INDEX storedFileWaiting ON storedFile (uploadedAt) WHERE NOT isTaken;
        CREATE TRIGGER attachmentTakesFile AFTER INSERT ON attachment
            BEGIN UPDATE storedFile SET isTaken = TRUE WHERE id = NEW.fileId AND NOT isTaken; END;
        CREATE TRIGGER importTakesFile AFTER INSERT ON taxImport
            BEGIN UPDATE storedFile SET isTaken = TRUE WHERE id = NEW.fileId AND NOT isTaken; END;
        CREATE TRIGGER printoutTakesFile AFTER INSERT ON printoutFile
            BEGIN UPDATE storedFile SET isTaken = TRUE WHERE id = NEW.fileId AND NOT isTaken; END;
        CREATE TRIGGER printoutLeavesFile AFTER DELETE ON printoutFile
            BEGIN UPDATE storedFile SET isTaken = FALSE WHERE id = OLD.fileId
                AND NOT EXISTS (SELECT 1 FROM printoutDownload WHERE printoutDownload.fileId = OLD.fileId); END;
        """

    static let sums = """
        CREATE TABLE officeSums (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            unread INTEGER NOT NULL,
            files INTEGER NOT NULL,
            fileBytes INTEGER NOT NULL
        );
        INSERT INTO officeSums (id, unread, files, fileBytes)
            SELECT 1, (SELECT count(*) FROM unread WHERE side = 'office'), count(*), ifnull(sum(size), 0)
            FROM storedFile;
        CREATE TRIGGER unreadCounted AFTER INSERT ON unread WHEN NEW.side = 'office'
            BEGIN UPDATE officeSums SET unread = unread + 1; END;
        CREATE TRIGGER unreadDiscounted AFTER DELETE ON unread WHEN OLD.side = 'office'
            BEGIN UPDATE officeSums SET unread = unread - 1; END;
        CREATE TRIGGER storedFileCounted AFTER INSERT ON storedFile
            BEGIN UPDATE officeSums SET files = files + 1, fileBytes = fileBytes + NEW.size; END;
        CREATE TRIGGER storedFileDiscounted AFTER DELETE ON storedFile
            BEGIN UPDATE officeSums SET files = files - 1, fileBytes = fileBytes - OLD.size; END;
        """
}
