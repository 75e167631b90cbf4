/// Which version of a part is in force: what stands in each part, so that an export of the same rows is known, and which
/// of several originals of one period the office said is the one. Of those that came before, the one that was in force
/// then stays so, and nobody is asked.
enum VersionOrderMigration {
    static let schema = """
        ALTER TABLE taxImportPart ADD COLUMN content BLOB CHECK (length(content) = 32);
        ALTER TABLE taxImport ADD COLUMN chosenOver INTEGER;
        ALTER TABLE taxImport ADD COLUMN chosenBy INTEGER REFERENCES staff ON DELETE RESTRICT;
        ALTER TABLE taxImport ADD COLUMN chosenAt INTEGER CHECK ((chosenAt IS NULL) = (chosenBy IS NULL));
        ALTER TABLE taxImport ADD COLUMN isAsked INTEGER NOT NULL DEFAULT 0 CHECK (isAsked IN (0, 1));
        CREATE INDEX taxImportAsked ON taxImport (id) WHERE isAsked;
        """

    static let settled = """
        UPDATE taxImport AS version SET chosenOver = (SELECT max(id) FROM taxImport)
            WHERE kind <> 'upo' AND purpose = 'first' AND EXISTS (SELECT 1 FROM taxImport AS other
                WHERE other.firmId = version.firmId AND other.form = version.form AND other.kind = version.kind
                    AND other.untilOn = version.untilOn AND other.fromOn = version.fromOn
                    AND other.purpose = 'first' AND other.id <> version.id)
            AND NOT EXISTS (SELECT 1 FROM taxImport AS other
                WHERE other.firmId = version.firmId AND other.form = version.form AND other.kind = version.kind
                    AND other.untilOn = version.untilOn AND other.fromOn = version.fromOn
                    AND other.purpose = 'first' AND (ifnull(other.madeAt, 0), other.importedAt, other.id)
                        > (ifnull(version.madeAt, 0), version.importedAt, version.id));
        INSERT OR IGNORE INTO taxProofDue SELECT id FROM taxImport WHERE kind <> 'upo';
        """
}
