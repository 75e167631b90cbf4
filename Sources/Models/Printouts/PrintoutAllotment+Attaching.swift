import GRDB

extension PrintoutAllotment {
    /// Adds to a message of one firm what that firm gets.
    /// - Throws: `Invalid` naming `printouts` when that is nothing.
    func attach(_ db: Database, to message: Int64, of firm: Int64) throws {
        guard let printouts = gets[firm] else { throw Invalid("printouts", "errors.printoutsNone") }
        try Self.insert(db, printouts, message)
    }

    /// Adds to the messages of a broadcast what each firm gets.
    /// - Returns: how many there are, of all firms.
    func attach(_ db: Database, toBroadcast id: Int64) throws -> Int {
        let messages: SQLRequest<Row> = """
            SELECT conversation.firmId, message.id FROM conversation
            JOIN message ON message.conversationId = conversation.id WHERE broadcastId = \(id)
            """
        var count = 0
        for row in try messages.fetchAll(db) {
            let printouts = gets[row[0]] ?? []
            try Self.insert(db, printouts, row[1])
            count += printouts.count
        }
        return count
    }

    private static func insert(_ db: Database, _ printouts: [Int64], _ message: Int64) throws {
        let statement = try db.cachedStatement(
            sql: "INSERT INTO messagePrintout (messageId, printoutId) VALUES (?, ?)")
        for printout in printouts { try statement.execute(arguments: [message, printout]) }
        if !printouts.isEmpty { try Message.hasGotFiles(db, message) }
    }
}
