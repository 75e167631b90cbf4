/// The contents of the PDFs that the office uploads: text, its words as the search keeps them, tax numbers, and whether
/// there are files inside, which nobody has read. It goes with its file, as it says nothing that the file does not say.
enum FileTextsMigration {
    static let schema = """
        CREATE TABLE fileText (
            fileId INTEGER PRIMARY KEY REFERENCES storedFile ON DELETE CASCADE,
            state TEXT NOT NULL CHECK (state IN ('read', 'empty', 'unreadable')),
            text TEXT NOT NULL,
            words TEXT NOT NULL,
            hasFiles INTEGER NOT NULL DEFAULT 0 CHECK (hasFiles IN (0, 1)),
            readAt INTEGER NOT NULL,
            CHECK (state = 'read' OR text = '')
        );
        CREATE TABLE fileNumber (
            fileId INTEGER NOT NULL REFERENCES fileText ON DELETE CASCADE,
            number TEXT NOT NULL CHECK (length(number) IN (9, 10)),
            PRIMARY KEY (fileId, number)
        ) WITHOUT ROWID;
        """
}
