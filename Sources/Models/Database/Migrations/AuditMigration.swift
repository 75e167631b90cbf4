/// The journal: entries are added and never touched again, and each is chained to the one before (`AuditChain`).
enum AuditMigration {
    static let schema = """
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
        CREATE INDEX auditEventByTime ON auditEvent (at);
        CREATE INDEX auditEventByFirm ON auditEvent (firmId, at);
        CREATE INDEX auditEventByPerson ON auditEvent (personId, at);
        CREATE INDEX auditEventByAction ON auditEvent (action, at);
        CREATE INDEX auditEventOfSignIn ON auditEvent (personId, at) WHERE action = 'signedIn';
        CREATE TRIGGER auditEventNotChanged BEFORE UPDATE ON auditEvent
            BEGIN SELECT raise(ABORT, 'the audit log is append-only'); END;
        CREATE TRIGGER auditEventNotReplaced BEFORE INSERT ON auditEvent
            WHEN EXISTS (SELECT 1 FROM auditEvent WHERE id = NEW.id)
            BEGIN SELECT raise(ABORT, 'the audit log is append-only'); END;
        CREATE TRIGGER auditEventNotDeleted BEFORE DELETE ON auditEvent
            BEGIN SELECT raise(ABORT, 'the audit log is append-only'); END;
        """
}
