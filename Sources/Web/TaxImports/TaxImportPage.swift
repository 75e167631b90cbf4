/// One import, with all its facts.
struct TaxImportPage: OfficePage {
    struct Fact: Encodable {
        let label: String
        let value: String
        /// Whether it consists of digits or a file's name, which run from left to right in any language.
        let isCode: Bool
    }

    struct Part: Encodable {
        let label: String
        let about: String
        let count: String
        let state: State
    }

    struct Check: Encodable {
        let label: String
        let element: String
        let declared: String
        let computed: String
        let state: State
    }

    struct Link: Encodable {
        let label: String
        let detail: String
        let linkHref: String
    }

    /// A firm or a document to choose.
    struct Choice: Encodable {
        let id: String
        let label: String
        let detail: String
    }

    struct Assigning: Encodable {
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

    struct Wages: Encodable {
        let lead: String
        let tone: String
        let maySay: Bool
        let action: String
        let payroll: String
        let saying: String
        let problem: String?
    }

    struct Original: Encodable {
        let originalName: String
        let detail: String
        let action: String
        let linkHref: String
    }

    struct Choosing: Encodable {
        let lead: String
        let tone: String
        let originals: [Original]
        let problem: String?
    }

    struct Pairing: Encodable {
        let action: String
        let lead: String
        let tone: String
        let choices: [Choice]
        let problem: String?
    }

    struct Dating: Encodable {
        let action: String
        let lead: String
        let year: String
        let spans: [Option]
        let problem: String?
    }

    var template: String { "taximports/file" }
    static let place = MenuPlace.imports
    let backHref = Path.taxImports.text
    let firmName: String?
    let firmHref: String
    let title: String
    let isCorrection: Bool
    let states: [State]
    let due: String?
    let warning: String?
    /// The link to download the original; `nil` when its bytes are lost.
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
    let wages: Wages?
    let choosing: Choosing?
    let pairing: Pairing?
    /// The address for separating the receipt from its document.
    let unpairing: String?
    let dating: Dating?

    func title(_ text: LanguageText) -> String { title }
}
