import Foundation
import GRDB
import Secrets

/// What a send would do, looked at before it: who gets the notice, who is skipped and why.
package struct DraftCheck: Sendable {
    package enum Skip: String, Codable, Sendable, DatabaseValueConvertible {
        case noPerson, noPayroll, archived, notYours
    }

    package struct Recipient: StoredRow {
        package let firmId: Int64
        package let name: String
        /// Everyone of the firm who will find the notice in the inbox.
        package let people: String
        package let activeCount: Int
    }

    package struct Skipped: StoredRow {
        package let firmId: Int64
        package let name: String
        package let reason: Skip
    }

    /// The same notice, sent today to some of the same firms.
    package struct SentBefore: StoredRow {
        package let broadcastId: Int64
        package let sentAt: Date
        package let firmCount: Int
    }

    package let recipients: [Recipient]
    package let skipped: [Skipped]
    package let sentToday: SentBefore?

    package static func make(
        _ db: Database, _ draft: Draft, in scope: FirmScope, on day: Day, zone: TimeZone
    ) throws -> DraftCheck {
        DraftCheck(
            recipients: try recipients(db, draft, scope), skipped: try skipped(db, draft, scope),
            sentToday: try sentToday(db, draft, since: day.start(in: zone))
        )
    }

    /// Names the set of firms that would get the notice: another set of the same size has another name.
    package var audience: String { Self.audience(of: Set(recipients.map(\.firmId))) }

    static func audience(of firms: Set<Int64>) -> String {
        let list = firms.sorted().map(String.init).joined(separator: ",")
        return Hex.text(SHA256Digest.of(Data(list.utf8)))
    }

    private static func recipients(_ db: Database, _ draft: Draft, _ scope: FirmScope) throws -> [Recipient] {
        let request: SQLRequest<Recipient> = """
            SELECT firm.id AS firmId, firm.name, group_concat(person.name, ', ') AS people,
                count(person.activatedAt) AS activeCount
            FROM draftFirm JOIN firm ON firm.id = draftFirm.firmId
            JOIN membership ON membership.firmId = firm.id AND membership.canRead AND membership.endedAt IS NULL
                AND (membership.canPayroll OR NOT \(draft.isPayroll))
            JOIN person ON person.id = membership.personId AND person.disabledAt IS NULL
            WHERE draftKey = \(draft.key) AND firm.archivedAt IS NULL AND \(scope.contains("firm.id"))
            GROUP BY firm.id ORDER BY firm.nameKey, firm.id
            """
        return try request.fetchAll(db)
    }

    static func skipped(_ db: Database, _ draft: Draft, _ scope: FirmScope) throws -> [Skipped] {
        let request: SQLRequest<Skipped> = """
            SELECT firm.id AS firmId, firm.name, CASE
                WHEN NOT (\(scope.contains("firm.id"))) THEN 'notYours'
                WHEN firm.archivedAt IS NOT NULL THEN 'archived'
                WHEN EXISTS (\(FirmScope.readers(of: "firm.id"))) THEN 'noPayroll' ELSE 'noPerson' END AS reason
            FROM draftFirm JOIN firm ON firm.id = draftFirm.firmId
            WHERE draftKey = \(draft.key) AND NOT (firm.archivedAt IS NULL AND \(scope.contains("firm.id"))
                AND EXISTS (\(FirmScope.readers(of: "firm.id", payroll: "\(draft.isPayroll)"))))
            ORDER BY firm.nameKey, firm.id
            """
        return try request.fetchAll(db)
    }

    private static func sentToday(_ db: Database, _ draft: Draft, since start: Date) throws -> SentBefore? {
        try SentBefore.fetchOne(
            db,
            sql: """
                SELECT broadcast.id AS broadcastId, sentAt, count(*) AS firmCount
                FROM broadcast JOIN conversation ON conversation.broadcastId = broadcast.id
                JOIN draftFirm ON draftFirm.firmId = conversation.firmId AND draftFirm.draftKey = ?
                WHERE broadcast.digest = ? AND broadcast.sentAt >= ?
                GROUP BY broadcast.id ORDER BY broadcast.id DESC LIMIT 1
                """,
            arguments: [draft.key, Broadcast.digest(draft.subject, draft.body), start.milliseconds]
        )
    }
}
