CREATE TABLE addressKey (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    bytes BLOB NOT NULL CHECK (typeof(bytes) = 'blob' AND length(bytes) = 16)
);

CREATE TABLE assignment (
    id INTEGER PRIMARY KEY,
    firmId INTEGER NOT NULL REFERENCES firm ON DELETE RESTRICT,
    personId INTEGER NOT NULL REFERENCES staff ON DELETE RESTRICT,
    duty TEXT NOT NULL CHECK (duty IN ('supervisor', 'accountant', 'deputy')),
    deputyshipId INTEGER REFERENCES deputyship ON DELETE RESTRICT,
    fromOn TEXT NOT NULL,
    untilOn TEXT CHECK (untilOn IS NULL OR untilOn >= fromOn),
    createdAt INTEGER NOT NULL,
    createdBy INTEGER REFERENCES person ON DELETE RESTRICT
);

CREATE INDEX assignmentByDeputyship ON assignment (deputyshipId) WHERE deputyshipId IS NOT NULL;

CREATE INDEX assignmentByFirm ON assignment (firmId);

CREATE INDEX assignmentByPerson ON assignment (personId, firmId);

CREATE UNIQUE INDEX assignmentOneSupervisor ON assignment (firmId)
    WHERE duty = 'supervisor' AND untilOn IS NULL;

CREATE TABLE attachment (
    id INTEGER PRIMARY KEY,
    contentId INTEGER NOT NULL REFERENCES content ON DELETE RESTRICT,
    fileId INTEGER NOT NULL REFERENCES storedFile ON DELETE RESTRICT,
    position INTEGER NOT NULL,
    UNIQUE (contentId, position)
);

CREATE INDEX attachmentByFile ON attachment (fileId);

CREATE TRIGGER attachmentTakesFile AFTER INSERT ON attachment
    BEGIN UPDATE storedFile SET isTaken = TRUE WHERE id = NEW.fileId AND NOT isTaken; END;

CREATE TABLE auditEvent (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    personId INTEGER REFERENCES person ON DELETE RESTRICT,
    action TEXT NOT NULL,
    firmId INTEGER REFERENCES firm ON DELETE RESTRICT,
    subject TEXT,
    detail TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(detail)),
    hash BLOB NOT NULL CHECK (length(hash) = 32)
);

CREATE INDEX auditEventByAction ON auditEvent (action, at);

CREATE INDEX auditEventByFirm ON auditEvent (firmId, at);

CREATE INDEX auditEventByPerson ON auditEvent (personId, at);

CREATE INDEX auditEventByTime ON auditEvent (at);

CREATE INDEX auditEventOfSignIn ON auditEvent (personId, at) WHERE action = 'signedIn';

CREATE TRIGGER auditEventNotChanged BEFORE UPDATE ON auditEvent
    BEGIN SELECT raise(ABORT, 'the audit log is append-only'); END;

CREATE TRIGGER auditEventNotDeleted BEFORE DELETE ON auditEvent
    BEGIN SELECT raise(ABORT, 'the audit log is append-only'); END;

CREATE TRIGGER auditEventNotReplaced BEFORE INSERT ON auditEvent
    WHEN EXISTS (SELECT 1 FROM auditEvent WHERE id = NEW.id)
    BEGIN SELECT raise(ABORT, 'the audit log is append-only'); END;

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

CREATE TABLE content (
    id INTEGER PRIMARY KEY,
    body TEXT NOT NULL
);

CREATE VIEW conversation AS SELECT * FROM everyConversation WHERE withdrawnAt IS NULL;

CREATE TABLE deputyship (
    id INTEGER PRIMARY KEY,
    absentId INTEGER NOT NULL REFERENCES staff ON DELETE RESTRICT,
    deputyId INTEGER NOT NULL REFERENCES staff ON DELETE RESTRICT,
    fromOn TEXT NOT NULL,
    untilOn TEXT NOT NULL CHECK (untilOn >= fromOn),
    createdAt INTEGER NOT NULL,
    createdBy INTEGER NOT NULL REFERENCES person ON DELETE RESTRICT,
    endedAt INTEGER,
    endedBy INTEGER REFERENCES person ON DELETE RESTRICT,
    CHECK (absentId <> deputyId)
);

CREATE INDEX deputyshipByAbsent ON deputyship (absentId, untilOn);

CREATE TABLE download (
    id INTEGER PRIMARY KEY,
    attachmentId INTEGER NOT NULL REFERENCES attachment ON DELETE RESTRICT,
    messageId INTEGER NOT NULL REFERENCES everyMessage ON DELETE RESTRICT,
    personId INTEGER NOT NULL REFERENCES person ON DELETE RESTRICT,
    startedAt INTEGER NOT NULL
);

CREATE INDEX downloadByMessage ON download (messageId, attachmentId);

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

CREATE INDEX draftByPerson ON draft (personId, changedAt) WHERE broadcastId IS NULL;

CREATE INDEX draftByTime ON draft (changedAt);

CREATE TABLE draftFile (
    draftKey TEXT NOT NULL REFERENCES draft ON DELETE CASCADE,
    position INTEGER NOT NULL,
    fileId INTEGER NOT NULL REFERENCES storedFile ON DELETE RESTRICT,
    PRIMARY KEY (draftKey, position)
) WITHOUT ROWID;

CREATE INDEX draftFileByFile ON draftFile (fileId);

CREATE TABLE draftFirm (
    draftKey TEXT NOT NULL REFERENCES draft ON DELETE CASCADE,
    firmId INTEGER NOT NULL REFERENCES firm ON DELETE RESTRICT,
    PRIMARY KEY (draftKey, firmId)
) WITHOUT ROWID;

