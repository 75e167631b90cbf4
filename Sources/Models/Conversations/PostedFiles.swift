import Foundation
import GRDB
import Secrets

/// The journal's facts about sent messages: which printouts and which files went to whom.
enum PostedFiles {
    /// The largest number of characters written out; of longer facts the SHA-256 is kept, which proves the same.
    private static let limit = 1000

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

    static func list(_ papers: [Int64]) -> String { papers.map(String.init).joined(separator: "+") }

    static func fact(_ name: String, _ list: String) -> [String: String] {
        if list.isEmpty { return [:] }
        if list.utf8.count <= limit { return [name: list] }
        return ["\(name)SHA256": Hex.text(SHA256Digest.of(Data(list.utf8)))]
    }
}
