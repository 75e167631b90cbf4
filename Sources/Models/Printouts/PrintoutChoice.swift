import Dates
import GRDB

/// The choice under "Add ledgers, declarations, UPO": kinds of printouts of one period, the same for every firm.
/// Which printouts each firm gets differs: ``PrintoutsByFirm``.
///
/// A printout belongs to the period when it covers the same days. The last month of a quarter includes the quarter's
/// declarations and receipts too: a firm that settles VAT quarterly files them with that month.
package struct PrintoutChoice: Equatable, Sendable {
    /// In the order of ``Printout/Kind``, without duplicates.
    package let kinds: [Printout.Kind]
    package let period: Period

    /// Fails when no kind is chosen.
    package init?(_ kinds: some Collection<Printout.Kind>, of period: Period) {
        let asked = Set(kinds)
        if asked.isEmpty { return nil }
        self.kinds = Printout.Kind.allCases.filter(asked.contains)
        self.period = period
    }

    /// Reads the fields of a form. Returns `nil` when no kind is ticked.
    /// - Throws: `Invalid` naming `printouts` for an unknown kind or period.
    package static func typed(_ kinds: [String], of period: String) throws -> PrintoutChoice? {
        if kinds.isEmpty { return nil }
        let known = kinds.compactMap(Printout.Kind.init(rawValue:))
        guard known.count == kinds.count, let period = Period(period) else {
            throw Invalid("printouts", "errors.printoutsWrong")
        }
        return PrintoutChoice(known, of: period)
    }

    /// Whether a firm should have such a printout for this period, by how it settles VAT. A firm without a known VAT
    /// period is assumed to settle monthly; VAT registers are monthly.
    func isDue(_ kind: Printout.Kind, form: TaxationForm, vat: VATPeriod?) -> Bool {
        switch kind {
        case .vatSales, .vatPurchases:
            guard case .month = period.shape else { return false }
            return vat != .exempt
        case .vatDeclaration:
            switch period.shape {
            case .month: return vat == .quarterly ? period.closedQuarter != nil : vat != .exempt
            case .quarter: return vat == .quarterly
            case .twoMonths, .half, .year, .range: return false
            }
        case .fixedAssets:
            switch form {
            case .lumpSum: return true
            // With a ledger or full books it is made once a year.
            case .ledger, .fullBooks, .card, .israeli:
                if case .year = period.shape { return true }
                return false
            }
        case .taxLedger, .revenue, .trialBalance, .journal, .ledgerAccounts, .taxDifferences,
            .declaration, .receipt:
            return true
        }
    }
}

extension PrintoutChoice {
    /// A query of the chosen printouts, of the firms that a query selects: `firmId`, `printoutId`, `kind`, `isPayroll`.
    ///
    /// Each is the version in force and has its firm's NIP; a ledger is included only if the firm had its form of
    /// taxation on some day of the period. The query starts from the period, not from the firms, as there are many more
    /// printouts of other periods than firms.
    func found(in firms: SQL) -> SQL {
        let ofPeriod: SQL = """
            SELECT version.firmId, printout.id AS printoutId, printout.kind,
                \(Printout.isPayroll) AS isPayroll
            FROM (\(wanted)) AS wanted CROSS JOIN printout ON printout.kind = wanted.kind
                AND printout.fromOn = wanted.fromOn AND printout.untilOn = wanted.untilOn
            JOIN taxImport AS version ON version.id = printout.importId
            WHERE version.firmId IN (\(firms)) AND \(Printout.isOfItsFirm) AND \(Printout.isCurrent) AND NOT \(Printout.isLost)
                AND EXISTS (SELECT 1 FROM taxation WHERE taxation.firmId = version.firmId
                    AND (printout.kind, form) IN (\(forms)) AND \(period.isTaxed))
            """
        if case .month = period.shape { return "\(ofPeriod) UNION \(parts(in: firms))" }
        guard case .year = period.shape, kinds.contains(where: \.isLedger) else { return ofPeriod }
        return "\(ofPeriod) UNION \(changingForms(in: firms))"
    }

