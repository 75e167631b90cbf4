import GRDB

/// The numbers in the header of every page.
package enum HeaderCounts {
    package struct Client: Sendable {
        package struct FirmName: StoredRow {
            package let id: Int64
            package let name: String
            package let isClosed: Bool

            /// Decodes by hand and by column position, as in ``Inbox/Row``.
            package init(row: Row) {
                id = row[0]
                name = row[1]
                isClosed = row[2]
            }
        }

        /// The person's firms by name.
        package let firms: [FirmName]
        package let unread: Unread.OfClient

        /// Returns those of one firm.
        func of(firm: Int64) -> Client {
            Client(firms: firms.filter { $0.id == firm }, unread: unread.of(firm: firm))
        }

        /// Whether the person can write to the office for a firm, or for any of them: a closed firm can only read.
        package func canWrite(for firm: Int64?) -> Bool {
            firms.contains { !$0.isClosed && (firm == nil || $0.id == firm) }
        }
    }

    package struct Office: Sendable {
        /// The number of clients' messages that this person has not read.
        package let unread: Int
        /// The number of questions that wait for an answer.
        package let waiting: Int
        /// The number of people whom supervisors have asked the head to let in; counted for the head alone.
        package let asked: Int
    }

    package static func client(_ db: Database, _ person: Int64) throws -> Client {
        let firms = SQLRequest<Client.FirmName>(
            literal: """
                SELECT id, name, closedAt IS NOT NULL AS isClosed FROM firm
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
