/// The office itself: who it is, and its own look.
enum OfficesMigration {
    /// A picture is an image that the program itself encoded, named by its digest. It stands in the database so that it is
    /// in every backup; the limit is above anything that `Images` makes.
    ///
    /// The password of the mail server is sealed by a key that is not in the database (`SealingKeyFile`), and so in no
    /// backup.
    ///
    /// The key by which numbers of rows are written in addresses (`AddressCodes`) is made once and goes with the database
    /// into backups, so that links which people have kept still lead on.
    static let schema = """
        CREATE TABLE picture (
            digest TEXT PRIMARY KEY CHECK (length(digest) = 32),
            mediaType TEXT NOT NULL CHECK (mediaType IN ('image/png', 'image/jpeg')),
            bytes BLOB NOT NULL CHECK (length(bytes) BETWEEN 1 AND 2097152)
        );
        CREATE TABLE office (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
            country TEXT NOT NULL CHECK (country IN ('PL', 'IL')),
            taxIdentifier TEXT NOT NULL,
            phone TEXT,
            email TEXT,
            address TEXT CHECK (length(address) BETWEEN 1 AND 300),
            openingHours TEXT CHECK (length(openingHours) BETWEEN 1 AND 300),
            timeZone TEXT NOT NULL,
            language TEXT NOT NULL,
            accent TEXT CHECK (accent GLOB '#[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]'),
            logo TEXT REFERENCES picture ON DELETE RESTRICT,
            smallLogo TEXT REFERENCES picture ON DELETE RESTRICT,
            undoSeconds INTEGER NOT NULL DEFAULT 10 CHECK (undoSeconds BETWEEN 0 AND 120),
            isLogoClear INTEGER NOT NULL DEFAULT 0 CHECK (isLogoClear IN (0, 1)),
            firstStepsEndedAt INTEGER,
            firstStepsEndedBy INTEGER REFERENCES person ON DELETE RESTRICT,
            isDemo INTEGER NOT NULL DEFAULT 0 CHECK (isDemo IN (0, 1)),
            createdAt INTEGER NOT NULL,
            CHECK ((logo IS NULL) = (smallLogo IS NULL))
        );
        CREATE TABLE mailSettings (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            host TEXT CHECK (length(host) BETWEEN 1 AND 253),
            port INTEGER CHECK (port BETWEEN 1 AND 65535),
            security TEXT CHECK (security IN ('starttls', 'tls', 'none')),
            user TEXT CHECK (length(user) BETWEEN 1 AND 254),
            sealedPassword BLOB CHECK (length(sealedPassword) BETWEEN 30 AND 1024),
            senderName TEXT NOT NULL CHECK (length(senderName) BETWEEN 1 AND 120),
            senderAddress TEXT NOT NULL CHECK (length(senderAddress) BETWEEN 3 AND 254),
            CHECK ((host IS NULL) = (port IS NULL) AND (host IS NULL) = (security IS NULL)),
            CHECK (user IS NOT NULL OR sealedPassword IS NULL)
        );
        CREATE TABLE addressKey (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            bytes BLOB NOT NULL CHECK (typeof(bytes) = 'blob' AND length(bytes) = 16)
        );
        INSERT INTO addressKey VALUES (1, randomblob(16));
        """
}
