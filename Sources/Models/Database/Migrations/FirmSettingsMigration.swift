/// What the office notes about a firm beside its taxation form: how often it settles VAT, whether its
/// amounts need the client's approval, and the office's own tags.
enum FirmSettingsMigration {
    static let schema = """
        ALTER TABLE firm ADD COLUMN vat TEXT CHECK (vat IN ('monthly', 'bimonthly', 'quarterly', 'exempt'));
        ALTER TABLE firm ADD COLUMN approvalRequired INTEGER NOT NULL DEFAULT 0 CHECK (approvalRequired IN (0, 1));
        CREATE TABLE firmTag (
            firmId INTEGER NOT NULL REFERENCES firm ON DELETE RESTRICT,
            tagKey TEXT NOT NULL,
            tag TEXT NOT NULL CHECK (length(tag) BETWEEN 1 AND 40),
            PRIMARY KEY (firmId, tagKey)
        ) WITHOUT ROWID;
        CREATE INDEX firmTagByKey ON firmTag (tagKey, firmId);
        """
}
