import Foundation
import GRDB
import Secrets

/// The firms that would get a draft now, by name, with the printouts of each.
struct DraftRecipients {
    let draft: Draft
    let scope: FirmScope
    /// `nil` when no printouts are chosen.
    let printoutsByFirm: PrintoutsByFirm?
    let need: PrintoutNeed
    /// The files that go to one firm each, as `7>3`: file and firm.
    private let files: [String]
    var hasFilesByFirm: Bool { !files.isEmpty }

    init(_ db: Database, _ draft: Draft, _ scope: FirmScope, need: PrintoutNeed = .any) throws {
        (self.draft, self.scope, self.need) = (draft, scope, need)
        files = try SQLRequest<String>(
            """
            SELECT fileId || '>' || firmId FROM draftFirmFile WHERE draftKey = \(draft.key) AND firmId IS NOT NULL
            ORDER BY fileId
            """
        ).fetchAll(db)
        printoutsByFirm = try draft.printouts(db).map {
            try PrintoutsByFirm(
                db, $0, isPayroll: draft.isPayroll,
                for: "SELECT firmId FROM draftFirm WHERE draftKey = \(draft.key)")
        }
    }

    /// A condition: the firm may get the draft, whatever its printouts.
    var isOpen: SQL {
        """
        (firm.closedAt IS NULL AND \(scope.contains("firm.id"))
            AND EXISTS (\(FirmScope.readers(of: "firm.id", payroll: payroll))))
        """
    }

    var condition: SQL { "(\(isOpen) AND \(hasNeeded))" }

    /// A query: whether the draft is about payroll, which requires a right to read.
    private var payroll: SQL { "(SELECT isPayroll FROM draft WHERE draft.key = \(draft.key))" }

    private var source: SQL {
        "FROM draftFirm JOIN firm ON firm.id = draftFirm.firmId WHERE draftKey = \(draft.key) AND \(condition)"
    }

    /// A condition: the firm comes after another one in the order of names.
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

    /// Returns the firms that may get the draft, including those excluded for lack of printouts.
    func openIds(_ db: Database) throws -> Set<Int64> {
        try SQLRequest<Int64>(
            """
            SELECT firm.id FROM draftFirm JOIN firm ON firm.id = draftFirm.firmId
            WHERE draftKey = \(draft.key) AND \(isOpen)
            """
        ).fetchSet(db)
    }

    /// Identifies what would be sent now: the firms, the printouts and own files of each, and the text, which another
    /// tab may have changed.
    func fingerprint(of firms: Set<Int64>) -> String {
        let list = firms.sorted().map { firm in
            "\(firm):\((printoutsByFirm?.gets[firm] ?? []).map(String.init).joined(separator: "+"))"
        }
        let parts = [
            list.joined(separator: ","), files.joined(separator: ","), "\(draft.isPayroll)", draft.subject, draft.body,
        ]
        return Hex.text(SHA256Digest.of(Data(parts.joined(separator: "\n").utf8)))
    }

    func page(_ db: Database, after: Int64?, limit: Int) throws -> [DraftCheck.Recipient] {
        try rows(db, Self.follows(after), limit: limit)
    }

    /// Returns the preview of a firm; if it gets nothing, of the first recipient, preferably one with printouts.
    func preview(_ db: Database, _ firm: Int64?) throws -> DraftCheck.Preview? {
        let chosen = try firm.flatMap { try rows(db, "firm.id = \($0)", limit: 1).first }
        guard let recipient = try chosen ?? first(db) else { return nil }
        let key = Self.key(recipient.firmId)
        return DraftCheck.Preview(
            recipient: recipient, printouts: try Printout.facts(db, printoutsByFirm?.gets[recipient.firmId] ?? []),
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

    private func first(_ db: Database) throws -> DraftCheck.Recipient? {
        let getting = printoutsByFirm.map { Array($0.gets.keys) } ?? []
        let shown = getting.isEmpty ? nil : try rows(db, "firm.id IN \(SQL.list(getting))", limit: 1).first
        return try shown ?? rows(db, "TRUE", limit: 1).first
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

    /// Returns the firms that get nothing, by name, for the report.
    func skipped(_ db: Database) throws -> [DraftCheck.Skipped] { try skipped(db, "TRUE", limit: .max) }

    /// Returns those of the scope after one of them. Of the others the sender learns only the number.
    func shownSkipped(_ db: Database, after: Int64?, limit: Int) throws -> [DraftCheck.Skipped] {
        try skipped(db, "\(scope.contains("firm.id")) AND \(Self.follows(after))", limit: limit)
    }

    /// Returns how many firms of the draft are outside the scope, as when a deputy's time is over.
    func notYoursCount(_ db: Database) throws -> Int {
        try SQLRequest<Int>(
            "SELECT count(*) FROM draftFirm WHERE draftKey = \(draft.key) AND NOT (\(scope.contains("firmId")))"
        ).fetchOne(db) ?? 0
    }

    private func skipped(_ db: Database, _ part: SQL, limit: Int) throws -> [DraftCheck.Skipped] {
        let request: SQLRequest<DraftCheck.Skipped> = """
            SELECT firm.id AS firmId, firm.name, CASE
                WHEN \(isOpen) THEN 'noPrintout'
                WHEN NOT (\(scope.contains("firm.id"))) THEN 'notYours'
                WHEN firm.closedAt IS NOT NULL THEN 'closed'
                WHEN EXISTS (\(FirmScope.readers(of: "firm.id"))) THEN 'noPayroll' ELSE 'noPerson' END AS reason
            FROM draftFirm JOIN firm ON firm.id = draftFirm.firmId
            WHERE draftKey = \(draft.key) AND NOT \(condition) AND \(part)
            ORDER BY firm.nameKey, firm.id LIMIT \(limit)
            """
        return try request.fetchAll(db)
    }
}