CREATE TABLE draftFirmFile (
    draftKey TEXT NOT NULL REFERENCES draft ON DELETE CASCADE,
    fileId INTEGER NOT NULL REFERENCES storedFile ON DELETE RESTRICT,
    firmId INTEGER REFERENCES firm ON DELETE RESTRICT,
    isByHand INTEGER NOT NULL DEFAULT 0 CHECK (isByHand IN (0, 1)),
    PRIMARY KEY (draftKey, fileId),
    CHECK (isByHand = 0 OR firmId IS NOT NULL)
) WITHOUT ROWID;

CREATE INDEX draftFirmFileByFile ON draftFirmFile (fileId);

CREATE INDEX draftFirmFileByFirm ON draftFirmFile (draftKey, firmId);

CREATE TABLE draftPrintout (
    draftKey TEXT NOT NULL REFERENCES draft ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('taxLedger', 'revenue', 'fixedAssets', 'trialBalance', 'journal',
        'ledgerAccounts', 'taxDifferences', 'vatSales', 'vatPurchases', 'vatDeclaration', 'declaration',
        'receipt')),
    PRIMARY KEY (draftKey, kind)
) WITHOUT ROWID;

CREATE TABLE everyConversation (
    id INTEGER PRIMARY KEY,
    firmId INTEGER NOT NULL REFERENCES firm ON DELETE RESTRICT,
    subject TEXT NOT NULL CHECK (length(subject) BETWEEN 1 AND 200),
    isPayroll INTEGER NOT NULL DEFAULT 0 CHECK (isPayroll IN (0, 1)),
    broadcastId INTEGER REFERENCES broadcast ON DELETE RESTRICT,
    startedAt INTEGER NOT NULL,
    startedBy INTEGER NOT NULL REFERENCES person ON DELETE RESTRICT,
    lastMessageId INTEGER NOT NULL DEFAULT 0,
    lastMessageAt INTEGER NOT NULL,
    waitingSince INTEGER,
    isNotice INTEGER NOT NULL DEFAULT FALSE CHECK (isNotice IN (0, 1)),
    withdrawnAt INTEGER,
    CHECK (NOT isNotice OR broadcastId IS NOT NULL),
    CHECK (withdrawnAt IS NULL OR waitingSince IS NULL)
);

CREATE INDEX conversationByFirm ON everyConversation (firmId, lastMessageAt DESC, id DESC);

CREATE INDEX conversationByTime ON everyConversation (lastMessageAt DESC, id DESC) WHERE NOT isNotice;

CREATE UNIQUE INDEX conversationOfBroadcast ON everyConversation (broadcastId, firmId)
    WHERE broadcastId IS NOT NULL;

CREATE INDEX conversationOfPayroll ON everyConversation (firmId, lastMessageAt DESC, id DESC) WHERE isPayroll;

CREATE INDEX conversationWaiting ON everyConversation (waitingSince, firmId) WHERE waitingSince IS NOT NULL;

CREATE INDEX conversationWaitingOfFirm ON everyConversation (firmId) WHERE waitingSince IS NOT NULL;

CREATE INDEX conversationWaitingOfNotice ON everyConversation (broadcastId, firmId)
    WHERE waitingSince IS NOT NULL AND broadcastId IS NOT NULL;

CREATE TRIGGER noticeWithdrawn AFTER UPDATE OF withdrawnAt ON everyConversation
    WHEN NEW.broadcastId IS NOT NULL AND NEW.withdrawnAt IS NOT NULL
    BEGIN UPDATE broadcast SET withdrawnCount = withdrawnCount + 1 WHERE id = NEW.broadcastId; END;

CREATE TABLE everyMessage (
    id INTEGER PRIMARY KEY,
    conversationId INTEGER NOT NULL REFERENCES everyConversation ON DELETE RESTRICT,
    firmId INTEGER NOT NULL REFERENCES firm ON DELETE RESTRICT,
    contentId INTEGER NOT NULL REFERENCES content ON DELETE RESTRICT,
    personId INTEGER NOT NULL REFERENCES person ON DELETE RESTRICT,
    side TEXT NOT NULL CHECK (side IN ('office', 'client')),
    kind TEXT NOT NULL
        CHECK (kind IN ('notice', 'message', 'answer', 'amounts', 'documents', 'text', 'reminder')),
    hasFiles INTEGER NOT NULL DEFAULT FALSE CHECK (hasFiles IN (0, 1)),
    formKey TEXT CHECK (length(formKey) BETWEEN 20 AND 64),
    sentAt INTEGER NOT NULL,
    withdrawnAt INTEGER,
    withdrawnBy INTEGER REFERENCES staff ON DELETE RESTRICT,
    CHECK ((withdrawnAt IS NULL) = (withdrawnBy IS NULL)),
    CHECK (withdrawnAt IS NULL OR side = 'office')
);

CREATE INDEX messageByContent ON everyMessage (contentId, firmId);

CREATE INDEX messageByConversation ON everyMessage (conversationId, id);

CREATE INDEX messageByFirm ON everyMessage (firmId, id);

CREATE UNIQUE INDEX messageByForm ON everyMessage (personId, formKey) WHERE formKey IS NOT NULL;

CREATE INDEX messageWithFiles ON everyMessage (firmId, sentAt) WHERE hasFiles;

CREATE TRIGGER messageAnswersNotice AFTER INSERT ON everyMessage WHEN NEW.side = 'client'
    BEGIN
        INSERT OR IGNORE INTO noticeAnswer (broadcastId, firmId)
            SELECT broadcastId, firmId FROM conversation
            WHERE id = NEW.conversationId AND broadcastId IS NOT NULL;
    END;

