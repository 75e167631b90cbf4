import GRDB

/// Chains the journal. What was written before is taken over as it stands, in its order.
///
/// The hashes are those of `AuditChain`, whose form never changes.
enum AuditChainMigration {
    static func run(_ db: Database) throws {
        try db.execute(sql: schema)
        var previous = AuditChain.start
        let rows = try Row.fetchCursor(
            db, sql: "SELECT id, at, personId, action, firmId, subject, detail FROM unchainedEvent ORDER BY id"
        )
        var id: Int64 = 0
        while let row = try rows.next() {
            id += 1
            var values = Array(row.databaseValues)
            values[0] = id.databaseValue
            previous = try AuditChain.append(db, values, after: previous)
        }
        try db.execute(sql: "DROP TABLE unchainedEvent")
        try db.execute(sql: rules)
    }

    private static let schema = """
        DROP TRIGGER auditEventNotChanged;
        DROP TRIGGER auditEventNotReplaced;
        DROP TRIGGER auditEventNotDeleted;
        DROP INDEX auditEventByFirm;
        ALTER TABLE auditEvent RENAME TO unchainedEvent;
        CREATE TABLE auditEvent (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            at INTEGER NOT NULL,
            personId INTEGER REFERENCES person ON DELETE RESTRICT,
            action TEXT NOT NULL,
            firmId INTEGER REFERENCES firm ON DELETE RESTRICT,
            subject TEXT,
            detail TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(detail)),
            hash BLOB NOT NULL CHECK (length(hash) = 32)
        );
        """

    private static let rules = """
        CREATE INDEX auditEventByTime ON auditEvent (at);
        CREATE INDEX auditEventByFirm ON auditEvent (firmId, at);
        CREATE INDEX auditEventByPerson ON auditEvent (personId, at);
        CREATE INDEX auditEventByAction ON auditEvent (action, at);
        CREATE TRIGGER auditEventNotChanged BEFORE UPDATE ON auditEvent
            BEGIN SELECT raise(ABORT, 'the audit log is append-only'); END;
        CREATE TRIGGER auditEventNotReplaced BEFORE INSERT ON auditEvent
            WHEN EXISTS (SELECT 1 FROM auditEvent WHERE id = NEW.id)
            BEGIN SELECT raise(ABORT, 'the audit log is append-only'); END;
        CREATE TRIGGER auditEventNotDeleted BEFORE DELETE ON auditEvent
            BEGIN SELECT raise(ABORT, 'the audit log is append-only'); END;
        """
}
