import GRDB

/// Counts the firms that have all, some or none of the notice's printouts.
extension DraftRecipients {
    /// Returns `nil` when no printouts are chosen.
    func counts(_ db: Database) throws -> DraftCheck.Counts? {
        guard let printoutsByFirm else { return nil }
        return try openIds(db).reduce(into: DraftCheck.Counts()) { counts, firm in
            if printoutsByFirm.gets[firm] == nil {
                counts.without += 1
            } else if printoutsByFirm.lacks[firm] == nil {
                counts.complete += 1
            } else {
                counts.partial += 1
            }
        }
    }

    /// A condition: the firm has the printouts that it needs to get the notice.
    var hasNeeded: SQL {
        guard let printoutsByFirm else { return "TRUE" }
        let getsSome: SQL = "firm.id IN \(SQL.list(Array(printoutsByFirm.gets.keys)))"
        switch need {
        case .nothing: return "TRUE"
        case .any: return getsSome
        case .every: return "(\(getsSome) AND firm.id NOT IN \(SQL.list(Array(printoutsByFirm.lacks.keys))))"
        }
    }

    /// Returns the firms that may get the draft but would not get all its printouts, up to `limit` of them by name
    /// after one. A firm that would get none is included, even where it should have none.
    func lacking(_ db: Database, after: Int64?, limit: Int) throws -> [DraftCheck.Lacking] {
        guard let printoutsByFirm else { return [] }
        let complete = printoutsByFirm.gets.keys.filter { printoutsByFirm.lacks[$0] == nil }
        let firms = try SQLRequest<Row>(
            """
            SELECT firm.id, firm.name FROM draftFirm JOIN firm ON firm.id = draftFirm.firmId
            WHERE draftKey = \(draft.key) AND \(isOpen) AND firm.id NOT IN \(SQL.list(complete))
                AND \(Self.follows(after))
            ORDER BY firm.nameKey, firm.id LIMIT \(limit)
            """
        ).fetchAll(db)
        return firms.map { row in
            let lacks = printoutsByFirm.lacks[row[0]] ?? []
            return DraftCheck.Lacking(
                firmId: row[0], name: row[1], kinds: printoutsByFirm.choice.kinds.filter(lacks.contains),
                hasOthers: printoutsByFirm.gets[row[0]] != nil)
        }
    }
}