CREATE TRIGGER messageUsesRoom AFTER INSERT ON everyMessage
    WHEN NEW.hasFiles AND NEW.contentId IS NOT (
        SELECT broadcast.contentId FROM conversation JOIN broadcast ON broadcast.id = broadcastId
        WHERE conversation.id = NEW.conversationId)
    BEGIN
        INSERT INTO firmUse (firmId, bytes)
            SELECT NEW.firmId, ifnull(sum(size), 0) FROM attachment JOIN storedFile ON storedFile.id = fileId
            WHERE contentId = NEW.contentId
            ON CONFLICT (firmId) DO UPDATE SET bytes = bytes + excluded.bytes;
    END;

CREATE VIEW fileHolder AS
    SELECT fileId FROM attachment
    UNION ALL SELECT fileId FROM draftFile
    UNION ALL SELECT fileId FROM draftFirmFile
    UNION ALL SELECT fileId FROM taxImport
    UNION ALL SELECT fileId FROM printoutFile
    UNION ALL SELECT fileId FROM printoutDownload;

CREATE TABLE fileNumber (
    fileId INTEGER NOT NULL REFERENCES fileText ON DELETE CASCADE,
    number TEXT NOT NULL CHECK (length(number) IN (9, 10)),
    PRIMARY KEY (fileId, number)
) WITHOUT ROWID;

CREATE TABLE fileText (
    fileId INTEGER PRIMARY KEY REFERENCES storedFile ON DELETE CASCADE,
    state TEXT NOT NULL CHECK (state IN ('read', 'empty', 'unreadable')),
    text TEXT NOT NULL,
    words TEXT NOT NULL,
    hasFiles INTEGER NOT NULL DEFAULT 0 CHECK (hasFiles IN (0, 1)),
    readAt INTEGER NOT NULL,
    CHECK (state = 'read' OR text = '')
);

CREATE TABLE firm (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 160),
    country TEXT NOT NULL CHECK (country IN ('PL', 'IL')),
    taxIdentifier TEXT NOT NULL,
    currency TEXT NOT NULL CHECK (currency IN ('PLN', 'ILS')),
    nameKey TEXT NOT NULL,
    searchText TEXT NOT NULL,
    vat TEXT CHECK (vat IN ('monthly', 'bimonthly', 'quarterly', 'exempt')),
    approvalRequired INTEGER NOT NULL DEFAULT 0 CHECK (approvalRequired IN (0, 1)),
    createdAt INTEGER NOT NULL,
    closedAt INTEGER,
    closedBy INTEGER REFERENCES person ON DELETE RESTRICT,
    UNIQUE (country, taxIdentifier)
);

CREATE INDEX firmByName ON firm (nameKey, id) WHERE closedAt IS NULL;

CREATE TABLE firmImport (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE CHECK (length(key) >= 32),
    personId INTEGER NOT NULL REFERENCES person ON DELETE RESTRICT,
    fileName TEXT NOT NULL,
    contents BLOB,
    createdAt INTEGER NOT NULL,
    confirmedAt INTEGER,
    firmCount INTEGER NOT NULL DEFAULT 0 CHECK (firmCount >= 0),
    personCount INTEGER NOT NULL DEFAULT 0 CHECK (personCount >= 0),
    membershipCount INTEGER NOT NULL DEFAULT 0 CHECK (membershipCount >= 0),
    leftOutCount INTEGER NOT NULL DEFAULT 0 CHECK (leftOutCount >= 0),
    CHECK ((confirmedAt IS NULL) = (contents IS NOT NULL))
);

CREATE INDEX firmImportByTime ON firmImport (createdAt);

CREATE TABLE firmListVersion (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    number INTEGER NOT NULL
);

CREATE TABLE firmTag (
    firmId INTEGER NOT NULL REFERENCES firm ON DELETE RESTRICT,
    tagKey TEXT NOT NULL,
    tag TEXT NOT NULL CHECK (length(tag) BETWEEN 1 AND 40),
    PRIMARY KEY (firmId, tagKey)
) WITHOUT ROWID;

CREATE INDEX firmTagByKey ON firmTag (tagKey, firmId);

CREATE TABLE firmUse (
    firmId INTEGER PRIMARY KEY REFERENCES firm ON DELETE RESTRICT,
    bytes INTEGER NOT NULL CHECK (bytes >= 0)
);

CREATE TABLE handOver (
    id INTEGER PRIMARY KEY,
    conversationId INTEGER NOT NULL REFERENCES everyConversation ON DELETE RESTRICT,
    personId INTEGER NOT NULL REFERENCES staff ON DELETE RESTRICT,
    toId INTEGER REFERENCES staff ON DELETE RESTRICT,
    handedAt INTEGER NOT NULL,
    endedAt INTEGER CHECK (endedAt IS NULL OR endedAt >= handedAt)
);

CREATE INDEX handOverByConversation ON handOver (conversationId, handedAt, id);

CREATE INDEX handOverByHolder ON handOver (toId, conversationId) WHERE endedAt IS NULL AND toId IS NOT NULL;

CREATE UNIQUE INDEX handOverOnce ON handOver (conversationId) WHERE endedAt IS NULL;

CREATE TABLE handling (
    conversationId INTEGER PRIMARY KEY REFERENCES everyConversation ON DELETE RESTRICT,
    personId INTEGER NOT NULL REFERENCES person ON DELETE RESTRICT,
    handledAt INTEGER NOT NULL
);

CREATE INDEX handlingByTime ON handling (handledAt DESC, conversationId DESC);

CREATE TABLE invitation (
    id INTEGER PRIMARY KEY,
    firmId INTEGER NOT NULL REFERENCES firm ON DELETE RESTRICT,
    email TEXT NOT NULL CHECK (length(email) > 2),
    name TEXT NOT NULL CHECK (name <> ''),
    phone TEXT,
    language TEXT NOT NULL,
    canRead INTEGER NOT NULL CHECK (canRead IN (0, 1)),
    canApprove INTEGER NOT NULL CHECK (canApprove IN (0, 1)),
    canPayroll INTEGER NOT NULL CHECK (canPayroll IN (0, 1)),
    isNotified INTEGER NOT NULL CHECK (isNotified IN (0, 1)),
    createdAt INTEGER NOT NULL,
    createdBy INTEGER NOT NULL REFERENCES person ON DELETE RESTRICT,
    outcome TEXT CHECK (outcome IN ('admitted', 'refused', 'withdrawn')),
    endedAt INTEGER,
    endedBy INTEGER REFERENCES person ON DELETE RESTRICT,
    CHECK ((endedAt IS NULL) = (outcome IS NULL) AND (endedAt IS NULL) = (endedBy IS NULL))
);

