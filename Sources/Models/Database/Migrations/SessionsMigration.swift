/// Signing in: links to set a password, sessions, browsers that are known, and the tries that are counted.
///
/// Sessions and links are found by when they were over, to clean them.
enum SessionsMigration {
    static let schema = [sessions, attempts].joined(separator: "\n")

    private static let sessions = """
        CREATE TABLE personalLink (
            id INTEGER PRIMARY KEY,
            personId INTEGER NOT NULL REFERENCES person ON DELETE RESTRICT,
            purpose TEXT NOT NULL CHECK (purpose IN ('activation', 'reset')),
            tokenDigest BLOB NOT NULL UNIQUE CHECK (length(tokenDigest) = 32),
            createdAt INTEGER NOT NULL,
            createdBy INTEGER REFERENCES person ON DELETE RESTRICT,
            expiresAt INTEGER NOT NULL,
            usedAt INTEGER,
            endedAt INTEGER
        );
        CREATE INDEX personalLinkByPerson ON personalLink (personId) WHERE endedAt IS NULL;
        CREATE INDEX personalLinkByEnd ON personalLink (ifnull(endedAt, expiresAt));
        CREATE TABLE session (
            id INTEGER PRIMARY KEY,
            tokenDigest BLOB NOT NULL UNIQUE CHECK (length(tokenDigest) = 32),
            formToken TEXT NOT NULL,
            personId INTEGER NOT NULL REFERENCES person ON DELETE RESTRICT,
            kind TEXT NOT NULL CHECK (kind IN ('full', 'half', 'reading')),
            device TEXT NOT NULL,
            address TEXT NOT NULL,
            createdAt INTEGER NOT NULL,
            lastSeenAt INTEGER NOT NULL,
            expiresAt INTEGER NOT NULL,
            endedAt INTEGER
        );
        CREATE INDEX sessionByPerson ON session (personId) WHERE endedAt IS NULL;
        CREATE INDEX sessionByEnd ON session (ifnull(endedAt, expiresAt));
        CREATE INDEX sessionLiving ON session (expiresAt) WHERE endedAt IS NULL;
        CREATE TABLE knownBrowser (
            id INTEGER PRIMARY KEY,
            personId INTEGER NOT NULL REFERENCES person ON DELETE RESTRICT,
            tokenDigest BLOB NOT NULL CHECK (length(tokenDigest) = 32),
            device TEXT NOT NULL,
            addressGroup TEXT NOT NULL,
            createdAt INTEGER NOT NULL,
            usedAt INTEGER NOT NULL,
            endedAt INTEGER
        );
        CREATE UNIQUE INDEX knownBrowserByToken ON knownBrowser (tokenDigest, personId);
        CREATE INDEX knownBrowserByPerson ON knownBrowser (personId, usedAt) WHERE endedAt IS NULL;
        """

    /// Of the tries from an address only those that failed are counted: an address that many sign in from, as a proxy
    /// is, has thousands of others. Tries of strangers, of a known browser, of an open session and requests for a new
    /// password are counted apart.
    private static let attempts = """
        CREATE TABLE signInAttempt (
            id INTEGER PRIMARY KEY,
            account BLOB NOT NULL CHECK (length(account) = 32),
            kind TEXT NOT NULL DEFAULT 'stranger' CHECK (kind IN ('stranger', 'browser', 'session', 'reset')),
            address TEXT NOT NULL,
            network TEXT,
            at INTEGER NOT NULL,
            succeeded INTEGER NOT NULL CHECK (succeeded IN (0, 1)),
            summedAt INTEGER
        );
        CREATE INDEX signInAttemptByAccount ON signInAttempt (account, at);
        CREATE INDEX signInAttemptByAddress ON signInAttempt (address, at) WHERE NOT succeeded;
        CREATE INDEX signInAttemptByNetwork ON signInAttempt (network, at) WHERE NOT succeeded AND network IS NOT NULL;
        CREATE INDEX signInAttemptByTime ON signInAttempt (at);
        CREATE INDEX signInAttemptToSum ON signInAttempt (at) WHERE NOT succeeded AND summedAt IS NULL;
        """
}
