/// A client's files.
struct ClientFilesPage: ClientPage {
    struct Choice: Encodable {
        let label: String
        let count: String
        let href: String
        let isCurrent: Bool
    }

    /// The filters that a search keeps.
    struct Kept: Encodable {
        let field: String
        let value: String
    }

    var template: String { "files/index" }
    static let place = MenuPlace.files
    let menuFirm: Int64?
    /// The files to download, at the top, unless there is a search.
    let waiting: [FileRow]
    let hasWaiting: Bool
    /// The link to all files to download, if there are more than here.
    let moreWaitingHref: String?
    let rows: [FileRow]
    let hasRows: Bool
    let isEmpty: Bool
    /// Whether a search has examined many files without a match so far.
    let searchesOn: Bool
    let isFiltered: Bool
    let search: String
    let kept: [Kept]
    let states: [Choice]
    let years: [Choice]
    let kinds: [Choice]
    let hasFiles: Bool
    let action: String
    let allHref: String
    /// The link to all files listed here and on the following pages, as a ZIP.
    let zipHref: String?
    let olderHref: String?
    let newerHref: String?

    func title(_ text: LanguageText) -> String { text("files.title") }
}
