import Foundation
import GRDB
import Secrets

/// What a send would do, looked at before it: how many firms get the notice and how many are skipped, one
/// page of each, and one firm whose preview is shown.
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

    /// Where the page stands: the firms after which its lists go on, and the firm of the preview.
    package struct Place: Sendable {
        package var recipientsAfter: Int64?
        package var skippedAfter: Int64?
        package var preview: Int64?

        package init() {}
    }

    /// The firm whose preview is shown, and those before and after it.
    package struct Preview: Sendable {
        package let recipient: Recipient
        package let position: Int
        package let previous: Int64?
        package let next: Int64?
    }

    package let count: Int
    package let skippedCount: Int
    /// Names the set of firms that would get the notice: another set of the same size has another name.
    package let audience: String
    package let recipients: [Recipient]
    package let hasMoreRecipients: Bool
    package let skipped: [Skipped]
    package let hasMoreSkipped: Bool
    package let preview: Preview?
    package let sentToday: SentBefore?

    package static let pageSize = 100

    package static func make(
        _ db: Database, _ draft: Draft, in scope: FirmScope, on day: Day, zone: TimeZone, at place: Place = Place()
    ) throws -> DraftCheck {
        let reached = Reached(draft: draft, scope: scope)
        let ids = try reached.ids(db)
        let recipients = try reached.page(db, after: place.recipientsAfter, limit: pageSize + 1)
        let skipped = try skipped(db, draft, scope, after: place.skippedAfter, limit: pageSize + 1)
        return DraftCheck(
            count: ids.count, skippedCount: try draft.firmCount(db) - ids.count, audience: audience(of: ids),
            recipients: Array(recipients.prefix(pageSize)), hasMoreRecipients: recipients.count > pageSize,
            skipped: Array(skipped.prefix(pageSize)), hasMoreSkipped: skipped.count > pageSize,
            preview: try reached.preview(db, place.preview),
            sentToday: try sentToday(db, draft, since: day.start(in: zone))
        )
    }

    static func audience(of firms: Set<Int64>) -> String {
        let list = firms.sorted().map(String.init).joined(separator: ",")
        return Hex.text(SHA256Digest.of(Data(list.utf8)))
    }

    /// The firms that get nothing, by name: all of them, or so many after one of them.
    static func skipped(
        _ db: Database, _ draft: Draft, _ scope: FirmScope, after: Int64? = nil, limit: Int = .max
    ) throws -> [Skipped] {
        let request: SQLRequest<Skipped> = """
            SELECT firm.id AS firmId, firm.name, CASE
                WHEN NOT (\(scope.contains("firm.id"))) THEN 'notYours'
                WHEN firm.archivedAt IS NOT NULL THEN 'archived'
                WHEN EXISTS (\(FirmScope.readers(of: "firm.id"))) THEN 'noPayroll' ELSE 'noPerson' END AS reason
            FROM draftFirm JOIN firm ON firm.id = draftFirm.firmId
            WHERE draftKey = \(draft.key) AND NOT \(Reached(draft: draft, scope: scope).condition)
                AND \(Reached.follows(after)) ORDER BY firm.nameKey, firm.id LIMIT \(limit)
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

/// The firms of a draft that would get it, by name.
private struct Reached {
    let draft: Draft
    let scope: FirmScope

    var condition: SQL {
        """
        (firm.archivedAt IS NULL AND \(scope.contains("firm.id"))
            AND EXISTS (\(FirmScope.readers(of: "firm.id", payroll: payroll))))
        """
    }

    /// Whether the draft is about payroll, which takes a right of its own to read.
    private var payroll: SQL { "(SELECT isPayroll FROM draft WHERE draft.key = \(draft.key))" }

    private var source: SQL {
        "FROM draftFirm JOIN firm ON firm.id = draftFirm.firmId WHERE draftKey = \(draft.key) AND \(condition)"
    }

    /// A condition: the firm stands after another one in the order of names.
    static func follows(_ firm: Int64?) -> SQL {
        guard let firm else { return "TRUE" }
        return "(firm.nameKey, firm.id) > \(key(firm))"
    }

    private static func key(_ firm: Int64) -> SQL {
        "(SELECT mark.nameKey, mark.id FROM firm AS mark WHERE mark.id = \(firm))"
    }

    func ids(_ db: Database) throws -> Set<Int64> {
        try SQLRequest<Int64>("SELECT firm.id \(source)").fetchSet(db)
    }

    func page(_ db: Database, after: Int64?, limit: Int) throws -> [DraftCheck.Recipient] {
        try rows(db, Self.follows(after), limit: limit)
    }

    /// The preview of a firm, or of the first one when it is not among them.
    func preview(_ db: Database, _ firm: Int64?) throws -> DraftCheck.Preview? {
        let chosen = try firm.flatMap { try rows(db, "firm.id = \($0)", limit: 1).first }
        guard let recipient = try chosen ?? rows(db, "TRUE", limit: 1).first else { return nil }
        let key = Self.key(recipient.firmId)
        return DraftCheck.Preview(
            recipient: recipient,
            position: try SQLRequest<Int>("SELECT count(*) \(source) AND (firm.nameKey, firm.id) <= \(key)")
                .fetchOne(db) ?? 1,
            previous: try SQLRequest<Int64>(
                """
                SELECT firm.id \(source) AND (firm.nameKey, firm.id) < \(key)
                ORDER BY firm.nameKey DESC, firm.id DESC LIMIT 1
                """
            ).fetchOne(db),
            next: try rows(db, "(firm.nameKey, firm.id) > \(key)", limit: 1).first?.firmId
        )
    }

    private func rows(_ db: Database, _ part: SQL, limit: Int) throws -> [DraftCheck.Recipient] {
        let people = FirmScope.readers(of: "firm.id", payroll: payroll)
        return try SQLRequest<DraftCheck.Recipient>(
            """
            SELECT firm.id AS firmId, firm.name,
                (SELECT group_concat(name, ', ') FROM person WHERE id IN (\(people))) AS people,
                (SELECT count(activatedAt) FROM person WHERE id IN (\(people))) AS activeCount
            \(source) AND \(part) ORDER BY firm.nameKey, firm.id LIMIT \(limit)
            """
        ).fetchAll(db)
    }
}
