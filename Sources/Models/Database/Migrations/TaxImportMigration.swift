/// JPK, declarations and UPO that were taken in: what their bytes say, whose they are, and which receipt belongs to
/// which document. Nothing of it changes but the firm of a file that was unmatched and the pair of a receipt.
///
/// A file that comes by the command line or through the watched folder was uploaded by nobody, so `storedFile` no
/// longer asks for a person: SQLite takes a NOT NULL away only by making the table anew.
enum TaxImportMigration {
    static let files = """
        CREATE TABLE storedFileAnew (
            id INTEGER PRIMARY KEY,
            key TEXT NOT NULL UNIQUE CHECK (length(key) >= 32),
            name TEXT NOT NULL,
            mediaType TEXT NOT NULL,
            kind TEXT NOT NULL,
            size INTEGER NOT NULL CHECK (size > 0),
            sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
            uploadedBy INTEGER REFERENCES person ON DELETE RESTRICT,
            uploadedAt INTEGER NOT NULL
        );
        INSERT INTO storedFileAnew SELECT * FROM storedFile;
        DROP TABLE storedFile;
        ALTER TABLE storedFileAnew RENAME TO storedFile;
        CREATE INDEX storedFileByUploader ON storedFile (uploadedBy);
        """

    static let imports = """
        CREATE TABLE taxImport (
            id INTEGER PRIMARY KEY,
            fileId INTEGER NOT NULL UNIQUE REFERENCES storedFile ON DELETE RESTRICT,
            sha256 BLOB NOT NULL UNIQUE CHECK (length(sha256) = 32),
            kind TEXT NOT NULL CHECK (kind IN ('jpk', 'declaration', 'upo')),
            structure TEXT NOT NULL CHECK (length(structure) > 0),
            variant INTEGER NOT NULL CHECK (variant >= 0),
            form TEXT NOT NULL,
            firmId INTEGER REFERENCES firm ON DELETE RESTRICT,
            assignedBy INTEGER REFERENCES staff ON DELETE RESTRICT,
            assignedAt INTEGER,
            nip TEXT,
            pesel TEXT,
            taxpayerName TEXT NOT NULL,
            fromOn TEXT,
            untilOn TEXT CHECK (untilOn >= fromOn),
            periodKind TEXT CHECK (periodKind IN ('month', 'quarter', 'year', 'range')),
            purpose TEXT CHECK (purpose IN ('onDemand', 'first', 'correction')),
            madeAt INTEGER,
            officeCode TEXT,
            dueMinor INTEGER,
            currency TEXT NOT NULL CHECK (length(currency) = 3),
            controls TEXT NOT NULL CHECK (json_valid(controls)),
            problemCount INTEGER NOT NULL CHECK (problemCount >= 0),
            importedBy INTEGER REFERENCES person ON DELETE RESTRICT,
            importedAt INTEGER NOT NULL,
            CHECK ((assignedAt IS NULL) = (assignedBy IS NULL)),
            CHECK (assignedAt IS NULL OR firmId IS NOT NULL),
            CHECK ((kind = 'upo') = (periodKind IS NULL)),
            CHECK ((kind = 'upo') = (purpose IS NULL)),
            CHECK ((periodKind IS NULL) = (fromOn IS NULL) AND (periodKind IS NULL) = (untilOn IS NULL))
        );
        CREATE INDEX taxImportByFirm ON taxImport (firmId, id);
        CREATE INDEX taxImportByForm ON taxImport (firmId, form, madeAt);
        CREATE INDEX taxImportUnmatched ON taxImport (id) WHERE firmId IS NULL;
        CREATE INDEX taxImportWithProblems ON taxImport (id) WHERE problemCount > 0;
        CREATE INDEX taxImportByImporter ON taxImport (importedBy, id);
        CREATE TABLE taxImportPart (
            importId INTEGER NOT NULL REFERENCES taxImport ON DELETE RESTRICT,
            part TEXT NOT NULL CHECK (part IN ('declaration', 'vatSales', 'vatPurchases', 'taxLedger', 'revenue',
                'fixedAssets', 'trialBalance', 'journal', 'ledgerAccounts', 'taxDifferences')),
            fromOn TEXT NOT NULL,
            untilOn TEXT NOT NULL CHECK (untilOn >= fromOn),
            rowCount INTEGER NOT NULL CHECK (rowCount >= 0),
            PRIMARY KEY (importId, part)
        ) WITHOUT ROWID;
        """

    static let receipts = """
        CREATE TABLE taxReceipt (
            importId INTEGER PRIMARY KEY REFERENCES taxImport ON DELETE RESTRICT,
            reference TEXT NOT NULL,
            receivedAt INTEGER NOT NULL,
            receivedAtText TEXT NOT NULL,
            signature TEXT NOT NULL CHECK (signature IN ('unsigned', 'intact', 'broken', 'unverifiable')),
            signedAt INTEGER,
            documentId INTEGER REFERENCES taxImport ON DELETE RESTRICT,
            pairing TEXT CHECK (pairing IN ('digest', 'person')),
            pairedBy INTEGER REFERENCES staff ON DELETE RESTRICT,
            pairedAt INTEGER,
            CHECK ((documentId IS NULL) = (pairing IS NULL) AND (documentId IS NULL) = (pairedAt IS NULL)),
            CHECK ((pairing IS 'person') = (pairedBy IS NOT NULL))
        );
        CREATE INDEX taxReceiptByDocument ON taxReceipt (documentId);
        CREATE TABLE taxDigest (
            digest BLOB NOT NULL CHECK (length(digest) IN (16, 20, 32)),
            importId INTEGER NOT NULL REFERENCES taxImport ON DELETE RESTRICT,
            PRIMARY KEY (digest, importId)
        ) WITHOUT ROWID;
        CREATE INDEX taxDigestByImport ON taxDigest (importId);
        """
}
