import GRDB

/// The live columns of the firm list, each a small query over an index.
enum FirmColumns {
    static func form(_ firm: String, on day: Day) -> SQL {
        """
        (SELECT form FROM taxation WHERE firmId = \(sql: firm).id AND validFrom <= \(day)
            AND (validUntil IS NULL OR validUntil >= \(day)) ORDER BY validFrom DESC LIMIT 1)
        """
    }

    static func supervisor(_ firm: String, on day: Day) -> SQL {
        """
        (SELECT person.name FROM assignment JOIN person ON person.id = assignment.personId
            WHERE assignment.firmId = \(sql: firm).id AND duty = 'supervisor' AND fromOn <= \(day)
            AND (untilOn IS NULL OR untilOn >= \(day)) ORDER BY fromOn DESC LIMIT 1)
        """
    }

    /// Messages of the office that nobody of the firm has read, as the send report counts.
    static func unread(_ firm: String) -> SQL {
        """
        (SELECT count(DISTINCT messageId) FROM unread WHERE firmId = \(sql: firm).id AND side = 'office'
            AND NOT EXISTS (SELECT 1 FROM readReceipt WHERE readReceipt.messageId = unread.messageId)
            AND personId IN (\(FirmScope.readers(of: "\(sql: firm).id"))))
        """
    }

    /// Conversations in which the client waits for an answer.
    static func questions(_ firm: String) -> SQL {
        """
        (SELECT count(*) FROM conversation WHERE waitingSince IS NOT NULL AND firmId = \(sql: firm).id)
        """
    }
}

extension FirmList.FirmRow {
    /// The rows of some firms, in the order given.
    static func fetchAll(_ db: Database, ids: [Int64], on day: Day) throws -> [Self] {
        let request: SQLRequest<Self> = """
            SELECT firm.id, firm.name, country, taxIdentifier,
                \(FirmColumns.form("firm", on: day)) AS form,
                \(FirmColumns.supervisor("firm", on: day)) AS supervisor,
                \(FirmColumns.unread("firm")) AS unread,
                \(FirmColumns.questions("firm")) AS questions,
                (SELECT group_concat(name, ', ') FROM (SELECT person.name FROM membership
                    JOIN person ON person.id = membership.personId
                    WHERE membership.firmId = firm.id AND membership.endedAt IS NULL
                    AND membership.canRead AND person.disabledAt IS NULL ORDER BY membership.id LIMIT 3)) AS people,
                (SELECT count(*) FROM membership JOIN person ON person.id = membership.personId
                    WHERE membership.firmId = firm.id AND membership.endedAt IS NULL
                    AND membership.canRead AND person.disabledAt IS NULL) AS peopleCount,
                (SELECT count(*) FROM membership JOIN person ON person.id = membership.personId
                    WHERE membership.firmId = firm.id AND membership.endedAt IS NULL AND membership.canRead
                    AND person.disabledAt IS NULL AND person.activatedAt IS NOT NULL) AS activeCount,
                last.subject AS lastSubject, last.lastMessageAt AS lastAt, message.side AS lastSide,
                (SELECT person.name FROM readReceipt JOIN person ON person.id = readReceipt.personId
                    WHERE readReceipt.messageId = message.id ORDER BY readAt LIMIT 1) AS lastReader,
                (SELECT min(readAt) FROM readReceipt WHERE readReceipt.messageId = message.id) AS lastReadAt
            FROM firm
            LEFT JOIN conversation AS last ON last.id = (SELECT id FROM conversation
                WHERE firmId = firm.id ORDER BY lastMessageAt DESC, id DESC LIMIT 1)
            LEFT JOIN message ON message.id = last.lastMessageId
            WHERE firm.id IN \(ids)
            """
        let rows = try request.fetchAll(db)
        let byId = Dictionary(uniqueKeysWithValues: rows.map { ($0.id, $0) })
        return ids.compactMap { byId[$0] }
    }
}

extension FirmList.FirmRow {
    /// The row of one firm, archived or not.
    package static func find(_ db: Database, _ firm: Firm, on day: Day) throws -> Self {
        guard let row = try fetchAll(db, ids: [firm.id], on: day).first else { throw NotFound() }
        return row
    }
}
