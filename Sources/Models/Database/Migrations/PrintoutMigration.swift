/// Printouts: the PDFs that can be made of what was taken in, those that were made, which of them go with which
/// message, and who took them. A printout is of one part of one import; a later version of the import has others.
enum PrintoutMigration {
    static let printouts = """
        CREATE TABLE printout (
            id INTEGER PRIMARY KEY,
            importId INTEGER NOT NULL REFERENCES taxImport ON DELETE RESTRICT,
            kind TEXT NOT NULL CHECK (kind IN ('taxLedger', 'revenue', 'fixedAssets', 'trialBalance', 'journal',
                'ledgerAccounts', 'taxDifferences', 'vatSales', 'vatPurchases', 'vatDeclaration', 'declaration',
                'receipt')),
            fromOn TEXT,
            untilOn TEXT CHECK (untilOn >= fromOn),
            UNIQUE (importId, kind),
            CHECK ((fromOn IS NULL) = (untilOn IS NULL)),
            CHECK (kind = 'receipt' OR fromOn IS NOT NULL)
        );
        CREATE INDEX printoutByPeriod ON printout (kind, fromOn, untilOn);
        INSERT INTO printout (importId, kind, fromOn, untilOn)
            SELECT importId, CASE WHEN part = 'declaration' AND taxImport.kind = 'jpk' THEN 'vatDeclaration' ELSE part END,
                taxImportPart.fromOn, taxImportPart.untilOn
            FROM taxImportPart JOIN taxImport ON taxImport.id = importId ORDER BY importId, part;
        INSERT INTO printout (importId, kind, fromOn, untilOn)
            SELECT taxReceipt.importId, 'receipt', ifnull(part.fromOn, document.fromOn),
                ifnull(part.untilOn, document.untilOn)
            FROM taxReceipt LEFT JOIN taxImport AS document ON document.id = documentId
            LEFT JOIN taxImportPart AS part ON part.importId = documentId AND part.part = 'declaration'
            ORDER BY taxReceipt.importId;
        CREATE TABLE printoutFile (
            printoutId INTEGER NOT NULL REFERENCES printout ON DELETE RESTRICT,
            language TEXT NOT NULL CHECK (language IN ('pl', 'en', 'he')),
            fileId INTEGER NOT NULL UNIQUE REFERENCES storedFile ON DELETE RESTRICT,
            pageCount INTEGER NOT NULL CHECK (pageCount > 0),
            madeAt INTEGER NOT NULL,
            PRIMARY KEY (printoutId, language)
        ) WITHOUT ROWID;
        """

    static let messages = """
        CREATE TABLE messagePrintout (
            messageId INTEGER NOT NULL REFERENCES message ON DELETE RESTRICT,
            printoutId INTEGER NOT NULL REFERENCES printout ON DELETE RESTRICT,
            PRIMARY KEY (messageId, printoutId)
        ) WITHOUT ROWID;
        CREATE INDEX messagePrintoutByPrintout ON messagePrintout (printoutId);
        CREATE TABLE printoutDownload (
            id INTEGER PRIMARY KEY,
            printoutId INTEGER NOT NULL,
            messageId INTEGER NOT NULL,
            personId INTEGER NOT NULL REFERENCES person ON DELETE RESTRICT,
            startedAt INTEGER NOT NULL,
            FOREIGN KEY (messageId, printoutId) REFERENCES messagePrintout ON DELETE RESTRICT
        );
        CREATE INDEX printoutDownloadByMessage ON printoutDownload (messageId, printoutId);
        """

    /// What is asked for in the composer: kinds of one period. Why a firm was left out may now be that it lacks one.
    static let drafts = """
        CREATE TABLE draftPrintout (
            draftKey TEXT NOT NULL REFERENCES draft ON DELETE CASCADE,
            kind TEXT NOT NULL CHECK (kind IN ('taxLedger', 'revenue', 'fixedAssets', 'trialBalance', 'journal',
                'ledgerAccounts', 'taxDifferences', 'vatSales', 'vatPurchases', 'vatDeclaration', 'declaration',
                'receipt')),
            PRIMARY KEY (draftKey, kind)
        ) WITHOUT ROWID;
        ALTER TABLE draft ADD COLUMN printoutsFrom TEXT;
        ALTER TABLE draft ADD COLUMN printoutsUntil TEXT;
        CREATE TABLE broadcastSkipAnew (
            broadcastId INTEGER NOT NULL REFERENCES broadcast ON DELETE RESTRICT,
            firmId INTEGER NOT NULL REFERENCES firm ON DELETE RESTRICT,
            reason TEXT NOT NULL CHECK (reason IN ('noPerson', 'noPayroll', 'archived', 'notYours', 'noPrintout')),
            PRIMARY KEY (broadcastId, firmId)
        ) WITHOUT ROWID;
        INSERT INTO broadcastSkipAnew SELECT * FROM broadcastSkip;
        DROP TABLE broadcastSkip;
        ALTER TABLE broadcastSkipAnew RENAME TO broadcastSkip;
        """

    /// Of an UPO whose document the office does not have, a person says what it is about. And the counts of imports for
    /// those who see some firms only.
    static let imports = """
        ALTER TABLE taxReceipt ADD COLUMN fromOn TEXT;
        ALTER TABLE taxReceipt ADD COLUMN untilOn TEXT CHECK (untilOn >= fromOn AND (untilOn IS NULL) = (fromOn IS NULL));
        ALTER TABLE taxReceipt ADD COLUMN datedBy INTEGER REFERENCES staff ON DELETE RESTRICT;
        ALTER TABLE taxReceipt ADD COLUMN datedAt INTEGER CHECK ((datedAt IS NULL) = (fromOn IS NULL));
        CREATE INDEX taxImportUnmatchedByImporter ON taxImport (importedBy, id) WHERE firmId IS NULL;
        CREATE INDEX taxImportWithProblemsByFirm ON taxImport (firmId, id) WHERE problemCount > 0;
        """
}
