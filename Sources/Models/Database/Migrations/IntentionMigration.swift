/// Whether a notice announced printouts, so that its report can say who went without; and since when a member has no
/// longer a right, so that what came meanwhile is unread when the right is given back.
enum IntentionMigration {
    /// Of an earlier notice it is known where some firm got a printout.
    static let broadcasts = """
        ALTER TABLE broadcast ADD COLUMN withPrintouts INTEGER NOT NULL DEFAULT 0 CHECK (withPrintouts IN (0, 1));
        UPDATE broadcast SET withPrintouts = 1 WHERE id IN (
            SELECT conversation.broadcastId FROM messagePrintout JOIN message ON message.id = messageId
            JOIN conversation ON conversation.id = message.conversationId WHERE message.kind = 'notice');
        """

    static let memberships = """
        ALTER TABLE membership ADD COLUMN readEndedAt INTEGER;
        ALTER TABLE membership ADD COLUMN payrollEndedAt INTEGER;
        """
}
