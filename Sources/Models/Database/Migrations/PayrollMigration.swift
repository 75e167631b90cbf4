/// Correspondence about payroll: a whole conversation is marked, with its subject, messages and files,
/// and only those of the firm who have the right to payroll know of it.
enum PayrollMigration {
    static let schema = """
        ALTER TABLE conversation ADD COLUMN isPayroll INTEGER NOT NULL DEFAULT 0 CHECK (isPayroll IN (0, 1));
        ALTER TABLE draft ADD COLUMN isPayroll INTEGER NOT NULL DEFAULT 0 CHECK (isPayroll IN (0, 1));
        """
}
