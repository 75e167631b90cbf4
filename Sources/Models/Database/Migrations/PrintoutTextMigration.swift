/// The texts in the rows that a printout is of, so that a client finds the month of an invoice.
enum PrintoutTextMigration {
    static let schema = """
        CREATE TABLE printoutText (
            printoutId INTEGER PRIMARY KEY REFERENCES printout ON DELETE CASCADE,
            text TEXT NOT NULL
        );
        """
}
