/// Browsers that have signed in as somebody, and tries that are counted apart: those of strangers, of such a browser, of
/// an open session, and requests for a new password.
enum KnownBrowserMigration {
    static let browsers = """
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

    /// Tries from before stand in the journal one by one: they are not summed again.
    static let attempts = """
        ALTER TABLE signInAttempt ADD COLUMN kind TEXT NOT NULL DEFAULT 'stranger'
            CHECK (kind IN ('stranger', 'browser', 'session', 'reset'));
        ALTER TABLE signInAttempt ADD COLUMN network TEXT;
        ALTER TABLE signInAttempt ADD COLUMN summedAt INTEGER;
        UPDATE signInAttempt SET summedAt = at;
        CREATE INDEX signInAttemptByNetwork ON signInAttempt (network, at) WHERE NOT succeeded AND network IS NOT NULL;
        CREATE INDEX signInAttemptToSum ON signInAttempt (at) WHERE NOT succeeded AND summedAt IS NULL;
        """

    /// Whom a supervisor wants to let into a firm: as it was typed, until the head has decided.
    static let invitations = """
        CREATE TABLE invitation (
            id INTEGER PRIMARY KEY,
            firmId INTEGER NOT NULL REFERENCES firm ON DELETE RESTRICT,
            email TEXT NOT NULL CHECK (length(email) > 2),
            name TEXT NOT NULL CHECK (name <> ''),
            phone TEXT,
            language TEXT NOT NULL CHECK (language IN ('pl', 'en', 'he')),
            canRead INTEGER NOT NULL CHECK (canRead IN (0, 1)),
            canApprove INTEGER NOT NULL CHECK (canApprove IN (0, 1)),
            canPayroll INTEGER NOT NULL CHECK (canPayroll IN (0, 1)),
            isNotified INTEGER NOT NULL CHECK (isNotified IN (0, 1)),
            createdAt INTEGER NOT NULL,
            createdBy INTEGER NOT NULL REFERENCES person ON DELETE RESTRICT,
            outcome TEXT CHECK (outcome IN ('admitted', 'refused', 'withdrawn')),
            endedAt INTEGER,
            endedBy INTEGER REFERENCES person ON DELETE RESTRICT,
            CHECK ((endedAt IS NULL) = (outcome IS NULL) AND (endedAt IS NULL) = (endedBy IS NULL))
        );
        CREATE UNIQUE INDEX invitationWaiting ON invitation (firmId, email) WHERE endedAt IS NULL;
        CREATE INDEX invitationByAuthor ON invitation (createdBy);
        CREATE INDEX invitationByEnd ON invitation (endedBy);
        """
}
