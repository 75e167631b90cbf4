/// An import, as it stands in a list, and beside the file that has just come.
struct TaxImportRow: Row {
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
    /// What does not add up, or what of it is superseded.
    let remark: String?
    let isCorrection: Bool

    static let template = "imports/_file"
    static let fields: [RowField<TaxImportRow>] =
        [
            .plain("href", \.href), .plain("title", \.title), .plain("fileName", \.fileName),
            .optional("firmName", \.firmName), .optional("taxpayer", \.taxpayer), .optional("due", \.due),
            .plain("from", \.from), .optional("remark", \.remark), .flag("isCorrection", \.isCorrection),
        ] + .state("outcome", \.outcome) + .state("match", \.match) + .state("version", \.version)
        + .state("sums", \.sums) + .state("receipt", \.receipt)
}

/// A file that was not taken in, and why.
struct RefusedFileRow: Row {
    let fileName: String
    let reason: String

    static let template = "imports/_refused"
    static let fields: [RowField<RefusedFileRow>] = [.plain("fileName", \.fileName), .plain("reason", \.reason)]
}

/// Imports of JPK, declarations and UPO: where files are dropped, and all that came before.
struct TaxImportsPage: Page {
    struct Filter: Sendable {
        let label: String
        let count: String?
        let href: String
        let isCurrent: Bool
    }

    var template: String { "imports/files" }
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
}

/// One import, with everything that is known of it.
struct TaxImportPage: Page {
    struct Fact: Sendable {
        let label: String
        let value: String
        /// Digits and names of files, which run from left to right in any language.
        let isCode: Bool
    }

    struct Part: Sendable {
        let label: String
        let about: String
        let count: String
        let state: State
    }

    struct Check: Sendable {
        let label: String
        let element: String
        let declared: String
        let computed: String
        let state: State
    }

    struct Link: Sendable {
        let label: String
        let detail: String
        let linkHref: String
    }

    /// A firm or a document that may be chosen.
    struct Choice: Sendable {
        let id: String
        let label: String
        let detail: String
    }

    struct Assigning: Sendable {
        let assignTitle: String
        let action: String
        let searchAction: String
        let q: String
        let hasSearch: Bool
        let lead: String
        let choices: [Choice]
        let nothing: String?
        let newFirmHref: String?
        let problem: String?
    }

    struct Pairing: Sendable {
        let action: String
        let lead: String
        let tone: String
        let choices: [Choice]
        let problem: String?
    }

    struct Dating: Sendable {
        let action: String
        let lead: String
        let year: String
        let spans: [Option]
        let problem: String?
    }

    var template: String { "imports/file" }
    let backHref = Path.taxImports.text
    let firmName: String?
    let firmHref: String
    let title: String
    let isCorrection: Bool
    let states: [State]
    let due: String?
    let warning: String?
    /// Where the original is taken; nothing when its bytes are lost.
    let fileHref: String?
    let facts: [Fact]
    let parts: [Part]
    let hasParts: Bool
    let checks: [Check]
    let hasChecks: Bool
    let links: [Link]
    let hasLinks: Bool
    let printouts: [Link]
    let hasPrintouts: Bool
    let versions: [Link]
    let hasVersions: Bool
    let signature: State?
    let assigning: Assigning?
    let pairing: Pairing?
    let dating: Dating?
}
