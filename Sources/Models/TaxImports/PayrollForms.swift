import GRDB

/// Facts that follow from a form's name.
enum PayrollForms {
    /// The beginnings of the names, without separators, of forms filed by an employer or other payer, which show wages.
    /// The ministry's own code of PIT-8AR begins with PT.
    private static let payroll = ["PIT4", "PIT8", "PT4", "PT8", "PIT11", "PIT40", "PITR", "IFT1", "IFT3"]
    /// Forms made for each person paid: if they do not name the person, two of one period count as two people's.
    private static let personal = ["PIT11", "PIT40", "PIT8C", "PIT8S", "PITR", "IFT"]

    /// A condition over an import with this name in the query: it shows wages. An unknown form about a person counts as
    /// one, until the office says otherwise.
    static func isPayroll(_ name: String) -> SQL {
        """
        (\(begins(name, payroll)) OR \(sql: name).subject IS NOT NULL
            AND \(sql: name).form NOT IN (SELECT form FROM plainForm))
        """
    }

    /// A condition over an import: its form about a person is unknown here, so the office decides whether it shows
    /// wages.
    static func isUnknown(_ name: String) -> SQL {
        "(\(sql: name).subject IS NOT NULL AND NOT \(begins(name, payroll)))"
    }

    /// A condition over an import: it is about one person, without saying who.
    static func isAboutSomebody(_ name: String) -> SQL {
        "(\(sql: name).subject IS NULL AND \(begins(name, personal)))"
    }

    /// The patterns are part of the statement's text, because SQLite recompiles a statement each time a pattern is
    /// bound.
    private static func begins(_ name: String, _ names: [String]) -> SQL {
        let form: SQL = "replace(replace(\(sql: name).form, '-', ''), '/', '')"
        let each = names.map { "\(form) GLOB '\(sql: $0)*'" as SQL }
        return "(\(each.joined(separator: " OR ")))"
    }
}
