/// Whom a form such as PIT-11 is about, the forms about a person that the office said show no wages, and the document
/// that a receipt is not of, as the head said. Files that came before are read once more for the first.
enum FormSubjectMigration {
    static let schema = """
        ALTER TABLE taxImport ADD COLUMN subject TEXT CHECK (subject <> '');
        ALTER TABLE taxImport ADD COLUMN subjectName TEXT NOT NULL DEFAULT '';
        CREATE TABLE plainForm (
            form TEXT PRIMARY KEY CHECK (length(form) > 0),
            saidBy INTEGER NOT NULL REFERENCES staff ON DELETE RESTRICT,
            saidAt INTEGER NOT NULL
        ) WITHOUT ROWID;
        ALTER TABLE taxReceipt ADD COLUMN partedFrom INTEGER REFERENCES taxImport ON DELETE RESTRICT;
        INSERT OR IGNORE INTO taxProofDue SELECT id FROM taxImport WHERE kind = 'declaration';
        """
}
