/// JPK, declarations and UPO that were taken in: what their bytes say, whose they are, and which receipt belongs to
/// which document.
enum TaxImportsMigration {
    static let schema = [imports, indexes, parts, receipts].joined(separator: "\n")

    /// `chosenOver`: of several originals of one period the office said that this is the one, when it knew the imports
    /// up to that number; `isAsked`: it has not said so yet. `subject`: whom a form such as PIT-11 is about.
    private static let imports = """
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
            subject TEXT CHECK (subject <> ''),
            subjectName TEXT NOT NULL DEFAULT '',
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
            chosenOver INTEGER,
            chosenBy INTEGER REFERENCES staff ON DELETE RESTRICT,
            chosenAt INTEGER CHECK ((chosenAt IS NULL) = (chosenBy IS NULL)),
            isAsked INTEGER NOT NULL DEFAULT 0 CHECK (isAsked IN (0, 1)),
            CHECK ((assignedAt IS NULL) = (assignedBy IS NULL)),
            CHECK (assignedAt IS NULL OR firmId IS NOT NULL),
            CHECK ((kind = 'upo') = (periodKind IS NULL)),
            CHECK ((kind = 'upo') = (purpose IS NULL)),
            CHECK ((periodKind IS NULL) = (fromOn IS NULL) AND (periodKind IS NULL) = (untilOn IS NULL))
        );
        """

    /// Whether a version is in force is asked of every printout of a send, however many periods the office has; and the
    /// counts of imports are also asked for those who see some firms only.
    private static let indexes = """
        CREATE INDEX taxImportByFirm ON taxImport (firmId, id);
        CREATE INDEX taxImportByForm ON taxImport (firmId, form, madeAt);
        CREATE INDEX taxImportByPeriod ON taxImport (firmId, form, kind, untilOn);
        CREATE INDEX taxImportByImporter ON taxImport (importedBy, id);
        CREATE INDEX taxImportUnmatched ON taxImport (id) WHERE firmId IS NULL;
        CREATE INDEX taxImportUnmatchedByImporter ON taxImport (importedBy, id) WHERE firmId IS NULL;
        CREATE INDEX taxImportWithProblems ON taxImport (id) WHERE problemCount > 0;
        CREATE INDEX taxImportWithProblemsByFirm ON taxImport (firmId, id) WHERE problemCount > 0;
        CREATE INDEX taxImportAsked ON taxImport (id) WHERE isAsked;
        """

    /// `content`: a digest of the rows of a part, by which an export of the same rows is known. `plainForm`: the forms
    /// about a person that the office said show no wages.
    private static let parts = """
        CREATE TABLE taxImportPart (
            importId INTEGER NOT NULL REFERENCES taxImport ON DELETE RESTRICT,
            part TEXT NOT NULL CHECK (part IN ('declaration', 'vatSales', 'vatPurchases', 'taxLedger', 'revenue',
                'fixedAssets', 'trialBalance', 'journal', 'ledgerAccounts', 'taxDifferences')),
            fromOn TEXT NOT NULL,
            untilOn TEXT NOT NULL CHECK (untilOn >= fromOn),
            rowCount INTEGER NOT NULL CHECK (rowCount >= 0),
            content BLOB CHECK (length(content) = 32),
            PRIMARY KEY (importId, part)
        ) WITHOUT ROWID;
        CREATE TABLE plainForm (
            form TEXT PRIMARY KEY CHECK (length(form) > 0),
            saidBy INTEGER NOT NULL REFERENCES staff ON DELETE RESTRICT,
            saidAt INTEGER NOT NULL
        ) WITHOUT ROWID;
        """

    /// A receipt is a proof by a SHA-256 that was computed here and by a strong signature; how far a pair is from that
    /// is its `doubt`. Of an UPO whose document the office does not have, a person says what it is about (`datedBy`).
    /// `partedFrom`: the document that it is not of, as the head said.
    private static let receipts = """
        CREATE TABLE taxReceipt (
            importId INTEGER PRIMARY KEY REFERENCES taxImport ON DELETE RESTRICT,
            reference TEXT NOT NULL,
            receivedAt INTEGER NOT NULL,
            receivedAtText TEXT NOT NULL,
            signature TEXT NOT NULL CHECK (signature IN ('unsigned', 'intact', 'broken', 'unverifiable')),
            weaknesses TEXT NOT NULL DEFAULT '' CHECK (weaknesses = '' OR signature = 'intact'),
            signedAt INTEGER,
            documentId INTEGER REFERENCES taxImport ON DELETE RESTRICT,
            pairing TEXT CHECK (pairing IN ('digest', 'weakDigest', 'person')),
            pairedBy INTEGER REFERENCES staff ON DELETE RESTRICT,
            pairedAt INTEGER,
            partedFrom INTEGER REFERENCES taxImport ON DELETE RESTRICT,
            fromOn TEXT,
            untilOn TEXT CHECK (untilOn >= fromOn AND (untilOn IS NULL) = (fromOn IS NULL)),
            datedBy INTEGER REFERENCES staff ON DELETE RESTRICT,
            datedAt INTEGER CHECK ((datedAt IS NULL) = (fromOn IS NULL)),
            doubt TEXT AS (CASE WHEN documentId IS NULL THEN NULL
                WHEN signature = 'broken' THEN 'brokenSignature' WHEN weaknesses <> '' THEN 'weakSignature'
                WHEN pairing = 'weakDigest' THEN 'weakDigest' WHEN pairing = 'person' THEN 'byHand' END) VIRTUAL,
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
