/// Mail that is to leave the office: links that a person is to get.
enum DeliveriesMigration {
    static let schema = """
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
        """
}
