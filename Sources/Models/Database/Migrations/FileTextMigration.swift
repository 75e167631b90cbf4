/// What stands in the PDFs that the office uploads, and the files of a draft that go to one firm each.
///
/// Text and numbers go with their file: they say nothing that it does not say. A file stands in a draft once, with one
/// firm or with none, so that no two firms can get it.
enum FileTextMigration {
    static let schema = """
        CREATE TABLE fileText (
            fileId INTEGER PRIMARY KEY REFERENCES storedFile ON DELETE CASCADE,
            state TEXT NOT NULL CHECK (state IN ('read', 'empty', 'unreadable')),
            text TEXT NOT NULL,
            readAt INTEGER NOT NULL,
            CHECK (state = 'read' OR text = '')
        );
        CREATE TABLE fileNumber (
            fileId INTEGER NOT NULL REFERENCES fileText ON DELETE CASCADE,
            number TEXT NOT NULL CHECK (length(number) IN (9, 10)),
            PRIMARY KEY (fileId, number)
        ) WITHOUT ROWID;
        CREATE TABLE draftFirmFile (
            draftKey TEXT NOT NULL REFERENCES draft ON DELETE CASCADE,
            fileId INTEGER NOT NULL REFERENCES storedFile ON DELETE RESTRICT,
            firmId INTEGER REFERENCES firm ON DELETE RESTRICT,
            isByHand INTEGER NOT NULL DEFAULT 0 CHECK (isByHand IN (0, 1)),
            PRIMARY KEY (draftKey, fileId),
            CHECK (isByHand = 0 OR firmId IS NOT NULL)
        ) WITHOUT ROWID;
        CREATE INDEX draftFirmFileByFirm ON draftFirmFile (draftKey, firmId);
        CREATE INDEX draftFirmFileByFile ON draftFirmFile (fileId);
        """
}