CREATE INDEX invitationByAuthor ON invitation (createdBy);

CREATE INDEX invitationByEnd ON invitation (endedBy);

CREATE UNIQUE INDEX invitationWaiting ON invitation (firmId, email) WHERE endedAt IS NULL;

CREATE TABLE knownBrowser (
    id INTEGER PRIMARY KEY,
    personId INTEGER NOT NULL REFERENCES person ON DELETE RESTRICT,
    tokenDigest BLOB NOT NULL CHECK (length(tokenDigest) = 32),
    device TEXT NOT NULL,
    addressGroup TEXT NOT NULL,
    createdAt INTEGER NOT NULL,
    usedAt INTEGER NOT NULL,
    endedAt INTEGER
);

CREATE INDEX knownBrowserByPerson ON knownBrowser (personId, usedAt) WHERE endedAt IS NULL;

CREATE UNIQUE INDEX knownBrowserByToken ON knownBrowser (tokenDigest, personId);

CREATE TABLE lostFile (
    fileId INTEGER PRIMARY KEY REFERENCES storedFile ON DELETE CASCADE,
    declaredAt INTEGER NOT NULL,
    declaredBy TEXT NOT NULL CHECK (length(declaredBy) BETWEEN 1 AND 500),
    why TEXT NOT NULL CHECK (length(why) BETWEEN 1 AND 500)
);

CREATE TABLE mailSettings (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    host TEXT CHECK (length(host) BETWEEN 1 AND 253),
    port INTEGER CHECK (port BETWEEN 1 AND 65535),
    security TEXT CHECK (security IN ('starttls', 'tls', 'none')),
    user TEXT CHECK (length(user) BETWEEN 1 AND 254),
    sealedPassword BLOB CHECK (length(sealedPassword) BETWEEN 30 AND 1024),
    senderName TEXT NOT NULL CHECK (length(senderName) BETWEEN 1 AND 120),
    senderAddress TEXT NOT NULL CHECK (length(senderAddress) BETWEEN 3 AND 254),
    CHECK ((host IS NULL) = (port IS NULL) AND (host IS NULL) = (security IS NULL)),
    CHECK (user IS NOT NULL OR sealedPassword IS NULL)
);

CREATE TABLE membership (
    id INTEGER PRIMARY KEY,
    firmId INTEGER NOT NULL REFERENCES firm ON DELETE RESTRICT,
    personId INTEGER NOT NULL REFERENCES person ON DELETE RESTRICT,
    canRead INTEGER NOT NULL CHECK (canRead IN (0, 1)),
    canApprove INTEGER NOT NULL CHECK (canApprove IN (0, 1)),
    canPayroll INTEGER NOT NULL CHECK (canPayroll IN (0, 1)),
    isNotified INTEGER NOT NULL CHECK (isNotified IN (0, 1)),
    readEndedAt INTEGER,
    payrollEndedAt INTEGER,
    createdAt INTEGER NOT NULL,
    createdBy INTEGER REFERENCES person ON DELETE RESTRICT,
    endedAt INTEGER,
    endedBy INTEGER REFERENCES person ON DELETE RESTRICT
);

CREATE INDEX membershipByFirm ON membership (firmId);

CREATE UNIQUE INDEX membershipOnce ON membership (personId, firmId) WHERE endedAt IS NULL;

CREATE VIEW message AS SELECT * FROM everyMessage WHERE withdrawnAt IS NULL;

CREATE TABLE messagePrintout (
    messageId INTEGER NOT NULL REFERENCES everyMessage ON DELETE RESTRICT,
    printoutId INTEGER NOT NULL REFERENCES printout ON DELETE RESTRICT,
    PRIMARY KEY (messageId, printoutId)
) WITHOUT ROWID;

CREATE INDEX messagePrintoutByPrintout ON messagePrintout (printoutId);

CREATE TABLE note (
    id INTEGER PRIMARY KEY,
    conversationId INTEGER NOT NULL REFERENCES everyConversation ON DELETE RESTRICT,
    personId INTEGER NOT NULL REFERENCES staff ON DELETE RESTRICT,
    body TEXT NOT NULL CHECK (length(body) BETWEEN 1 AND 5000),
    writtenAt INTEGER NOT NULL
);

CREATE INDEX noteByConversation ON note (conversationId, writtenAt, id);

CREATE TABLE noticeAnswer (
    broadcastId INTEGER NOT NULL REFERENCES broadcast ON DELETE RESTRICT,
    firmId INTEGER NOT NULL REFERENCES firm ON DELETE RESTRICT,
    PRIMARY KEY (broadcastId, firmId)
) WITHOUT ROWID;

CREATE TRIGGER noticeAnswerCounted AFTER INSERT ON noticeAnswer
    BEGIN UPDATE broadcast SET answerCount = answerCount + 1 WHERE id = NEW.broadcastId; END;

CREATE TABLE noticeRead (
    broadcastId INTEGER NOT NULL REFERENCES broadcast ON DELETE RESTRICT,
    firmId INTEGER NOT NULL REFERENCES firm ON DELETE RESTRICT,
    PRIMARY KEY (broadcastId, firmId)
) WITHOUT ROWID;

CREATE TRIGGER noticeReadCounted AFTER INSERT ON noticeRead
    BEGIN UPDATE broadcast SET readCount = readCount + 1 WHERE id = NEW.broadcastId; END;

