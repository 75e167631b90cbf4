/// The people of the office: their roles, which firms are in whose care, and deputies for a time.
enum StaffMigration {
    static let schema = """
        CREATE TABLE staff (
            personId INTEGER PRIMARY KEY REFERENCES person ON DELETE RESTRICT,
            role TEXT NOT NULL CHECK (role IN ('head', 'supervisor', 'accountant')),
            usesKeys INTEGER NOT NULL DEFAULT TRUE CHECK (usesKeys IN (0, 1)),
            line TEXT CHECK (length(line) BETWEEN 1 AND 120),
            photo TEXT REFERENCES picture ON DELETE RESTRICT
        );
        CREATE INDEX staffByPhoto ON staff (photo) WHERE photo IS NOT NULL;
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
        CREATE TABLE assignment (
            id INTEGER PRIMARY KEY,
            firmId INTEGER NOT NULL REFERENCES firm ON DELETE RESTRICT,
            personId INTEGER NOT NULL REFERENCES staff ON DELETE RESTRICT,
            duty TEXT NOT NULL CHECK (duty IN ('supervisor', 'accountant', 'deputy')),
            deputyshipId INTEGER REFERENCES deputyship ON DELETE RESTRICT,
            fromOn TEXT NOT NULL,
            untilOn TEXT CHECK (untilOn IS NULL OR untilOn >= fromOn),
            createdAt INTEGER NOT NULL,
            createdBy INTEGER REFERENCES person ON DELETE RESTRICT
        );
        CREATE UNIQUE INDEX assignmentOneSupervisor ON assignment (firmId)
            WHERE duty = 'supervisor' AND untilOn IS NULL;
        CREATE INDEX assignmentByPerson ON assignment (personId, firmId);
        CREATE INDEX assignmentByFirm ON assignment (firmId);
        CREATE INDEX assignmentByDeputyship ON assignment (deputyshipId) WHERE deputyshipId IS NOT NULL;
        """
}
