import Foundation
import GRDB

extension PlannedSend {
    /// What a person's pages say about their own sends: those that can be undone or have failed, and the last that went.
    package struct Shown: Sendable {
        package let planned: [Entry]
        package let last: Gone?
    }

    package struct Entry: StoredRow {
        package let draftKey: String
        package let subject: String
        package let firmCount: Int
        package let dueAt: Date
        package let failure: Failure?
    }

    package struct Gone: StoredRow {
        package let id: Int64
        package let subject: String
        package let firmCount: Int
        package let sentAt: Date
    }

    static func shown(_ db: Database, to person: Int64) throws -> Shown {
        let planned = SQLRequest<Entry>(
            literal: """
                SELECT draftKey, subject, firmCount, dueAt, failure FROM plannedSend
                JOIN draft ON key = draftKey AND personId = \(person) ORDER BY dueAt, draftKey
                """, cached: true)
        let last = SQLRequest<Gone>(
            literal: """
                SELECT id, subject, firmCount, sentAt FROM broadcast WHERE personId = \(person)
                    AND withdrawnCount = 0 ORDER BY id DESC LIMIT 1
                """, cached: true)
        return Shown(planned: try planned.fetchAll(db), last: try last.fetchOne(db))
    }
}
