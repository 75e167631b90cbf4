/// The office itself.
enum OfficesMigration {
    /// The key by which numbers of rows are written in addresses (`AddressCodes`) is made once and goes with the database
    /// into backups, so that links which people have kept still lead on.
    static let schema = """
        CREATE TABLE office (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
            country TEXT NOT NULL CHECK (country IN ('PL', 'IL')),
            taxIdentifier TEXT NOT NULL,
            phone TEXT,
            email TEXT,
            timeZone TEXT NOT NULL,
            language TEXT NOT NULL,
            isDemo INTEGER NOT NULL DEFAULT 0 CHECK (isDemo IN (0, 1)),
            createdAt INTEGER NOT NULL
        );
        CREATE TABLE addressKey (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            bytes BLOB NOT NULL CHECK (typeof(bytes) = 'blob' AND length(bytes) = 16)
        );
        INSERT INTO addressKey VALUES (1, randomblob(16));
        """
}
