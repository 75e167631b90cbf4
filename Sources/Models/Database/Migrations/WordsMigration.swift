/// The words of a draft and of a file's name, as the search keeps them: made before the transaction in which they are
/// sent. Rows from before have none, and are read when they are sent.
enum WordsMigration {
    static let schema = """
        ALTER TABLE draft ADD COLUMN subjectWords TEXT;
        ALTER TABLE draft ADD COLUMN words TEXT;
        ALTER TABLE storedFile ADD COLUMN words TEXT;
        """
}
