/// Texts of notices that are kept to be used again.
enum NoticeTemplatesMigration {
    static let schema = """
        CREATE TABLE template (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
            nameKey TEXT NOT NULL UNIQUE,
            subject TEXT NOT NULL CHECK (length(subject) BETWEEN 1 AND 200),
            body TEXT NOT NULL,
            personId INTEGER NOT NULL REFERENCES staff ON DELETE RESTRICT,
            savedAt INTEGER NOT NULL
        );
        """
}
