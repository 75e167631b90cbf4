/// Stored files, and the text and files of a message, which stand in `content` once for all the threads of a broadcast.
enum AttachmentsMigration {
    static let schema = [files, lostFiles, contents].joined(separator: "\n")

    /// A file that came by the command line or through the watched folder was uploaded by nobody. The words of its name
    /// are kept as the search keeps them: made before the transaction in which it is sent. A row that no verb wrote may
    /// lack them; the search then makes them of its name.
    private static let files = """
        CREATE TABLE storedFile (
            id INTEGER PRIMARY KEY,
            key TEXT NOT NULL UNIQUE CHECK (length(key) >= 32),
            name TEXT NOT NULL,
            words TEXT,
            mediaType TEXT NOT NULL,
            kind TEXT NOT NULL,
            size INTEGER NOT NULL CHECK (size > 0),
            sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
            isTaken INTEGER NOT NULL DEFAULT FALSE CHECK (isTaken IN (0, 1)),
            uploadedBy INTEGER REFERENCES person ON DELETE RESTRICT,
            uploadedAt INTEGER NOT NULL
        );
        CREATE INDEX storedFileByUploader ON storedFile (uploadedBy, uploadedAt);
        CREATE INDEX storedFileWaiting ON storedFile (uploadedAt) WHERE NOT isTaken;
        """

    /// A file whose bytes are lost for good: somebody says so, and later backups are whole without it.
    private static let lostFiles = """
        CREATE TABLE lostFile (
            fileId INTEGER PRIMARY KEY REFERENCES storedFile ON DELETE CASCADE,
            declaredAt INTEGER NOT NULL,
            declaredBy TEXT NOT NULL CHECK (length(declaredBy) BETWEEN 1 AND 500),
            why TEXT NOT NULL CHECK (length(why) BETWEEN 1 AND 500)
        );
        """

    private static let contents = """
        CREATE TABLE content (
            id INTEGER PRIMARY KEY,
            body TEXT NOT NULL
        );
        CREATE TABLE attachment (
            id INTEGER PRIMARY KEY,
            contentId INTEGER NOT NULL REFERENCES content ON DELETE RESTRICT,
            fileId INTEGER NOT NULL REFERENCES storedFile ON DELETE RESTRICT,
            position INTEGER NOT NULL,
            UNIQUE (contentId, position)
        );
        CREATE INDEX attachmentByFile ON attachment (fileId);
        """
}
