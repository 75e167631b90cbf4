import GRDB

/// What the name of a form tells beside what it is about.
enum TaxForm {
    /// Of one who pays wages and the like: they show what people earn. How their names begin, without hyphens.
    private static let payroll = ["PIT4", "PIT8", "PIT11", "PITR", "IFT1", "IFT3"]
    /// Made for each person paid: two of one period are about two people.
    private static let personal = ["PIT11", "PIT40", "PIT8C", "PIT8S", "PITR", "IFT"]

    /// Two conditions over a column that holds a form as it is compared, such as `PIT-11`.
    static func isPayroll(_ column: SQL) -> SQL { begins(column, payroll) }
    static func isPersonal(_ column: SQL) -> SQL { begins(column, personal) }

    private static func begins(_ column: SQL, _ names: [String]) -> SQL {
        let each = names.map { "replace(\(column), '-', '') GLOB \($0 + "*")" as SQL }
        return "(\(each.joined(separator: " OR ")))"
    }
}
