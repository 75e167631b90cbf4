/// Conversations with firms: messages, who has not read them and who has, who took their files, and what the office
/// notes about them for itself.
enum ConversationsMigration {
    static let schema = [conversations, messages, standing, office, notices].joined(separator: "\n")

    /// A conversation about payroll is marked as a whole, with its subject, messages and files: only those of the firm
    /// who have the right to payroll know of it.
    ///
    /// `isNotice`: it holds nothing yet but a notice to many firms and its reminders. The list of clients' questions
    /// shows those of one notice as one row, and walks over an index without them.
    private static let conversations = """
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
        """

    /// The first page counts at each look what a client has not taken: only the few messages with files are gone
    /// through for it, not all of the last weeks. A form is sent once (`formKey`).
    private static let messages = """
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
        CREATE INDEX messageByConversation ON everyMessage (conversationId, id);
        CREATE INDEX messageByFirm ON everyMessage (firmId, id);
        CREATE INDEX messageByContent ON everyMessage (contentId, firmId);
        CREATE UNIQUE INDEX messageByForm ON everyMessage (personId, formKey) WHERE formKey IS NOT NULL;
        CREATE INDEX messageWithFiles ON everyMessage (firmId, sentAt) WHERE hasFiles;
        CREATE TABLE unread (
            personId INTEGER NOT NULL REFERENCES person ON DELETE RESTRICT,
            messageId INTEGER NOT NULL REFERENCES everyMessage ON DELETE RESTRICT,
            conversationId INTEGER NOT NULL REFERENCES everyConversation ON DELETE RESTRICT,
            firmId INTEGER NOT NULL REFERENCES firm ON DELETE RESTRICT,
            side TEXT NOT NULL CHECK (side IN ('office', 'client')),
            PRIMARY KEY (personId, messageId)
        ) WITHOUT ROWID;
        CREATE INDEX unreadByFirm ON unread (firmId, side);
        CREATE INDEX unreadByConversation ON unread (conversationId, personId);
        CREATE TABLE readReceipt (
            messageId INTEGER NOT NULL REFERENCES everyMessage ON DELETE RESTRICT,
            personId INTEGER NOT NULL REFERENCES person ON DELETE RESTRICT,
            readAt INTEGER NOT NULL,
            PRIMARY KEY (messageId, personId)
        ) WITHOUT ROWID;
        CREATE TABLE download (
            id INTEGER PRIMARY KEY,
            attachmentId INTEGER NOT NULL REFERENCES attachment ON DELETE RESTRICT,
            messageId INTEGER NOT NULL REFERENCES everyMessage ON DELETE RESTRICT,
            personId INTEGER NOT NULL REFERENCES person ON DELETE RESTRICT,
            startedAt INTEGER NOT NULL
        );
        CREATE INDEX downloadByMessage ON download (messageId, attachmentId);
        """

    /// What was withdrawn is in no list, count, search or page: each query but those of the archive reads these views.
    private static let standing = """
        CREATE VIEW conversation AS SELECT * FROM everyConversation WHERE withdrawnAt IS NULL;
        CREATE VIEW message AS SELECT * FROM everyMessage WHERE withdrawnAt IS NULL;
        """

    /// A note has a table of its own, so that no query of messages can ever bring one along to a client.
    private static let office = """
        CREATE TABLE handling (
            conversationId INTEGER PRIMARY KEY REFERENCES everyConversation ON DELETE RESTRICT,
            personId INTEGER NOT NULL REFERENCES person ON DELETE RESTRICT,
            handledAt INTEGER NOT NULL
        );
        CREATE INDEX handlingByTime ON handling (handledAt DESC, conversationId DESC);
        CREATE TABLE handOver (
            id INTEGER PRIMARY KEY,
            conversationId INTEGER NOT NULL REFERENCES everyConversation ON DELETE RESTRICT,
            personId INTEGER NOT NULL REFERENCES staff ON DELETE RESTRICT,
            toId INTEGER REFERENCES staff ON DELETE RESTRICT,
            handedAt INTEGER NOT NULL,
            endedAt INTEGER CHECK (endedAt IS NULL OR endedAt >= handedAt)
        );
        CREATE INDEX handOverByConversation ON handOver (conversationId, handedAt, id);
        CREATE UNIQUE INDEX handOverOnce ON handOver (conversationId) WHERE endedAt IS NULL;
        CREATE INDEX handOverByHolder ON handOver (toId, conversationId) WHERE endedAt IS NULL AND toId IS NOT NULL;
        CREATE TABLE note (
            id INTEGER PRIMARY KEY,
            conversationId INTEGER NOT NULL REFERENCES everyConversation ON DELETE RESTRICT,
            personId INTEGER NOT NULL REFERENCES staff ON DELETE RESTRICT,
            body TEXT NOT NULL CHECK (length(body) BETWEEN 1 AND 5000),
            writtenAt INTEGER NOT NULL
        );
        CREATE INDEX noteByConversation ON note (conversationId, writtenAt, id);
        """

    /// Which firms have read a notice and which have answered, kept by the database itself with the sums for the whole
    /// office. Counting receipts for each row of a list would go through thousands of conversations.
    private static let notices = """
        CREATE TABLE noticeRead (
            broadcastId INTEGER NOT NULL REFERENCES broadcast ON DELETE RESTRICT,
            firmId INTEGER NOT NULL REFERENCES firm ON DELETE RESTRICT,
            PRIMARY KEY (broadcastId, firmId)
        ) WITHOUT ROWID;
        CREATE TABLE noticeAnswer (
            broadcastId INTEGER NOT NULL REFERENCES broadcast ON DELETE RESTRICT,
            firmId INTEGER NOT NULL REFERENCES firm ON DELETE RESTRICT,
            PRIMARY KEY (broadcastId, firmId)
        ) WITHOUT ROWID;
        CREATE TRIGGER receiptReadsNotice AFTER INSERT ON readReceipt
            BEGIN
                INSERT OR IGNORE INTO noticeRead (broadcastId, firmId)
                    SELECT broadcastId, conversation.firmId FROM message
                    JOIN conversation ON conversation.id = conversationId
                    WHERE message.id = NEW.messageId AND kind = 'notice';
            END;
        CREATE TRIGGER messageAnswersNotice AFTER INSERT ON everyMessage WHEN NEW.side = 'client'
            BEGIN
                INSERT OR IGNORE INTO noticeAnswer (broadcastId, firmId)
                    SELECT broadcastId, firmId FROM conversation
                    WHERE id = NEW.conversationId AND broadcastId IS NOT NULL;
            END;
        CREATE TRIGGER noticeWithdrawn AFTER UPDATE OF withdrawnAt ON everyConversation
            WHEN NEW.broadcastId IS NOT NULL AND NEW.withdrawnAt IS NOT NULL
            BEGIN UPDATE broadcast SET withdrawnCount = withdrawnCount + 1 WHERE id = NEW.broadcastId; END;
        CREATE TRIGGER noticeReadCounted AFTER INSERT ON noticeRead
            BEGIN UPDATE broadcast SET readCount = readCount + 1 WHERE id = NEW.broadcastId; END;
        CREATE TRIGGER noticeAnswerCounted AFTER INSERT ON noticeAnswer
            BEGIN UPDATE broadcast SET answerCount = answerCount + 1 WHERE id = NEW.broadcastId; END;
        """
}
