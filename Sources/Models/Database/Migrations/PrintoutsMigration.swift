/// Printouts: the PDFs that can be made of what was taken in, those that were made, which of them go with which
/// message, and who took them. A printout is of one part of one import; a later version of the import has others.
enum PrintoutsMigration {
    static let schema = [printouts, messages, letterheads].joined(separator: "\n")

    /// The texts in the rows that a printout is of are kept, so that a client finds the month of an invoice.
    private static let printouts = """
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
        CREATE TABLE printoutText (
            printoutId INTEGER PRIMARY KEY REFERENCES printout ON DELETE CASCADE,
            text TEXT NOT NULL
        );
        CREATE TABLE printoutFile (
            printoutId INTEGER NOT NULL REFERENCES printout ON DELETE RESTRICT,
            language TEXT NOT NULL,
            fileId INTEGER NOT NULL UNIQUE REFERENCES storedFile ON DELETE RESTRICT,
            pageCount INTEGER NOT NULL CHECK (pageCount > 0),
            madeAt INTEGER NOT NULL,
            PRIMARY KEY (printoutId, language)
        ) WITHOUT ROWID;
        """

    /// A file that was taken stays, also when the printout is made anew.
    private static let messages = """
        CREATE TABLE messagePrintout (
            messageId INTEGER NOT NULL REFERENCES everyMessage ON DELETE RESTRICT,
            printoutId INTEGER NOT NULL REFERENCES printout ON DELETE RESTRICT,
            PRIMARY KEY (messageId, printoutId)
        ) WITHOUT ROWID;
        CREATE INDEX messagePrintoutByPrintout ON messagePrintout (printoutId);
        CREATE TABLE plannedPrintout (
            draftKey TEXT NOT NULL REFERENCES plannedSend ON DELETE CASCADE,
            firmId INTEGER NOT NULL REFERENCES firm ON DELETE RESTRICT,
            printoutId INTEGER NOT NULL REFERENCES printout ON DELETE CASCADE,
            PRIMARY KEY (draftKey, firmId, printoutId)
        ) WITHOUT ROWID;
        CREATE INDEX plannedPrintoutByPrintout ON plannedPrintout (printoutId);
        CREATE TABLE printoutDownload (
            id INTEGER PRIMARY KEY,
            printoutId INTEGER NOT NULL,
            messageId INTEGER NOT NULL,
            fileId INTEGER REFERENCES storedFile ON DELETE RESTRICT,
            personId INTEGER NOT NULL REFERENCES person ON DELETE RESTRICT,
            startedAt INTEGER NOT NULL,
            FOREIGN KEY (messageId, printoutId) REFERENCES messagePrintout ON DELETE RESTRICT
        );
        CREATE INDEX printoutDownloadByMessage ON printoutDownload (messageId, printoutId);
        CREATE INDEX printoutDownloadByFile ON printoutDownload (fileId) WHERE fileId IS NOT NULL;
        """

    /// Each page shows the office's name, logo and colour. What was sent stays as it is; what was not is made anew.
    private static let letterheads = """
        CREATE TRIGGER officeRemakesPrintouts AFTER UPDATE OF name, logo, accent ON office
            WHEN NEW.name IS NOT OLD.name OR NEW.logo IS NOT OLD.logo OR NEW.accent IS NOT OLD.accent
            BEGIN DELETE FROM printoutFile WHERE NOT EXISTS (
                SELECT 1 FROM messagePrintout WHERE messagePrintout.printoutId = printoutFile.printoutId); END;
        """
}
