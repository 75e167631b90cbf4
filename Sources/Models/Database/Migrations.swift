import GRDB

/// The order of all migrations. A released migration is never changed; it consists of SQL text alone, so that later
/// code cannot change what it does.
enum Migrations {
    /// Those of the first release: one for each word of the office, and what a table refers to stands before it.
    private static let inOrder = [
        ("001 people", PeopleMigration.schema),
        ("002 offices", OfficesMigration.schema),
        ("003 firms", FirmsMigration.schema),
        ("004 staff", StaffMigration.schema),
        ("005 sessions", SessionsMigration.schema),
        ("006 audit", AuditMigration.schema),
        ("007 attachments", AttachmentsMigration.schema),
        ("008 file texts", FileTextsMigration.schema),
        ("009 broadcasts", BroadcastsMigration.schema),
        ("010 conversations", ConversationsMigration.schema),
        ("011 notice templates", NoticeTemplatesMigration.schema),
        ("012 firm imports", FirmImportsMigration.schema),
        ("013 tax imports", TaxImportsMigration.schema),
        ("014 printouts", PrintoutsMigration.schema),
        ("015 deliveries", DeliveriesMigration.schema),
        ("016 use", UseMigration.schema),
        ("017 search", SearchMigration.schema),
    ]

    static var all: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        for (name, schema) in inOrder {
            migrator.registerMigration(name) { db in try db.execute(sql: schema) }
        }
        return migrator
    }
}

extension Migrations {
    /// A version of the program that this one does not follow.
    enum OtherVersion {
        /// Goes through the same migrations, and then through further ones.
        case newer
        /// Made before the first release: its migrations were put together since, and none of them is known.
        case unreleased
    }

    static func otherVersion(_ db: Database) throws -> OtherVersion? {
        try otherVersion(wentThrough: all.appliedIdentifiers(db))
    }

    /// - Parameter applied: the migrations that a database went through.
    /// - Returns: the version that made it, where this one does not know them all.
    static func otherVersion(wentThrough applied: Set<String>) -> OtherVersion? {
        if applied.isSubset(of: all.migrations) { return nil }
        return applied.contains(inOrder[0].0) ? .newer : .unreleased
    }
}
