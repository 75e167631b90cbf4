import GRDB

/// What a form tells beside what it is about.
enum TaxForm {
    /// Of one who pays wages and the like: they show what people earn. How their names begin, without signs between; the
    /// ministry's own code of PIT-8AR begins with PT.
    private static let payroll = ["PIT4", "PIT8", "PT4", "PT8", "PIT11", "PIT40", "PITR", "IFT1", "IFT3"]
    /// Made for each person paid: where they do not say for whom, two of one period are about two people.
    private static let personal = ["PIT11", "PIT40", "PIT8C", "PIT8S", "PITR", "IFT"]

    /// A condition over an import, here by its name in the query: it shows wages. A form about a person that is none of
    /// those known here is taken for one, until the office says otherwise.
    static func isPayroll(_ name: String) -> SQL {
        """
        (\(begins(name, payroll)) OR \(sql: name).subject IS NOT NULL
            AND \(sql: name).form NOT IN (SELECT form FROM plainForm))
        """
    }

    /// A condition over an import: nobody has said yet whether its form shows wages, or somebody has said that it does
    /// not. Of the forms that are known there is nothing to say.
    static func isUnknown(_ name: String) -> SQL {
        "(\(sql: name).subject IS NOT NULL AND NOT \(begins(name, payroll)))"
    }

    /// A condition over an import: it is about one person, of whom it does not say who.
    static func isAboutSomebody(_ name: String) -> SQL {
        "(\(sql: name).subject IS NULL AND \(begins(name, personal)))"
    }

    /// The beginnings stand in the text of the statement: SQLite compiles a statement anew each time a pattern is bound.
    private static func begins(_ name: String, _ names: [String]) -> SQL {
        let form: SQL = "replace(replace(\(sql: name).form, '-', ''), '/', '')"
        let each = names.map { "\(form) GLOB '\(sql: $0)*'" as SQL }
        return "(\(each.joined(separator: " OR ")))"
    }
}
