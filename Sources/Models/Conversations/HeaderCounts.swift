import GRDB

/// What the header of every page counts for a person.
package enum HeaderCounts {
    package struct Client: Sendable {
        package struct FirmName: StoredRow {
            package let id: Int64
            package let name: String
            package let isArchived: Bool

            /// By hand and by place, as in ``Inbox/Row``.
            package init(row: Row) {
                id = row[0]
                name = row[1]
                isArchived = row[2]
            }
        }

        /// The person's firms by name.
        package let firms: [FirmName]
        package let unread: Unread.OfClient

        /// Whether the person can write to the office for a firm, or for any of them: an archived one only reads.
        package func canWrite(for firm: Int64?) -> Bool {
            firms.contains { !$0.isArchived && (firm == nil || $0.id == firm) }
        }
    }

    package struct Office: Sendable {
        /// Clients' messages not read by this person.
        package let unread: Int
        /// Questions that wait for an answer.
        package let waiting: Int
        /// People whom supervisors have asked the head to let in: for the head alone.
        package let asked: Int
    }

    package static func client(_ db: Database, _ person: Int64) throws -> Client {
        let firms = SQLRequest<Client.FirmName>(
            literal: """
                SELECT id, name, archivedAt IS NOT NULL AS isArchived FROM firm
                WHERE \(FirmScope.member(person).contains("firm.id")) ORDER BY nameKey
                """, cached: true)
        return Client(firms: try firms.fetchAll(db), unread: try Unread.ofClient(db, person))
    }

    package static func office(_ db: Database, _ person: Int64, in scope: FirmScope) throws -> Office {
        let waiting = SQLRequest<Int>(
            literal: """
                SELECT count(*) FROM conversation WHERE waitingSince IS NOT NULL
                    AND \(scope.contains("conversation.firmId"))
                """, cached: true)
        return Office(
            unread: try Unread.count(db, of: person, in: scope), waiting: try waiting.fetchOne(db) ?? 0,
            asked: try Invitation.count(db, for: person)
        )
    }
}
