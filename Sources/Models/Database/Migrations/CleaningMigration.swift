/// Finds sessions and links by when they were over, to clean them, and counts the sessions that are not.
enum CleaningMigration {
    static let schema = """
        CREATE INDEX sessionByEnd ON session (ifnull(endedAt, expiresAt));
        CREATE INDEX sessionLiving ON session (expiresAt) WHERE endedAt IS NULL;
        CREATE INDEX personalLinkByEnd ON personalLink (ifnull(endedAt, expiresAt));
        """
}
