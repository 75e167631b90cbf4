/// A client's files.
struct ClientFilesPage: ClientPage {
    /// A group of files.
    struct Segment: Encodable {
        let label: String
        let href: String
        let isCurrent: Bool
        /// Whether something in it waits for download.
        let hasNew: Bool
    }

    /// The filters that a search and the choice of a year keep.
    struct Kept: Encodable {
        let field: String
        let value: String
    }

    var template: String { "files/index" }
    static let place = MenuPlace.files
    let menuFirm: Int64?
    let segments: [Segment]
    let hasSegments: Bool
    let years: [Option]
    let anyYear: Bool
    /// The heading of a list of all groups: what waits, or what was found.
    let shownText: String?
    /// The files to download first, unless there is a search.
    let rows: [FileRow]
    let isEmpty: Bool
    /// The link to all files to download, if there are more than here.
    let moreWaitingHref: String?
    /// Whether a search has examined many files without a match so far.
    let searchesOn: Bool
    let isFiltered: Bool
    let search: String
    let kept: [Kept]
    let hasFiles: Bool
    let action: String
    let allHref: String
    /// The link to all files listed here and on the following pages, as a ZIP.
    let zipHref: String?
    let zipText: String
    let olderHref: String?
    let newerHref: String?

    func title(_ text: LanguageText) -> String { text("files.title") }
}
