/// Files of firms and people that wait on a check page. Once taken in, a file's contents are gone.
enum FirmImportsMigration {
    static let schema = """
        CREATE TABLE firmImport (
            id INTEGER PRIMARY KEY,
            key TEXT NOT NULL UNIQUE CHECK (length(key) >= 32),
            personId INTEGER NOT NULL REFERENCES person ON DELETE RESTRICT,
            fileName TEXT NOT NULL,
            contents BLOB,
            createdAt INTEGER NOT NULL,
            confirmedAt INTEGER,
            firmCount INTEGER NOT NULL DEFAULT 0 CHECK (firmCount >= 0),
            personCount INTEGER NOT NULL DEFAULT 0 CHECK (personCount >= 0),
            membershipCount INTEGER NOT NULL DEFAULT 0 CHECK (membershipCount >= 0),
            leftOutCount INTEGER NOT NULL DEFAULT 0 CHECK (leftOutCount >= 0),
            CHECK ((confirmedAt IS NULL) = (contents IS NOT NULL))
        );
        CREATE INDEX firmImportByTime ON firmImport (createdAt);
        """
}