    /// Selects printouts for a part of the month, if there is none for more of it.
    private func parts(in firms: SQL) -> SQL {
        """
        SELECT version.firmId, printout.id AS printoutId, printout.kind, \(Printout.isPayroll) AS isPayroll
        FROM printout JOIN taxImport AS version ON version.id = printout.importId
        WHERE printout.kind IN \(kinds) AND printout.fromOn BETWEEN \(period.from) AND \(period.until)
            AND printout.untilOn <= \(period.until)
            AND NOT (printout.fromOn = \(period.from) AND printout.untilOn = \(period.until))
            AND version.firmId IN (\(firms)) AND \(Printout.isOfItsFirm) AND \(Printout.isCurrent) AND NOT \(Printout.isLost)
            AND EXISTS (SELECT 1 FROM taxation WHERE taxation.firmId = version.firmId
                AND (printout.kind, form) IN (\(forms)) AND \(period.isTaxed))
            AND NOT EXISTS (SELECT 1 FROM printout AS longer JOIN taxImport AS other ON other.id = longer.importId
                WHERE longer.kind = printout.kind AND longer.fromOn BETWEEN \(period.from) AND printout.fromOn
                    AND longer.untilOn BETWEEN printout.untilOn AND \(period.until)
                    AND (longer.fromOn < printout.fromOn OR longer.untilOn > printout.untilOn)
                    AND other.firmId = version.firmId AND other.form = version.form)
        """
    }

    /// Selects the ledgers of firms that changed their form of taxation within the year: each covers its own part of
    /// the year, which begins or ends with a form.
    private func changingForms(in firms: SQL) -> SQL {
        """
        SELECT version.firmId, printout.id AS printoutId, printout.kind, \(Printout.isPayroll) AS isPayroll
        FROM taxation JOIN taxImport AS version ON version.firmId = taxation.firmId
        JOIN printout ON printout.importId = version.id
        WHERE taxation.firmId IN (\(firms)) AND (printout.kind, taxation.form) IN (\(forms))
            AND (validFrom > \(period.from) AND validFrom <= \(period.until)
                OR validUntil >= \(period.from) AND validUntil < \(period.until))
            AND printout.fromOn >= \(period.from) AND printout.fromOn IN (\(period.from), validFrom)
            AND printout.untilOn <= \(period.until) AND printout.untilOn IN (\(period.until), validUntil)
            AND printout.kind IN \(kinds.filter(\.isLedger))
            AND \(Printout.isOfItsFirm) AND \(Printout.isCurrent) AND NOT \(Printout.isLost)
        """
    }

    /// The kinds with the days that their printouts must cover.
    private var wanted: SQL {
        let rows = kinds.flatMap { kind in
            ([period] + (kind.followsQuarter ? [period.closedQuarter].compactMap { $0 } : [])).map {
                "(\(kind), \($0.from), \($0.until))" as SQL
            }
        }
        return
            "SELECT column1 AS kind, column2 AS fromOn, column3 AS untilOn FROM (VALUES \(rows.joined(separator: ", ")))"
    }

    private var forms: SQL {
        let pairs = kinds.flatMap { kind in TaxationForm.allCases.filter(kind.forms.contains).map { (kind, $0) } }
        return "VALUES \(pairs.map { "(\($0), \($1))" as SQL }.joined(separator: ", "))"
    }
}

extension Period {
    /// A condition over a row of `taxation`: it is valid on some day of the period. The first recorded form also counts
    /// for the time before it.
    var isTaxed: SQL {
        """
        ((validUntil IS NULL OR validUntil >= \(from)) AND (validFrom <= \(until) OR NOT EXISTS (SELECT 1
            FROM taxation AS earlier WHERE earlier.firmId = taxation.firmId AND earlier.validFrom < taxation.validFrom)))
        """
    }
}

extension Printout.Kind {
    /// Whether it is of a ledger, which a firm keeps by its form of taxation.
    fileprivate var isLedger: Bool {
        switch self {
        case .taxLedger, .revenue, .fixedAssets, .trialBalance, .journal, .ledgerAccounts, .taxDifferences: true
        case .vatSales, .vatPurchases, .vatDeclaration, .declaration, .receipt: false
        }
    }

    /// Whether a quarter's printout is included with the quarter's last month.
    fileprivate var followsQuarter: Bool { [.vatDeclaration, .declaration, .receipt].contains(self) }
}
