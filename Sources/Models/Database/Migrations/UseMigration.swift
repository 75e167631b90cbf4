/// The holders of a file, the use of the disk by each firm, and sums of the office, kept as they change: nobody counts a
/// table that grows.
enum UseMigration {
    static let schema = [holders, taken, firms, sums].joined(separator: "\n")

    /// A file that stands here is never removed. A table that comes to refer to `storedFile` makes this view anew with
    /// itself in it; `FileHolderTests` finds one that was forgotten.
    private static let holders = """
        CREATE VIEW fileHolder AS
            SELECT fileId FROM attachment
            UNION ALL SELECT fileId FROM draftFile
            UNION ALL SELECT fileId FROM draftFirmFile
            UNION ALL SELECT fileId FROM taxImport
            UNION ALL SELECT fileId FROM printoutFile
            UNION ALL SELECT fileId FROM printoutDownload;
        """

    /// A file is taken once a message, an import or a printout has it; those that are not are few, and an index finds
    /// them.
    private static let taken = """
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

    /// A firm's use is the files of messages that are its own, whoever wrote them, and the tax files taken in for it.
    /// The files of a notice to many firms are stored once and belong to none of them; printouts can be made anew.
    private static let firms = """
        CREATE TABLE firmUse (
            firmId INTEGER PRIMARY KEY REFERENCES firm ON DELETE RESTRICT,
            bytes INTEGER NOT NULL CHECK (bytes >= 0)
        );
        CREATE TRIGGER messageUsesRoom AFTER INSERT ON everyMessage
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

    private static let sums = """
        CREATE TABLE officeSums (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            unread INTEGER NOT NULL,
            files INTEGER NOT NULL,
            fileBytes INTEGER NOT NULL
        );
        INSERT INTO officeSums (id, unread, files, fileBytes) VALUES (1, 0, 0, 0);
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
