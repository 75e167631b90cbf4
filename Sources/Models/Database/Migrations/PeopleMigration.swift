/// People, of the office and of its clients.
///
/// Of all tables: times are INTEGER milliseconds (UTC), days are TEXT `2026-11-21`. In tables WITHOUT ROWID the columns
/// of the key come first: otherwise SQLite 3.40's integrity check takes their values for NULL.
enum PeopleMigration {
    static let schema = """
        CREATE TABLE person (
            id INTEGER PRIMARY KEY,
            email TEXT NOT NULL UNIQUE CHECK (email = lower(email)),
            name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
            phone TEXT,
            language TEXT NOT NULL,
            channel TEXT NOT NULL DEFAULT 'email' CHECK (channel IN ('email', 'sms', 'whatsapp')),
            passwordHash TEXT,
            createdAt INTEGER NOT NULL,
            activatedAt INTEGER,
            disabledAt INTEGER,
            disabledBy INTEGER REFERENCES person ON DELETE RESTRICT,
            CHECK (activatedAt IS NULL OR passwordHash IS NOT NULL)
        );
        """
}
