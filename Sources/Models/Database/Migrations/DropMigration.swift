/// What a drop of many files needs to be quick and safe.
///
/// The words of a PDF are made when it is read, not when it is sent; those of files read before are not known, and are
/// made as before. A draft remembers that its send stopped: only then is it said that a file looks like that of a firm
/// which the sender does not see. What waits of a person's uploads is counted by when they came.
enum DropMigration {
    static let schema = """
        ALTER TABLE fileText ADD COLUMN words TEXT;
        ALTER TABLE draft ADD COLUMN stoppedAt INTEGER;
        DROP INDEX storedFileByUploader;
        CREATE INDEX storedFileByUploader ON storedFile (uploadedBy, uploadedAt);
        """
}
