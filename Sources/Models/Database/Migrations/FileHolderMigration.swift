/// What holds a stored file, said once.
enum FileHolderMigration {
    /// A file that stands here is never removed. A table that comes to refer to `storedFile` makes this view anew with
    /// itself in it; `FileHolderTests` finds one that was forgotten.
    static let schema = """
        CREATE VIEW fileHolder AS
            SELECT fileId FROM attachment
            UNION ALL SELECT fileId FROM draftFile
            UNION ALL SELECT fileId FROM draftFirmFile
            UNION ALL SELECT fileId FROM taxImport
            UNION ALL SELECT fileId FROM printoutFile
            UNION ALL SELECT fileId FROM printoutDownload;
        """
}