CREATE TABLE office (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    country TEXT NOT NULL CHECK (country IN ('PL', 'IL')),
    taxIdentifier TEXT NOT NULL,
    phone TEXT,
    email TEXT,
    address TEXT CHECK (length(address) BETWEEN 1 AND 300),
    openingHours TEXT CHECK (length(openingHours) BETWEEN 1 AND 300),
    timeZone TEXT NOT NULL,
    language TEXT NOT NULL,
    accent TEXT CHECK (accent GLOB '#[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]'),
    logo TEXT REFERENCES picture ON DELETE RESTRICT,
    smallLogo TEXT REFERENCES picture ON DELETE RESTRICT,
    undoSeconds INTEGER NOT NULL DEFAULT 10 CHECK (undoSeconds BETWEEN 0 AND 120),
    isLogoClear INTEGER NOT NULL DEFAULT 0 CHECK (isLogoClear IN (0, 1)),
    firstStepsEndedAt INTEGER,
    firstStepsEndedBy INTEGER REFERENCES person ON DELETE RESTRICT,
    isDemo INTEGER NOT NULL DEFAULT 0 CHECK (isDemo IN (0, 1)),
    createdAt INTEGER NOT NULL,
    CHECK ((logo IS NULL) = (smallLogo IS NULL))
);

CREATE TRIGGER officeRemakesPrintouts AFTER UPDATE OF name, logo, accent ON office
    WHEN NEW.name IS NOT OLD.name OR NEW.logo IS NOT OLD.logo OR NEW.accent IS NOT OLD.accent
    BEGIN DELETE FROM printoutFile WHERE NOT EXISTS (
        SELECT 1 FROM messagePrintout WHERE messagePrintout.printoutId = printoutFile.printoutId); END;

CREATE TABLE officeSums (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    unread INTEGER NOT NULL,
    files INTEGER NOT NULL,
    fileBytes INTEGER NOT NULL
);

CREATE TABLE outgoingMail (
    id INTEGER PRIMARY KEY,
    personId INTEGER NOT NULL REFERENCES person ON DELETE RESTRICT,
    firmId INTEGER REFERENCES firm ON DELETE RESTRICT,
    kind TEXT NOT NULL CHECK (kind IN ('activation', 'reset')),
    createdAt INTEGER NOT NULL,
    createdBy INTEGER REFERENCES person ON DELETE RESTRICT,
    linkId INTEGER REFERENCES personalLink ON DELETE RESTRICT,
    handedAt INTEGER,
    handedBy INTEGER REFERENCES person ON DELETE RESTRICT,
    demoToken TEXT
);

CREATE INDEX outgoingMailByLink ON outgoingMail (linkId);

CREATE INDEX outgoingMailByPerson ON outgoingMail (personId);

CREATE TABLE person (
    id INTEGER PRIMARY KEY,
    email TEXT NOT NULL UNIQUE CHECK (email = lower(email)),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    phone TEXT,
    language TEXT NOT NULL,
    channel TEXT NOT NULL DEFAULT 'email' CHECK (channel IN ('email', 'sms', 'whatsapp')),
    passwordHash TEXT,
    createdAt INTEGER NOT NULL,
    activatedAt INTEGER,
    disabledAt INTEGER,
    disabledBy INTEGER REFERENCES person ON DELETE RESTRICT,
    CHECK (activatedAt IS NULL OR passwordHash IS NOT NULL)
);

CREATE TABLE personalLink (
    id INTEGER PRIMARY KEY,
    personId INTEGER NOT NULL REFERENCES person ON DELETE RESTRICT,
    purpose TEXT NOT NULL CHECK (purpose IN ('activation', 'reset')),
    tokenDigest BLOB NOT NULL UNIQUE CHECK (length(tokenDigest) = 32),
    createdAt INTEGER NOT NULL,
    createdBy INTEGER REFERENCES person ON DELETE RESTRICT,
    expiresAt INTEGER NOT NULL,
    usedAt INTEGER,
    endedAt INTEGER
);

CREATE INDEX personalLinkByEnd ON personalLink (ifnull(endedAt, expiresAt));

CREATE INDEX personalLinkByPerson ON personalLink (personId) WHERE endedAt IS NULL;

CREATE TABLE picture (
    digest TEXT PRIMARY KEY CHECK (length(digest) = 32),
    mediaType TEXT NOT NULL CHECK (mediaType IN ('image/png', 'image/jpeg')),
    bytes BLOB NOT NULL CHECK (length(bytes) BETWEEN 1 AND 2097152)
);

