import GRDB

/// The printouts of a choice that each of many firms gets, and the kinds that it lacks.
struct PrintoutsByFirm {
    let choice: PrintoutChoice
    /// The printouts of each firm, in the order of their ids.
    private(set) var gets: [Int64: [Int64]] = [:]
    /// The kinds that each firm has.
    private(set) var has: [Int64: Set<Printout.Kind>] = [:]
    /// The kinds that a firm should have by its form of taxation and VAT period, but has no printout of.
    private(set) var lacks: [Int64: Set<Printout.Kind>] = [:]

    /// The firms with printouts that show wages, which are sent only with a message about payroll.
    private(set) var withheld: Set<Int64> = []

    /// - Parameter isPayroll: whether the message is about payroll.
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

    /// Returns how many firms have a kind, and how many have or should have it.
    func counts(_ kind: Printout.Kind) -> (have: Int, of: Int) {
        let have = has.values.count { $0.contains(kind) }
        return (have, have + lacks.values.count { $0.contains(kind) })
    }
}
