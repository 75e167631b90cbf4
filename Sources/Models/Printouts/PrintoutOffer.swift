import Dates
import GRDB

/// The offer of the window "Add ledgers, declarations, UPO" for the chosen firms: their periods, and for one period
/// all kinds that any of them can have, with how many have it.
package struct PrintoutOffer: Sendable {
    package struct Kind: Sendable {
        package let kind: Printout.Kind
        /// The number of firms that have one in force.
        package let have: Int
        /// The number of firms that have one, or should have.
        package let of: Int
        /// For a single firm, the printouts that it would get.
        package let papers: [Int64]
    }

    /// All periods of the firms' printouts, the latest first.
    package let periods: [Period]
    package let period: Period?
    package let kinds: [Kind]
    package let firmCount: Int
    /// Whether some show wages, which are sent only with a message about payroll.
    package let isWithholding: Bool

    /// - Parameter isPayroll: whether the message is about payroll.
    /// - Parameter period: the selected period; by default the last complete month.
    package static func make(
        _ db: Database, firms: [Int64], isPayroll: Bool = false, period asked: Period?, on day: Day
    ) throws -> PrintoutOffer {
        let periods = try periods(db, firms)
        let last = periods.first { period in
            guard case .month = period.shape else { return false }
            return period.until < day
        }
        guard let period = asked ?? last ?? periods.first, let all = PrintoutChoice(Printout.Kind.allCases, of: period)
        else {
            return PrintoutOffer(periods: [], period: nil, kinds: [], firmCount: firms.count, isWithholding: false)
        }
        let printoutsByFirm = try PrintoutsByFirm(
            db, all, isPayroll: isPayroll, for: "SELECT value FROM \(SQL.list(firms))")
        let papers = firms.count == 1 ? try all.papers(db, of: firms[0], isPayroll: isPayroll) : [:]
        let kinds = all.kinds.map { kind in
            let counts = printoutsByFirm.counts(kind)
            return Kind(kind: kind, have: counts.have, of: counts.of, papers: papers[kind] ?? [])
        }
        return PrintoutOffer(
            periods: periods.contains(period) ? periods : [period] + periods, period: period,
            kinds: kinds.filter { firms.count == 1 ? $0.have > 0 : $0.of > 0 }, firmCount: firms.count,
            isWithholding: !printoutsByFirm.withheld.isEmpty)
    }

    private static func periods(_ db: Database, _ firms: [Int64]) throws -> [Period] {
        let request: SQLRequest<Row> = firms.count <= fewFirms ? periodsOfFew(firms) : periodsOfMany(firms)
        return try request.fetchAll(db).compactMap { Period(from: $0[0], until: $0[1]) }
    }

    /// Up to this many firms, their own printouts are read; for more firms it is faster to ask for each period whether
    /// any of them has one.
    private static let fewFirms = 300

    private static func periodsOfFew(_ firms: [Int64]) -> SQLRequest<Row> {
        """
        SELECT DISTINCT printout.fromOn, printout.untilOn FROM taxImport JOIN printout ON importId = taxImport.id
        WHERE firmId IN \(SQL.list(firms)) AND printout.fromOn IS NOT NULL
        ORDER BY printout.untilOn DESC, printout.fromOn DESC
        """
    }

    /// Steps from one period of a kind to the next in the index, skipping the printouts between them.
    private static func periodsOfMany(_ firms: [Int64]) -> SQLRequest<Row> {
        let kinds = Printout.Kind.allCases.map { "(\($0))" as SQL }.joined(separator: ", ")
        return """
            WITH RECURSIVE starts(kind, fromOn) AS (
                SELECT column1, (SELECT min(fromOn) FROM printout WHERE kind = column1) FROM (VALUES \(kinds))
                UNION ALL SELECT kind, (SELECT min(printout.fromOn) FROM printout
                    WHERE printout.kind = starts.kind AND printout.fromOn > starts.fromOn)
                FROM starts WHERE fromOn IS NOT NULL),
            spans(kind, fromOn, untilOn) AS (
                SELECT kind, fromOn, (SELECT min(untilOn) FROM printout
                    WHERE printout.kind = starts.kind AND printout.fromOn = starts.fromOn)
                FROM starts WHERE fromOn IS NOT NULL
                UNION ALL SELECT kind, fromOn, (SELECT min(printout.untilOn) FROM printout
                    WHERE printout.kind = spans.kind AND printout.fromOn = spans.fromOn
                        AND printout.untilOn > spans.untilOn)
                FROM spans WHERE untilOn IS NOT NULL)
            SELECT DISTINCT fromOn, untilOn FROM spans WHERE untilOn IS NOT NULL AND EXISTS (
                SELECT 1 FROM printout AS own JOIN taxImport ON taxImport.id = own.importId
                WHERE own.kind = spans.kind AND own.fromOn = spans.fromOn AND own.untilOn = spans.untilOn
                    AND firmId IN \(SQL.list(firms)))
            ORDER BY untilOn DESC, fromOn DESC
            """
    }
}
