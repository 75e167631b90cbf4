/// A file whose bytes are lost for good: somebody says so, and later backups are whole without it.
enum LostFileMigration {
    static let schema = """
        CREATE TABLE lostFile (
            fileId INTEGER PRIMARY KEY REFERENCES storedFile ON DELETE CASCADE,
            declaredAt INTEGER NOT NULL,
            declaredBy TEXT NOT NULL CHECK (length(declaredBy) BETWEEN 1 AND 500),
            why TEXT NOT NULL CHECK (length(why) BETWEEN 1 AND 500)
        );
        """
}
