/// People of clients and of the office: who ended an access or disabled a person, which link was used,
/// outgoing mail, deputies for a time, and notices about payroll that a firm could not get.
enum PeopleMigration {
    static let schema = """
        ALTER TABLE membership ADD COLUMN endedBy INTEGER REFERENCES person ON DELETE RESTRICT;
        ALTER TABLE person ADD COLUMN disabledBy INTEGER REFERENCES person ON DELETE RESTRICT;
        ALTER TABLE personalLink ADD COLUMN usedAt INTEGER;

        CREATE TABLE outgoingMail (
            id INTEGER PRIMARY KEY,
            personId INTEGER NOT NULL REFERENCES person ON DELETE RESTRICT,
            firmId INTEGER REFERENCES firm ON DELETE RESTRICT,
            kind TEXT NOT NULL CHECK (kind IN ('activation', 'reset')),
            createdAt INTEGER NOT NULL,
            createdBy INTEGER REFERENCES person ON DELETE RESTRICT,
            linkId INTEGER REFERENCES personalLink ON DELETE RESTRICT,
            handedAt INTEGER,
            handedBy INTEGER REFERENCES person ON DELETE RESTRICT,
            demoToken TEXT
        );
        CREATE INDEX outgoingMailByPerson ON outgoingMail (personId);
        CREATE INDEX outgoingMailByLink ON outgoingMail (linkId);

        CREATE TABLE deputyship (
            id INTEGER PRIMARY KEY,
            absentId INTEGER NOT NULL REFERENCES staff ON DELETE RESTRICT,
            deputyId INTEGER NOT NULL REFERENCES staff ON DELETE RESTRICT,
            fromOn TEXT NOT NULL,
            untilOn TEXT NOT NULL CHECK (untilOn >= fromOn),
            createdAt INTEGER NOT NULL,
            createdBy INTEGER NOT NULL REFERENCES person ON DELETE RESTRICT,
            endedAt INTEGER,
            endedBy INTEGER REFERENCES person ON DELETE RESTRICT,
            CHECK (absentId <> deputyId)
        );
        CREATE INDEX deputyshipByAbsent ON deputyship (absentId, untilOn);
        ALTER TABLE assignment ADD COLUMN deputyshipId INTEGER REFERENCES deputyship ON DELETE RESTRICT;
        CREATE INDEX assignmentByDeputyship ON assignment (deputyshipId) WHERE deputyshipId IS NOT NULL;

        ALTER TABLE broadcast ADD COLUMN isPayroll INTEGER NOT NULL DEFAULT 0 CHECK (isPayroll IN (0, 1));
        CREATE TABLE newBroadcastSkip (
            broadcastId INTEGER NOT NULL REFERENCES broadcast ON DELETE RESTRICT,
            firmId INTEGER NOT NULL REFERENCES firm ON DELETE RESTRICT,
            reason TEXT NOT NULL CHECK (reason IN ('noPerson', 'noPayroll', 'archived', 'notYours')),
            PRIMARY KEY (broadcastId, firmId)
        ) WITHOUT ROWID;
        INSERT INTO newBroadcastSkip SELECT broadcastId, firmId, reason FROM broadcastSkip;
        DROP TABLE broadcastSkip;
        ALTER TABLE newBroadcastSkip RENAME TO broadcastSkip;
        """
}
