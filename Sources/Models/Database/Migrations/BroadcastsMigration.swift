/// Notices to many firms, and the drafts from which they are sent.
enum BroadcastsMigration {
    static let schema = [broadcasts, drafts, draftFiles, plannedSends].joined(separator: "\n")

    /// Whether a notice announced printouts is kept, so that its report can say who went without.
    private static let broadcasts = """
        CREATE TABLE broadcast (
            id INTEGER PRIMARY KEY,
            subject TEXT NOT NULL,
            contentId INTEGER NOT NULL REFERENCES content ON DELETE RESTRICT,
            digest BLOB NOT NULL,
            isPayroll INTEGER NOT NULL DEFAULT 0 CHECK (isPayroll IN (0, 1)),
            withPrintouts INTEGER NOT NULL DEFAULT 0 CHECK (withPrintouts IN (0, 1)),
            personId INTEGER NOT NULL REFERENCES person ON DELETE RESTRICT,
            idempotencyKey TEXT NOT NULL UNIQUE,
            sentAt INTEGER NOT NULL,
            firmCount INTEGER NOT NULL CHECK (firmCount > 0),
            withdrawnCount INTEGER NOT NULL DEFAULT 0 CHECK (withdrawnCount BETWEEN 0 AND firmCount - readCount),
            readCount INTEGER NOT NULL DEFAULT 0 CHECK (readCount BETWEEN 0 AND firmCount),
            answerCount INTEGER NOT NULL DEFAULT 0 CHECK (answerCount BETWEEN 0 AND firmCount),
            expiresOn TEXT,
            expiredAt INTEGER CHECK (expiredAt IS NULL OR expiresOn IS NOT NULL)
        );
        CREATE INDEX broadcastByDigest ON broadcast (digest, sentAt);
        CREATE INDEX broadcastBySender ON broadcast (personId, id);
        CREATE INDEX broadcastByTime ON broadcast (sentAt DESC, id DESC);
        CREATE INDEX broadcastToExpire ON broadcast (expiresOn) WHERE expiresOn IS NOT NULL AND expiredAt IS NULL;
        CREATE TABLE broadcastSkip (
            broadcastId INTEGER NOT NULL REFERENCES broadcast ON DELETE RESTRICT,
            firmId INTEGER NOT NULL REFERENCES firm ON DELETE RESTRICT,
            reason TEXT NOT NULL CHECK (reason IN ('noPerson', 'noPayroll', 'closed', 'notYours', 'noPrintout',
                'newerPrintout', 'wrongFile')),
            PRIMARY KEY (broadcastId, firmId)
        ) WITHOUT ROWID;
        CREATE TABLE reminder (
            id INTEGER PRIMARY KEY,
            broadcastId INTEGER NOT NULL REFERENCES broadcast ON DELETE RESTRICT,
            contentId INTEGER NOT NULL UNIQUE REFERENCES content ON DELETE RESTRICT,
            personId INTEGER NOT NULL REFERENCES person ON DELETE RESTRICT,
            idempotencyKey TEXT NOT NULL UNIQUE CHECK (length(idempotencyKey) >= 32),
            sentAt INTEGER NOT NULL,
            firmCount INTEGER NOT NULL CHECK (firmCount > 0)
        );
        CREATE INDEX reminderByBroadcast ON reminder (broadcastId, id);
        """

