/// The key by which numbers of rows are written in addresses (`AddressCodes`): made once, it goes with the database into
/// backups, so that links which people have kept still lead on.
enum AddressKeyMigration {
    static let schema = """
        CREATE TABLE addressKey (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            bytes BLOB NOT NULL CHECK (typeof(bytes) = 'blob' AND length(bytes) = 16)
        );
        INSERT INTO addressKey VALUES (1, randomblob(16));
        """
}
