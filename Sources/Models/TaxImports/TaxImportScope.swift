import GRDB

/// The imports that a person of the office may see and make: those of their firms. What has no firm yet is for the
/// head, and for the one who brought it.
package struct TaxImportScope: Sendable {
    /// Nobody for the command line and the watched folder, which are the office's own hand.
    package let person: Int64?
    package let firms: FirmScope

    package init(person: Int64?, firms: FirmScope) {
        self.person = person
        self.firms = firms
    }

    /// The machine's own: whoever may write into the data folder sees the whole office.
    package static let office = TaxImportScope(person: nil, firms: .wholeOffice)

    /// Whether a file that belongs to no firm of theirs may be held.
    package var mayHold: Bool { firms == .wholeOffice }

    /// Two conditions over a row of `taxImport`, for counts that come from an index each: it is of one of their firms;
    /// it is of none, and theirs to see.
    var isOfFirms: SQL { firms == .wholeOffice ? "TRUE" : "firmId IS NOT NULL AND \(firms.contains("firmId"))" }
    var isOfNoFirm: SQL { firms == .wholeOffice ? "firmId IS NULL" : "firmId IS NULL AND importedBy = \(person)" }

    /// A condition over a row of `taxImport`, here by its name in the query.
    func contains(_ name: String) -> SQL {
        guard firms != .wholeOffice else { return "TRUE" }
        return """
            (\(sql: name).firmId IS NOT NULL AND \(firms.contains("\(name).firmId"))
                OR \(sql: name).firmId IS NULL AND \(sql: name).importedBy = \(person))
            """
    }
}
