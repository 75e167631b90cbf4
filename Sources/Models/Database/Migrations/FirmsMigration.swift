/// Client firms, what the office notes about them, and the people who stand for them.
enum FirmsMigration {
    static let schema = [firms, memberships, readers, invitations, savedFilters, listVersion].joined(separator: "\n")

    private static let firms = """
        CREATE TABLE firm (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 160),
            country TEXT NOT NULL CHECK (country IN ('PL', 'IL')),
            taxIdentifier TEXT NOT NULL,
            currency TEXT NOT NULL CHECK (currency IN ('PLN', 'ILS')),
            nameKey TEXT NOT NULL,
            searchText TEXT NOT NULL,
            vat TEXT CHECK (vat IN ('monthly', 'bimonthly', 'quarterly', 'exempt')),
            approvalRequired INTEGER NOT NULL DEFAULT 0 CHECK (approvalRequired IN (0, 1)),
            createdAt INTEGER NOT NULL,
            closedAt INTEGER,
            closedBy INTEGER REFERENCES person ON DELETE RESTRICT,
            UNIQUE (country, taxIdentifier)
        );
        CREATE INDEX firmByName ON firm (nameKey, id) WHERE closedAt IS NULL;
        CREATE TABLE taxation (
            id INTEGER PRIMARY KEY,
            firmId INTEGER NOT NULL REFERENCES firm ON DELETE RESTRICT,
            form TEXT NOT NULL CHECK (form IN ('lumpSum', 'ledger', 'fullBooks', 'card', 'israeli')),
            validFrom TEXT NOT NULL,
            validUntil TEXT CHECK (validUntil IS NULL OR validUntil >= validFrom),
            UNIQUE (firmId, validFrom)
        );
        CREATE TABLE firmTag (
            firmId INTEGER NOT NULL REFERENCES firm ON DELETE RESTRICT,
            tagKey TEXT NOT NULL,
            tag TEXT NOT NULL CHECK (length(tag) BETWEEN 1 AND 40),
            PRIMARY KEY (firmId, tagKey)
        ) WITHOUT ROWID;
        CREATE INDEX firmTagByKey ON firmTag (tagKey, firmId);
        """

    /// Since when a member no longer has a right is kept, so that what came meanwhile is unread when the right is given
    /// back.
    private static let memberships = """
        CREATE TABLE membership (
            id INTEGER PRIMARY KEY,
            firmId INTEGER NOT NULL REFERENCES firm ON DELETE RESTRICT,
            personId INTEGER NOT NULL REFERENCES person ON DELETE RESTRICT,
            canRead INTEGER NOT NULL CHECK (canRead IN (0, 1)),
            canApprove INTEGER NOT NULL CHECK (canApprove IN (0, 1)),
            canPayroll INTEGER NOT NULL CHECK (canPayroll IN (0, 1)),
            isNotified INTEGER NOT NULL CHECK (isNotified IN (0, 1)),
            readEndedAt INTEGER,
            payrollEndedAt INTEGER,
            createdAt INTEGER NOT NULL,
            createdBy INTEGER REFERENCES person ON DELETE RESTRICT,
            endedAt INTEGER,
            endedBy INTEGER REFERENCES person ON DELETE RESTRICT
        );
        CREATE UNIQUE INDEX membershipOnce ON membership (personId, firmId) WHERE endedAt IS NULL;
        CREATE INDEX membershipByFirm ON membership (firmId);
        """

    /// The people of a client who may read, said once. `readingMembership`: the memberships in force that have the right to read.
    /// `reader`: those of them whose person has not been disabled; only these come to know of anything. What is about
    /// payroll takes `canPayroll` too.
    private static let readers = """
        CREATE VIEW readingMembership AS
            SELECT id, firmId, personId, canApprove, canPayroll, isNotified, createdAt FROM membership
            WHERE canRead AND endedAt IS NULL;
        CREATE VIEW reader AS
            SELECT readingMembership.id, firmId, personId, canApprove, canPayroll, isNotified, readingMembership.createdAt,
                name, phone, activatedAt
            FROM readingMembership JOIN person ON person.id = personId WHERE person.disabledAt IS NULL;
        """

    /// Whom a supervisor wants to let into a firm: as it was typed, until the head has decided.
    private static let invitations = """
        CREATE TABLE invitation (
            id INTEGER PRIMARY KEY,
            firmId INTEGER NOT NULL REFERENCES firm ON DELETE RESTRICT,
            email TEXT NOT NULL CHECK (length(email) > 2),
            name TEXT NOT NULL CHECK (name <> ''),
            phone TEXT,
            language TEXT NOT NULL,
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

    /// Filters of the firm list that a person keeps, each as its fields in order: `[["form","ledger"]]`.
    private static let savedFilters = """
        CREATE TABLE savedFilter (
            id INTEGER PRIMARY KEY,
            personId INTEGER NOT NULL REFERENCES person ON DELETE RESTRICT,
            nameKey TEXT NOT NULL,
            name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
            fields TEXT NOT NULL CHECK (json_valid(fields)),
            createdAt INTEGER NOT NULL,
            UNIQUE (personId, nameKey)
        );
        """

    /// How often anything was changed that the firm list is counted from: one row.
    private static let listVersion = """
        CREATE TABLE firmListVersion (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            number INTEGER NOT NULL
        );
        INSERT INTO firmListVersion (id, number) VALUES (1, 0);
        """
}
