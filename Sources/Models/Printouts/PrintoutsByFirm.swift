import GRDB

/// What each of many firms gets of a choice of printouts, and what it lacks.
struct PrintoutsByFirm {
    let choice: PrintoutChoice
    /// Printouts by firm, in the order of their ids.
    private(set) var gets: [Int64: [Int64]] = [:]
    /// Which kinds each firm has.
    private(set) var has: [Int64: Set<Printout.Kind>] = [:]
    /// Kinds that a firm ought to have by its form of taxation and by how it settles VAT, and has none of.
    private(set) var lacks: [Int64: Set<Printout.Kind>] = [:]

    /// Firms that have some that show wages, which go only with what is about payroll.
    private(set) var withheld: Set<Int64> = []

    /// - Parameter isPayroll: whether what they go with is about payroll.
    /// - Parameter firms: a query of the firms' ids.
    init(_ db: Database, _ choice: PrintoutChoice, isPayroll: Bool, for firms: SQL) throws {
        self.choice = choice
        let found = try SQLRequest<Row>("\(choice.found(in: firms)) ORDER BY printoutId").fetchCursor(db)
        while let row = try found.next() {
            let firm: Int64 = row[0]
            if row[3], !isPayroll {
                withheld.insert(firm)
                continue
            }
            gets[firm, default: []].append(row[1])
            has[firm, default: []].insert(row[2])
        }
        let forms = try SQLRequest<Row>(
            """
            SELECT firm.id, form, vat FROM firm JOIN taxation ON taxation.firmId = firm.id
            WHERE firm.id IN (\(firms)) AND \(choice.period.isTaxed)
            """
        ).fetchCursor(db)
        while let row = try forms.next() {
            let (firm, form, vat): (Int64, TaxationForm, VATPeriod?) = (row[0], row[1], row[2])
            for kind in choice.kinds where kind.forms.contains(form) && choice.isDue(kind, form: form, vat: vat) {
                if has[firm]?.contains(kind) != true { lacks[firm, default: []].insert(kind) }
            }
        }
    }

    /// How many of the firms have a kind, and how many it is for at all.
    func counts(_ kind: Printout.Kind) -> (have: Int, of: Int) {
        let have = has.values.count { $0.contains(kind) }
        return (have, have + lacks.values.count { $0.contains(kind) })
    }
}
