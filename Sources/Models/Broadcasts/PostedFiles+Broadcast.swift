import GRDB

extension PostedFiles {
    private struct Pair: StoredRow {
        let place: Int64
        let paper: Int64
    }

    /// Of a broadcast: `files` that went to all; `printoutsOf` and `filesOf` by conversation, `12:5+6,13:7`.
    /// - Parameters:
    ///   - hasPrintouts: whether there are any to look for among thousands of messages.
    ///   - hasOwn: whether any firm got files of its own.
    static func facts(
        _ db: Database, broadcast: Broadcast, hasPrintouts: Bool, hasOwn: Bool
    ) throws -> [String: String] {
        let common = try Int64.fetchAll(
            db, sql: "SELECT fileId FROM attachment WHERE contentId = ? ORDER BY position",
            arguments: [broadcast.contentId])
        let printouts: SQLRequest<Pair> = """
            SELECT conversation.id AS place, printoutId AS paper FROM conversation
            JOIN message ON message.conversationId = conversation.id JOIN messagePrintout ON messageId = message.id
            WHERE broadcastId = \(broadcast.id) ORDER BY 1, 2
            """
        let own: SQLRequest<Pair> = """
            SELECT conversation.id AS place, fileId AS paper FROM conversation
            JOIN message ON message.conversationId = conversation.id AND message.contentId <> \(broadcast.contentId)
            JOIN attachment ON attachment.contentId = message.contentId
            WHERE broadcastId = \(broadcast.id) ORDER BY 1, position
            """
        return fact("files", list(common))
            .merging(fact("printoutsOf", list(hasPrintouts ? try printouts.fetchAll(db) : []))) { $1 }
            .merging(fact("filesOf", list(hasOwn ? try own.fetchAll(db) : []))) { $1 }
    }

    private static func list(_ pairs: [Pair]) -> String {
        var (text, place) = ("", nil as Int64?)
        for pair in pairs {
            text += pair.place == place ? "+" : "\(text.isEmpty ? "" : ",")\(pair.place):"
            text += "\(pair.paper)"
            place = pair.place
        }
        return text
    }
}
