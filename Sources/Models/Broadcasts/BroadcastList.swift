import Dates
import Foundation
import GRDB

/// The sent notices, newest first: for the head all, for others their own.
package enum BroadcastList {
    package struct Entry: StoredRow {
        package let id: Int64
        package let subject: String
        package let sentAt: Date
        package let senderName: String
        /// The firms that have it: without those from which it was withdrawn.
        package let firmCount: Int
        package let withdrawnCount: Int
        package let read: Int
        package let expiresOn: Day?
    }

    package static let pageSize = 25

    /// Returns one row more than a page when there are older ones.
    package static func page(_ db: Database, by sender: Int64?, before: Int64? = nil) throws -> [Entry] {
        try Entry.fetchAll(
            db,
            sql: """
                SELECT broadcast.id, subject, sentAt, expiresOn, person.name AS senderName,
                    firmCount - withdrawnCount AS firmCount, withdrawnCount,
                    readCount AS read
                FROM broadcast JOIN person ON person.id = broadcast.personId
                WHERE broadcast.id < ? AND (? IS NULL OR broadcast.personId = ?)
                ORDER BY broadcast.id DESC LIMIT ?
                """,
            arguments: [before ?? .max, sender, sender, pageSize + 1]
        )
    }
}