    /// A draft remembers that its send stopped: only then is it said that a file looks like that of a firm which the
    /// sender does not see. Its words are as the search keeps them: made before the transaction in which it is sent.
    ///
    /// `draftPrintout`: which kinds of printouts of the draft's period were asked for.
    private static let drafts = """
        CREATE TABLE draft (
            key TEXT PRIMARY KEY CHECK (length(key) >= 32),
            personId INTEGER NOT NULL REFERENCES person ON DELETE RESTRICT,
            subject TEXT NOT NULL,
            subjectWords TEXT NOT NULL,
            body TEXT NOT NULL,
            words TEXT NOT NULL,
            isPayroll INTEGER NOT NULL DEFAULT 0 CHECK (isPayroll IN (0, 1)),
            expiresOn TEXT,
            printoutsFrom TEXT,
            printoutsUntil TEXT,
            createdAt INTEGER NOT NULL,
            changedAt INTEGER NOT NULL,
            stoppedAt INTEGER,
            broadcastId INTEGER REFERENCES broadcast ON DELETE RESTRICT
        ) WITHOUT ROWID;
        CREATE INDEX draftByTime ON draft (changedAt);
        CREATE INDEX draftByPerson ON draft (personId, changedAt) WHERE broadcastId IS NULL;
        CREATE TABLE draftFirm (
            draftKey TEXT NOT NULL REFERENCES draft ON DELETE CASCADE,
            firmId INTEGER NOT NULL REFERENCES firm ON DELETE RESTRICT,
            PRIMARY KEY (draftKey, firmId)
        ) WITHOUT ROWID;
        CREATE TABLE draftPrintout (
            draftKey TEXT NOT NULL REFERENCES draft ON DELETE CASCADE,
            kind TEXT NOT NULL CHECK (kind IN ('taxLedger', 'revenue', 'fixedAssets', 'trialBalance', 'journal',
                'ledgerAccounts', 'taxDifferences', 'vatSales', 'vatPurchases', 'vatDeclaration', 'declaration',
                'receipt')),
            PRIMARY KEY (draftKey, kind)
        ) WITHOUT ROWID;
        """

    /// Files that go to every firm of a draft, and those that go to one firm each. A file stands among the latter once,
    /// with one firm or with none, so that no two firms can get it.
    private static let draftFiles = """
        CREATE TABLE draftFile (
            draftKey TEXT NOT NULL REFERENCES draft ON DELETE CASCADE,
            position INTEGER NOT NULL,
            fileId INTEGER NOT NULL REFERENCES storedFile ON DELETE RESTRICT,
            PRIMARY KEY (draftKey, position)
        ) WITHOUT ROWID;
        CREATE INDEX draftFileByFile ON draftFile (fileId);
        CREATE TABLE draftFirmFile (
            draftKey TEXT NOT NULL REFERENCES draft ON DELETE CASCADE,
            fileId INTEGER NOT NULL REFERENCES storedFile ON DELETE RESTRICT,
            firmId INTEGER REFERENCES firm ON DELETE RESTRICT,
            isByHand INTEGER NOT NULL DEFAULT 0 CHECK (isByHand IN (0, 1)),
            PRIMARY KEY (draftKey, fileId),
            CHECK (isByHand = 0 OR firmId IS NOT NULL)
        ) WITHOUT ROWID;
        CREATE INDEX draftFirmFileByFirm ON draftFirmFile (draftKey, firmId);
        CREATE INDEX draftFirmFileByFile ON draftFirmFile (fileId);
        """

    /// A send between the press of the button and the time when it goes: until then nothing else of it exists, and it can
    /// be undone. Kept with it are the firms that get nothing (and `plannedPrintout`: each firm's printouts), as the sender was
    /// shown them.
    private static let plannedSends = """
        CREATE TABLE plannedSend (
            draftKey TEXT PRIMARY KEY REFERENCES draft ON DELETE RESTRICT,
            orderedAt INTEGER NOT NULL,
            dueAt INTEGER NOT NULL CHECK (dueAt >= orderedAt),
            firmCount INTEGER NOT NULL CHECK (firmCount > 0),
            rightFiles TEXT,
            failedAt INTEGER,
            failure TEXT CHECK (failure IN ('expired', 'filesLost', 'wrongFiles', 'nobody', 'noRight')),
            CHECK ((failedAt IS NULL) = (failure IS NULL))
        ) WITHOUT ROWID;
        CREATE INDEX plannedSendDue ON plannedSend (dueAt) WHERE failedAt IS NULL;
        CREATE TABLE plannedSkip (
            draftKey TEXT NOT NULL REFERENCES plannedSend ON DELETE CASCADE,
            firmId INTEGER NOT NULL REFERENCES firm ON DELETE RESTRICT,
            reason TEXT NOT NULL,
            PRIMARY KEY (draftKey, firmId)
        ) WITHOUT ROWID;
        """
}
