import Dates
import GRDB

/// The computed columns of the firm list, each a small query over an index.
enum FirmColumns {
    static func form(_ firm: String, on day: Day) -> SQL {
        """
        (SELECT form FROM taxation WHERE firmId = \(sql: firm).id AND validFrom <= \(day)
            AND (validUntil IS NULL OR validUntil >= \(day)) ORDER BY validFrom DESC LIMIT 1)
        """
    }

    static func supervisor(_ firm: String, on day: Day) -> SQL { supervisor("person.name", firm, on: day) }

    static func supervisorId(_ firm: String, on day: Day) -> SQL { supervisor("person.id", firm, on: day) }

    private static func supervisor(_ column: SQL, _ firm: String, on day: Day) -> SQL {
        """
        (SELECT \(column) FROM assignment JOIN person ON person.id = assignment.personId
            WHERE assignment.firmId = \(sql: firm).id AND duty = 'supervisor' AND fromOn <= \(day)
            AND (untilOn IS NULL OR untilOn >= \(day)) ORDER BY fromOn DESC LIMIT 1)
        """
    }

    /// The names of those who work for the firm besides its supervisor.
    static func accountants(_ firm: String, on day: Day) -> SQL {
        """
        (SELECT group_concat(name, ', ') FROM (SELECT DISTINCT person.name AS name FROM assignment
            JOIN person ON person.id = assignment.personId
            WHERE assignment.firmId = \(sql: firm).id AND duty <> 'supervisor' AND fromOn <= \(day)
            AND (untilOn IS NULL OR untilOn >= \(day)) AND person.disabledAt IS NULL ORDER BY person.name))
        """
    }

    /// The number of the office's messages that nobody of the firm has read, as in the send report.
    static func unread(_ firm: String) -> SQL {
        "(SELECT count(DISTINCT messageId) FROM unread WHERE \(isUnread(firm)))"
    }

    /// When the oldest of those messages was sent; NULL without one.
    static func unreadSince(_ firm: String) -> SQL {
        "(SELECT sentAt FROM message WHERE id = (SELECT min(messageId) FROM unread WHERE \(isUnread(firm))))"
    }

    /// A condition over a row of `unread`: nobody of the firm has read the office's message, and this person may.
    private static func isUnread(_ firm: String) -> SQL {
        """
        unread.firmId = \(sql: firm).id AND unread.side = 'office'
            AND NOT EXISTS (SELECT 1 FROM readReceipt WHERE readReceipt.messageId = unread.messageId)
            AND unread.personId IN (\(FirmScope.readers(of: "\(sql: firm).id")))
        """
    }

    /// The firms whose `unread` is not 0: one pass over all people that stops for each at the first such message.
    static func firmsWithUnread(_ scope: FirmScope) -> SQL {
        """
        SELECT DISTINCT reader.firmId FROM reader WHERE \(scope.contains("reader.firmId"))
            AND EXISTS (SELECT 1 FROM unread WHERE unread.firmId = reader.firmId AND side = 'office'
                AND unread.personId = reader.personId
                AND NOT EXISTS (SELECT 1 FROM readReceipt WHERE readReceipt.messageId = unread.messageId))
        """
    }

    /// The number of conversations in which the client waits for an answer.
    static func questions(_ firm: String) -> SQL {
        "(SELECT count(*) FROM conversation WHERE waitingSince IS NOT NULL AND firmId = \(sql: firm).id)"
    }

    static func payrollQuestions(_ firm: String) -> SQL {
        """
        (SELECT count(*) FROM conversation
            WHERE waitingSince IS NOT NULL AND isPayroll AND firmId = \(sql: firm).id)
        """
    }

    /// The number of messages about payroll that nobody of the firm has read.
    static func payrollUnread(_ firm: String) -> SQL {
        """
        (SELECT count(DISTINCT messageId) FROM unread JOIN conversation ON conversation.id = unread.conversationId
            WHERE conversation.isPayroll AND \(isUnread(firm)))
        """
    }

    /// The names of the first three people of the firm who may read and have a further right.
    static func readers(_ firm: String, may right: SQL = "TRUE") -> SQL {
        """
        (SELECT group_concat(name, ', ') FROM (SELECT name FROM reader
            WHERE reader.firmId = \(sql: firm).id AND \(right) ORDER BY reader.id LIMIT 3))
        """
    }

    static func readerCount(_ firm: String, may right: SQL = "TRUE") -> SQL {
        "(SELECT count(*) FROM reader WHERE reader.firmId = \(sql: firm).id AND \(right))"
    }

    /// When the first of the firm's people who may read was given access; NULL while nobody has any.
    static func invitedAt(_ firm: String) -> SQL {
        "(SELECT min(createdAt) FROM reader WHERE reader.firmId = \(sql: firm).id)"
    }

    /// A number by which firms are sorted, the most urgent first, in the order of ``WaitsFor``: each reason has numbers
    /// above those of the one before, and of one reason the oldest comes first.
    static func urgency(_ firm: String) -> SQL {
        """
        ifnull((SELECT min(waitingSince) FROM conversation WHERE waitingSince IS NOT NULL AND firmId = \(sql: firm).id),
            CASE WHEN NOT EXISTS (SELECT 1 FROM reader WHERE reader.firmId = \(sql: firm).id)
                    THEN 3 * \(reason)
                WHEN NOT EXISTS (SELECT 1 FROM reader WHERE reader.firmId = \(sql: firm).id AND activatedAt NOT NULL)
                    THEN 2 * \(reason) + \(invitedAt(firm))
                ELSE ifnull(\(reason) + \(unreadSince(firm)), 4 * \(reason)) END)
        """
    }

    /// More than any moment in milliseconds.
    private static let reason = 1_000_000_000_000_000
}
