/// Of the tries from an address only those that failed are counted: an address that many sign in from, as a proxy is,
/// has thousands of others.
enum SignInMigration {
    static let schema = """
        DROP INDEX signInAttemptByAddress;
        CREATE INDEX signInAttemptByAddress ON signInAttempt (address, at) WHERE NOT succeeded;
        """
}
