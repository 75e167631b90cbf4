/// Who of a client may read, said once.
enum ReaderMigration {
    /// `readingMembership`: the memberships in force that have the right to read. `reader`: those of them whose person
    /// has not been disabled; only these come to know of anything. What is about payroll takes `canPayroll` too.
    static let schema = """
        CREATE VIEW readingMembership AS
            SELECT id, firmId, personId, canApprove, canPayroll, isNotified FROM membership
            WHERE canRead AND endedAt IS NULL;
        CREATE VIEW reader AS
            SELECT readingMembership.id, firmId, personId, canApprove, canPayroll, isNotified, name, phone, activatedAt
            FROM readingMembership JOIN person ON person.id = personId WHERE person.disabledAt IS NULL;
        """
}
