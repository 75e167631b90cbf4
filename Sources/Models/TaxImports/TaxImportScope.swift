import GRDB

/// The imports that a person of the office may see and make: those of their firms. An import without a firm is visible
/// to the head, and to the person who uploaded it.
package struct TaxImportScope: Sendable {
    /// `nil` for the command line and the watched folder.
    package let person: Int64?
    package let firms: FirmScope

    package init(person: Int64?, firms: FirmScope) {
        self.person = person
        self.firms = firms
    }

    /// The scope of the command line and the watched folder: whoever may write into the data folder sees the whole
    /// office.
    package static let office = TaxImportScope(person: nil, firms: .wholeOffice)

    /// Whether the person may import a file that belongs to no firm of theirs.
    package var mayHold: Bool { firms == .wholeOffice }

    /// Two conditions over a row of `taxImport`, separate so that each count uses an index: it belongs to one of their
    /// firms; it belongs to none, and they may see it.
    var isOfFirms: SQL { firms == .wholeOffice ? "TRUE" : "firmId IS NOT NULL AND \(firms.contains("firmId"))" }
    var isOfNoFirm: SQL { firms == .wholeOffice ? "firmId IS NULL" : "firmId IS NULL AND importedBy = \(person)" }

    /// A condition over a row of `taxImport` with this name in the query.
    func contains(_ name: String) -> SQL {
        guard firms != .wholeOffice else { return "TRUE" }
        return """
            (\(sql: name).firmId IS NOT NULL AND \(firms.contains("\(name).firmId"))
                OR \(sql: name).firmId IS NULL AND \(sql: name).importedBy = \(person))
            """
    }
}
