import Foundation
import GRDB
import Secrets

/// The journal's facts about sent messages: which printouts and which files went to whom.
enum SentPapers {
    private struct Pair: StoredRow {
        let place: Int64
        let paper: Int64
    }

    /// The largest number of characters written out; of longer facts the SHA-256 is kept, which proves the same.
    private static let room = 1000

    /// Returns the facts of one message: `printouts` and `files`, by their ids.
    static func facts(_ db: Database, message: Int64) throws -> [String: String] {
        let printouts = try Int64.fetchAll(
            db, sql: "SELECT printoutId FROM messagePrintout WHERE messageId = ? ORDER BY printoutId",
            arguments: [message])
        let files = try Int64.fetchAll(
            db,
            sql: """
                SELECT fileId FROM message JOIN attachment ON attachment.contentId = message.contentId
                WHERE message.id = ? ORDER BY position
                """, arguments: [message])
        return fact("printouts", list(printouts)).merging(fact("files", list(files))) { $1 }
    }

    /// Returns the facts of a broadcast: `files` for all firms; `printoutsOf` and `filesOf` by conversation,
    /// `12:5+6,13:7`.
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

    private static func list(_ papers: [Int64]) -> String { papers.map(String.init).joined(separator: "+") }

    private static func list(_ pairs: [Pair]) -> String {
        var (text, place) = ("", nil as Int64?)
        for pair in pairs {
            text += pair.place == place ? "+" : "\(text.isEmpty ? "" : ",")\(pair.place):"
            text += "\(pair.paper)"
            place = pair.place
        }
        return text
    }

    private static func fact(_ name: String, _ list: String) -> [String: String] {
        if list.isEmpty { return [:] }
        if list.utf8.count <= room { return [name: list] }
        return ["\(name)SHA256": Hex.text(SHA256Digest.of(Data(list.utf8)))]
    }
}
