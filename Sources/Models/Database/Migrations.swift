import GRDB

/// The order of all migrations. A released migration is never changed; it consists of SQL text alone, so that later
/// code cannot change what it does.
enum Migrations {
    static var all: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("001 foundation") { db in
            try db.execute(sql: FoundationMigration.people)
            try db.execute(sql: FoundationMigration.correspondence)
            try db.execute(sql: FoundationMigration.sessions)
        }
        migrator.registerMigration("002 firm settings") { try $0.execute(sql: FirmSettingsMigration.schema) }
        migrator.registerMigration("003 payroll") { try $0.execute(sql: PayrollMigration.schema) }
        migrator.registerMigration("004 people") { try $0.execute(sql: PeopleMigration.schema) }
        migrator.registerMigration("005 correspondence") { db in
            try db.execute(sql: CorrespondenceMigration.messages)
            try db.execute(sql: CorrespondenceMigration.office)
            try db.execute(sql: CorrespondenceMigration.notices)
        }
        migrator.registerMigration("006 search") { try $0.execute(sql: SearchMigration.schema) }
        migrator.registerMigration("007 audit chain", migrate: AuditChainMigration.run)
        migrator.registerMigration("008 saved filters") { try $0.execute(sql: SavedFiltersMigration.schema) }
        migrator.registerMigration("010 firm import") { try $0.execute(sql: FirmImportMigration.schema) }
        migrator.registerMigration("011 tax imports") { db in
            try db.execute(sql: TaxImportMigration.files)
            try db.execute(sql: TaxImportMigration.imports)
            try db.execute(sql: TaxImportMigration.receipts)
        }
        migrator.registerMigration("012 printouts") { db in
            try db.execute(sql: PrintoutMigration.printouts)
            try db.execute(sql: PrintoutMigration.messages)
            try db.execute(sql: PrintoutMigration.drafts)
            try db.execute(sql: PrintoutMigration.imports)
        }
        migrator.registerMigration("013 file texts") { try $0.execute(sql: FileTextMigration.schema) }
        migrator.registerMigration("014 printout texts") { try $0.execute(sql: PrintoutTextMigration.schema) }
        migrator.registerMigration("015 sending") { db in
            try db.execute(sql: SendingMigration.versions)
            try db.execute(sql: SendingMigration.downloads)
            try db.execute(sql: SendingMigration.messages)
        }
        migrator.registerMigration("016 drops") { try $0.execute(sql: DropMigration.schema) }
        migrator.registerMigration("017 message files") { try $0.execute(sql: MessageFilesMigration.schema) }
        migrator.registerMigration("018 sign-ins") { try $0.execute(sql: SignInMigration.schema) }
        migrator.registerMigration("020 known browsers") { db in
            try db.execute(sql: KnownBrowserMigration.browsers)
            try db.execute(sql: KnownBrowserMigration.attempts)
            try db.execute(sql: KnownBrowserMigration.invitations)
        }
        migrator.registerMigration("021 use") { db in
            try db.execute(sql: UseMigration.firms)
            try db.execute(sql: UseMigration.files)
            try db.execute(sql: UseMigration.sums)
        }
        migrator.registerMigration("022 cleaning") { try $0.execute(sql: CleaningMigration.schema) }
        migrator.registerMigration("023 lost files") { try $0.execute(sql: LostFileMigration.schema) }
        migrator.registerMigration("025 receipt proof") { db in
            try db.execute(sql: ReceiptProofMigration.receipts)
            try db.execute(sql: ReceiptProofMigration.digests)
        }
        migrator.registerMigration("026 address key") { try $0.execute(sql: AddressKeyMigration.schema) }
        migrator.registerMigration("027 words") { try $0.execute(sql: WordsMigration.schema) }
        migrator.registerMigration("028 text format") { try $0.execute(sql: TextFormatMigration.schema) }
        migrator.registerMigration("031 seen") { db in
            try db.execute(sql: SeenMigration.files)
            try db.execute(sql: SeenMigration.addresses)
            try db.execute(sql: SeenMigration.numbers)
        }
        migrator.registerMigration("032 sender's intention") { db in
            try db.execute(sql: IntentionMigration.broadcasts)
            try db.execute(sql: IntentionMigration.memberships)
        }
        migrator.registerMigration("033 order of versions") { db in
            try db.execute(sql: VersionOrderMigration.schema)
            try db.execute(sql: VersionOrderMigration.settled)
        }
        migrator.registerMigration("034 form subjects") { try $0.execute(sql: FormSubjectMigration.schema) }
        migrator.registerMigration("035 file holders") { try $0.execute(sql: FileHolderMigration.schema) }
        migrator.registerMigration("036 readers") { try $0.execute(sql: ReaderMigration.schema) }
        return migrator
    }
}
