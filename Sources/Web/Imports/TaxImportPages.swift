/// An import, as it stands in a list, and beside the file that has just come.
struct TaxImportRow: Encodable {
    let href: String
    let title: String
    let fileName: String
    let firmName: String?
    /// Where there is no firm: the number and the name that the file has.
    let taxpayer: String?
    let due: String?
    let from: String
    let outcome: State?
    let match: State?
    let version: State?
    let sums: State?
    let receipt: State?
    /// A sum that does not add up, or a part that is superseded.
    let remark: String?
    let isCorrection: Bool
}

/// A file that was not taken in, and why.
struct RefusedFileRow: Encodable {
    let fileName: String
    let reason: String
}

/// Imports of JPK, declarations and UPO: where files are dropped, and all that came before.
struct TaxImportsPage: OfficePage {
    struct Filter: Encodable {
        let label: String
        let count: String?
        let href: String
        let isCurrent: Bool
    }

    var template: String { "imports/files" }
    static let place = MenuPlace.imports
    let action = Path.taxImports.text
    let isHead: Bool
    let filters: [Filter]
    /// The chosen tab, which a search stays on.
    let show: String?
    let q: String
    let periods: [Option]
    let firmId: String?
    let firmName: String?
    let withoutFirmHref: String
    let clearHref: String?
    let rows: [TaxImportRow]
    let isEmpty: Bool
    let emptyTitle: String
    let emptyText: String
    let olderHref: String?
    let newerHref: String?

    func title(_ text: LanguageText) -> String { text("taxFiles.title") }
}
