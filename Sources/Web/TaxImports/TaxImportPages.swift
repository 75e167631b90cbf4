/// An import in a list, or as the result of an upload.
struct TaxImportRow: Encodable {
    let href: String
    let title: String
    let fileName: String
    let firmName: String?
    /// Without a firm: the number and the name in the file.
    let taxpayer: String?
    let due: String?
    let from: String
    let outcome: State?
    let match: State?
    let version: State?
    let sums: State?
    let receipt: State?
    /// A sum that does not match, or a superseded part.
    let remark: String?
    let isCorrection: Bool
}

/// A file that was refused, and the reason.
struct RefusedFileRow: Encodable {
    let fileName: String
    let reason: String
}

/// The page for importing JPK, declarations and UPO, with the list of all imports.
struct TaxImportsPage: OfficePage {
    struct Filter: Encodable {
        let label: String
        let count: String?
        let href: String
        let isCurrent: Bool
    }

    var template: String { "taximports/files" }
    static let place = MenuPlace.imports
    let action = Path.taxImports.text
    let isHead: Bool
    let filters: [Filter]
    /// The chosen tab, which a search keeps.
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

    func title(_ text: LanguageText) -> String { text("taxImports.title") }
}
