/// Filters of the firm list that a person keeps, each as its fields in order: `[["form","ledger"]]`.
/// The two indexes are for the list's columns: who waits, and the last letter about payroll.
enum SavedFiltersMigration {
    static let schema = """
        CREATE TABLE savedFilter (
            id INTEGER PRIMARY KEY,
            personId INTEGER NOT NULL REFERENCES person ON DELETE RESTRICT,
            nameKey TEXT NOT NULL,
            name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
            fields TEXT NOT NULL CHECK (json_valid(fields)),
            createdAt INTEGER NOT NULL,
            UNIQUE (personId, nameKey)
        );
        CREATE INDEX conversationWaitingOfFirm ON conversation (firmId) WHERE waitingSince IS NOT NULL;
        CREATE INDEX conversationOfPayroll ON conversation (firmId, lastMessageAt DESC, id DESC) WHERE isPayroll;
        """
}