CREATE TABLE plainForm (
    form TEXT PRIMARY KEY CHECK (length(form) > 0),
    saidBy INTEGER NOT NULL REFERENCES staff ON DELETE RESTRICT,
    saidAt INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE plannedPrintout (
    draftKey TEXT NOT NULL REFERENCES plannedSend ON DELETE CASCADE,
    firmId INTEGER NOT NULL REFERENCES firm ON DELETE RESTRICT,
    printoutId INTEGER NOT NULL REFERENCES printout ON DELETE CASCADE,
    PRIMARY KEY (draftKey, firmId, printoutId)
) WITHOUT ROWID;

CREATE INDEX plannedPrintoutByPrintout ON plannedPrintout (printoutId);

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

CREATE TABLE printout (
    id INTEGER PRIMARY KEY,
    importId INTEGER NOT NULL REFERENCES taxImport ON DELETE RESTRICT,
    kind TEXT NOT NULL CHECK (kind IN ('taxLedger', 'revenue', 'fixedAssets', 'trialBalance', 'journal',
        'ledgerAccounts', 'taxDifferences', 'vatSales', 'vatPurchases', 'vatDeclaration', 'declaration',
        'receipt')),
    fromOn TEXT,
    untilOn TEXT CHECK (untilOn >= fromOn),
    UNIQUE (importId, kind),
    CHECK ((fromOn IS NULL) = (untilOn IS NULL)),
    CHECK (kind = 'receipt' OR fromOn IS NOT NULL)
);

CREATE INDEX printoutByPeriod ON printout (kind, fromOn, untilOn);

CREATE TABLE printoutDownload (
    id INTEGER PRIMARY KEY,
    printoutId INTEGER NOT NULL,
    messageId INTEGER NOT NULL,
    fileId INTEGER REFERENCES storedFile ON DELETE RESTRICT,
    personId INTEGER NOT NULL REFERENCES person ON DELETE RESTRICT,
    startedAt INTEGER NOT NULL,
    FOREIGN KEY (messageId, printoutId) REFERENCES messagePrintout ON DELETE RESTRICT
);

CREATE INDEX printoutDownloadByFile ON printoutDownload (fileId) WHERE fileId IS NOT NULL;

CREATE INDEX printoutDownloadByMessage ON printoutDownload (messageId, printoutId);

CREATE TABLE printoutFile (
    printoutId INTEGER NOT NULL REFERENCES printout ON DELETE RESTRICT,
    language TEXT NOT NULL,
    fileId INTEGER NOT NULL UNIQUE REFERENCES storedFile ON DELETE RESTRICT,
    pageCount INTEGER NOT NULL CHECK (pageCount > 0),
    madeAt INTEGER NOT NULL,
    PRIMARY KEY (printoutId, language)
) WITHOUT ROWID;

CREATE TRIGGER printoutLeavesFile AFTER DELETE ON printoutFile
    BEGIN UPDATE storedFile SET isTaken = FALSE WHERE id = OLD.fileId
        AND NOT EXISTS (SELECT 1 FROM printoutDownload WHERE printoutDownload.fileId = OLD.fileId); END;

CREATE TRIGGER printoutTakesFile AFTER INSERT ON printoutFile
    BEGIN UPDATE storedFile SET isTaken = TRUE WHERE id = NEW.fileId AND NOT isTaken; END;

CREATE TABLE printoutText (
    printoutId INTEGER PRIMARY KEY REFERENCES printout ON DELETE CASCADE,
    text TEXT NOT NULL
);

CREATE TABLE readReceipt (
    messageId INTEGER NOT NULL REFERENCES everyMessage ON DELETE RESTRICT,
    personId INTEGER NOT NULL REFERENCES person ON DELETE RESTRICT,
    readAt INTEGER NOT NULL,
    PRIMARY KEY (messageId, personId)
) WITHOUT ROWID;

CREATE TRIGGER receiptReadsNotice AFTER INSERT ON readReceipt
    BEGIN
        INSERT OR IGNORE INTO noticeRead (broadcastId, firmId)
            SELECT broadcastId, conversation.firmId FROM message
            JOIN conversation ON conversation.id = conversationId
            WHERE message.id = NEW.messageId AND kind = 'notice';
    END;

CREATE VIEW reader AS
    SELECT readingMembership.id, firmId, personId, canApprove, canPayroll, isNotified, readingMembership.createdAt,
        name, phone, activatedAt
    FROM readingMembership JOIN person ON person.id = personId WHERE person.disabledAt IS NULL;

CREATE VIEW readingMembership AS
    SELECT id, firmId, personId, canApprove, canPayroll, isNotified, createdAt FROM membership
    WHERE canRead AND endedAt IS NULL;

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

CREATE TABLE savedFilter (
    id INTEGER PRIMARY KEY,
    personId INTEGER NOT NULL REFERENCES person ON DELETE RESTRICT,
    nameKey TEXT NOT NULL,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    fields TEXT NOT NULL CHECK (json_valid(fields)),
    createdAt INTEGER NOT NULL,
    UNIQUE (personId, nameKey)
);

CREATE VIRTUAL TABLE searchIndex USING fts5(
    subject, body, files, names, firms, content = '', prefix = '3 4', tokenize = 'ascii'
);

CREATE TABLE 'searchIndex_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'searchIndex_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'searchIndex_docsize'(id INTEGER PRIMARY KEY, sz BLOB);

CREATE TABLE 'searchIndex_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE TABLE searchWord (word TEXT PRIMARY KEY) WITHOUT ROWID;

CREATE TABLE session (
    id INTEGER PRIMARY KEY,
    tokenDigest BLOB NOT NULL UNIQUE CHECK (length(tokenDigest) = 32),
    formToken TEXT NOT NULL,
    personId INTEGER NOT NULL REFERENCES person ON DELETE RESTRICT,
    kind TEXT NOT NULL CHECK (kind IN ('full', 'half', 'reading')),
    device TEXT NOT NULL,
    address TEXT NOT NULL,
    createdAt INTEGER NOT NULL,
    lastSeenAt INTEGER NOT NULL,
    expiresAt INTEGER NOT NULL,
    endedAt INTEGER
);

CREATE INDEX sessionByEnd ON session (ifnull(endedAt, expiresAt));

CREATE INDEX sessionByPerson ON session (personId) WHERE endedAt IS NULL;

CREATE INDEX sessionLiving ON session (expiresAt) WHERE endedAt IS NULL;

CREATE TABLE signInAttempt (
    id INTEGER PRIMARY KEY,
    account BLOB NOT NULL CHECK (length(account) = 32),
    kind TEXT NOT NULL DEFAULT 'stranger' CHECK (kind IN ('stranger', 'browser', 'session', 'reset')),
    address TEXT NOT NULL,
    network TEXT,
    at INTEGER NOT NULL,
    succeeded INTEGER NOT NULL CHECK (succeeded IN (0, 1)),
    summedAt INTEGER
);

CREATE INDEX signInAttemptByAccount ON signInAttempt (account, at);

CREATE INDEX signInAttemptByAddress ON signInAttempt (address, at) WHERE NOT succeeded;

CREATE INDEX signInAttemptByNetwork ON signInAttempt (network, at) WHERE NOT succeeded AND network IS NOT NULL;

CREATE INDEX signInAttemptByTime ON signInAttempt (at);

CREATE INDEX signInAttemptToSum ON signInAttempt (at) WHERE NOT succeeded AND summedAt IS NULL;

CREATE TABLE staff (
    personId INTEGER PRIMARY KEY REFERENCES person ON DELETE RESTRICT,
    role TEXT NOT NULL CHECK (role IN ('head', 'supervisor', 'accountant')),
    usesKeys INTEGER NOT NULL DEFAULT TRUE CHECK (usesKeys IN (0, 1)),
    line TEXT CHECK (length(line) BETWEEN 1 AND 120),
    photo TEXT REFERENCES picture ON DELETE RESTRICT
);

CREATE INDEX staffByPhoto ON staff (photo) WHERE photo IS NOT NULL;

CREATE TABLE storedFile (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE CHECK (length(key) >= 32),
    name TEXT NOT NULL,
    words TEXT,
    mediaType TEXT NOT NULL,
    kind TEXT NOT NULL,
    size INTEGER NOT NULL CHECK (size > 0),
    sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
    isTaken INTEGER NOT NULL DEFAULT FALSE CHECK (isTaken IN (0, 1)),
    uploadedBy INTEGER REFERENCES person ON DELETE RESTRICT,
    uploadedAt INTEGER NOT NULL
);

CREATE INDEX storedFileByUploader ON storedFile (uploadedBy, uploadedAt);

CREATE INDEX storedFileWaiting ON storedFile (uploadedAt) WHERE NOT isTaken;

CREATE TRIGGER storedFileCounted AFTER INSERT ON storedFile
    BEGIN UPDATE officeSums SET files = files + 1, fileBytes = fileBytes + NEW.size; END;

CREATE TRIGGER storedFileDiscounted AFTER DELETE ON storedFile
    BEGIN UPDATE officeSums SET files = files - 1, fileBytes = fileBytes - OLD.size; END;

CREATE TABLE taxDigest (
    digest BLOB NOT NULL CHECK (length(digest) IN (16, 20, 32)),
    importId INTEGER NOT NULL REFERENCES taxImport ON DELETE RESTRICT,
    PRIMARY KEY (digest, importId)
) WITHOUT ROWID;

CREATE INDEX taxDigestByImport ON taxDigest (importId);

CREATE TABLE taxImport (
    id INTEGER PRIMARY KEY,
    fileId INTEGER NOT NULL UNIQUE REFERENCES storedFile ON DELETE RESTRICT,
    sha256 BLOB NOT NULL UNIQUE CHECK (length(sha256) = 32),
    kind TEXT NOT NULL CHECK (kind IN ('jpk', 'declaration', 'upo')),
    structure TEXT NOT NULL CHECK (length(structure) > 0),
    variant INTEGER NOT NULL CHECK (variant >= 0),
    form TEXT NOT NULL,
    firmId INTEGER REFERENCES firm ON DELETE RESTRICT,
    assignedBy INTEGER REFERENCES staff ON DELETE RESTRICT,
    assignedAt INTEGER,
    nip TEXT,
    pesel TEXT,
    taxpayerName TEXT NOT NULL,
    subject TEXT CHECK (subject <> ''),
    subjectName TEXT NOT NULL DEFAULT '',
    fromOn TEXT,
    untilOn TEXT CHECK (untilOn >= fromOn),
    periodKind TEXT CHECK (periodKind IN ('month', 'quarter', 'year', 'range')),
    purpose TEXT CHECK (purpose IN ('onDemand', 'first', 'correction')),
    madeAt INTEGER,
    officeCode TEXT,
    dueMinor INTEGER,
    currency TEXT NOT NULL CHECK (length(currency) = 3),
    controls TEXT NOT NULL CHECK (json_valid(controls)),
    problemCount INTEGER NOT NULL CHECK (problemCount >= 0),
    importedBy INTEGER REFERENCES person ON DELETE RESTRICT,
    importedAt INTEGER NOT NULL,
    chosenOver INTEGER,
    chosenBy INTEGER REFERENCES staff ON DELETE RESTRICT,
    chosenAt INTEGER CHECK ((chosenAt IS NULL) = (chosenBy IS NULL)),
    isAsked INTEGER NOT NULL DEFAULT 0 CHECK (isAsked IN (0, 1)),
    CHECK ((assignedAt IS NULL) = (assignedBy IS NULL)),
    CHECK (assignedAt IS NULL OR firmId IS NOT NULL),
    CHECK ((kind = 'upo') = (periodKind IS NULL)),
    CHECK ((kind = 'upo') = (purpose IS NULL)),
    CHECK ((periodKind IS NULL) = (fromOn IS NULL) AND (periodKind IS NULL) = (untilOn IS NULL))
);

CREATE INDEX taxImportAsked ON taxImport (id) WHERE isAsked;

CREATE INDEX taxImportByFirm ON taxImport (firmId, id);

CREATE INDEX taxImportByForm ON taxImport (firmId, form, madeAt);

CREATE INDEX taxImportByImporter ON taxImport (importedBy, id);

CREATE INDEX taxImportByPeriod ON taxImport (firmId, form, kind, untilOn);

CREATE INDEX taxImportUnmatched ON taxImport (id) WHERE firmId IS NULL;

CREATE INDEX taxImportUnmatchedByImporter ON taxImport (importedBy, id) WHERE firmId IS NULL;

CREATE INDEX taxImportWithProblems ON taxImport (id) WHERE problemCount > 0;

CREATE INDEX taxImportWithProblemsByFirm ON taxImport (firmId, id) WHERE problemCount > 0;

CREATE TRIGGER importMovesRoom AFTER UPDATE OF firmId ON taxImport WHEN NEW.firmId IS NOT OLD.firmId
    BEGIN
        UPDATE firmUse SET bytes = bytes - (SELECT size FROM storedFile WHERE id = OLD.fileId)
            WHERE firmId = OLD.firmId;
        INSERT INTO firmUse (firmId, bytes)
            SELECT NEW.firmId, size FROM storedFile WHERE id = NEW.fileId AND NEW.firmId IS NOT NULL
            ON CONFLICT (firmId) DO UPDATE SET bytes = bytes + excluded.bytes;
    END;

CREATE TRIGGER importTakesFile AFTER INSERT ON taxImport
    BEGIN UPDATE storedFile SET isTaken = TRUE WHERE id = NEW.fileId AND NOT isTaken; END;

CREATE TRIGGER importUsesRoom AFTER INSERT ON taxImport WHEN NEW.firmId IS NOT NULL
    BEGIN
        INSERT INTO firmUse (firmId, bytes) SELECT NEW.firmId, size FROM storedFile WHERE id = NEW.fileId
            ON CONFLICT (firmId) DO UPDATE SET bytes = bytes + excluded.bytes;
    END;

CREATE TABLE taxImportPart (
    importId INTEGER NOT NULL REFERENCES taxImport ON DELETE RESTRICT,
    part TEXT NOT NULL CHECK (part IN ('declaration', 'vatSales', 'vatPurchases', 'taxLedger', 'revenue',
        'fixedAssets', 'trialBalance', 'journal', 'ledgerAccounts', 'taxDifferences')),
    fromOn TEXT NOT NULL,
    untilOn TEXT NOT NULL CHECK (untilOn >= fromOn),
    rowCount INTEGER NOT NULL CHECK (rowCount >= 0),
    content BLOB CHECK (length(content) = 32),
    PRIMARY KEY (importId, part)
) WITHOUT ROWID;

CREATE TABLE taxReceipt (
    importId INTEGER PRIMARY KEY REFERENCES taxImport ON DELETE RESTRICT,
    reference TEXT NOT NULL,
    receivedAt INTEGER NOT NULL,
    receivedAtText TEXT NOT NULL,
    signature TEXT NOT NULL CHECK (signature IN ('unsigned', 'intact', 'broken', 'unverifiable')),
    weaknesses TEXT NOT NULL DEFAULT '' CHECK (weaknesses = '' OR signature = 'intact'),
    signedAt INTEGER,
    documentId INTEGER REFERENCES taxImport ON DELETE RESTRICT,
    pairing TEXT CHECK (pairing IN ('digest', 'weakDigest', 'person')),
    pairedBy INTEGER REFERENCES staff ON DELETE RESTRICT,
    pairedAt INTEGER,
    partedFrom INTEGER REFERENCES taxImport ON DELETE RESTRICT,
    fromOn TEXT,
    untilOn TEXT CHECK (untilOn >= fromOn AND (untilOn IS NULL) = (fromOn IS NULL)),
    datedBy INTEGER REFERENCES staff ON DELETE RESTRICT,
    datedAt INTEGER CHECK ((datedAt IS NULL) = (fromOn IS NULL)),
    doubt TEXT AS (CASE WHEN documentId IS NULL THEN NULL
        WHEN signature = 'broken' THEN 'brokenSignature' WHEN weaknesses <> '' THEN 'weakSignature'
        WHEN pairing = 'weakDigest' THEN 'weakDigest' WHEN pairing = 'person' THEN 'byHand' END) VIRTUAL,
    CHECK ((documentId IS NULL) = (pairing IS NULL) AND (documentId IS NULL) = (pairedAt IS NULL)),
    CHECK ((pairing IS 'person') = (pairedBy IS NOT NULL))
);

CREATE INDEX taxReceiptByDocument ON taxReceipt (documentId);

CREATE TABLE taxation (
    id INTEGER PRIMARY KEY,
    firmId INTEGER NOT NULL REFERENCES firm ON DELETE RESTRICT,
    form TEXT NOT NULL CHECK (form IN ('lumpSum', 'ledger', 'fullBooks', 'card', 'israeli')),
    validFrom TEXT NOT NULL,
    validUntil TEXT CHECK (validUntil IS NULL OR validUntil >= validFrom),
    UNIQUE (firmId, validFrom)
);

CREATE TABLE template (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    nameKey TEXT NOT NULL UNIQUE,
    subject TEXT NOT NULL CHECK (length(subject) BETWEEN 1 AND 200),
    body TEXT NOT NULL,
    personId INTEGER NOT NULL REFERENCES staff ON DELETE RESTRICT,
    savedAt INTEGER NOT NULL
);

CREATE TABLE unread (
    personId INTEGER NOT NULL REFERENCES person ON DELETE RESTRICT,
    messageId INTEGER NOT NULL REFERENCES everyMessage ON DELETE RESTRICT,
    conversationId INTEGER NOT NULL REFERENCES everyConversation ON DELETE RESTRICT,
    firmId INTEGER NOT NULL REFERENCES firm ON DELETE RESTRICT,
    side TEXT NOT NULL CHECK (side IN ('office', 'client')),
    PRIMARY KEY (personId, messageId)
) WITHOUT ROWID;

CREATE INDEX unreadByConversation ON unread (conversationId, personId);

CREATE INDEX unreadByFirm ON unread (firmId, side);

CREATE TRIGGER unreadCounted AFTER INSERT ON unread WHEN NEW.side = 'office'
    BEGIN UPDATE officeSums SET unread = unread + 1; END;

CREATE TRIGGER unreadDiscounted AFTER DELETE ON unread WHEN OLD.side = 'office'
    BEGIN UPDATE officeSums SET unread = unread - 1; END;
