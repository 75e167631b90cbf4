/// A client's files.
struct ClientFilesPage: ClientPage {
    struct Choice: Encodable {
        let label: String
        let count: String
        let href: String
        let isCurrent: Bool
    }

    /// The filters that the search keeps.
    struct Kept: Encodable {
        let field: String
        let value: String
    }

    var template: String { "files/index" }
    static let place = MenuPlace.files
    let menuFirm: Int64?
    /// The files that wait stand above, where nothing is searched for.
    let waiting: [FileRow]
    let hasWaiting: Bool
    /// All that waits, page by page, where it is more than stands here.
    let moreWaitingHref: String?
    let rows: [FileRow]
    let hasRows: Bool
    let isEmpty: Bool
    /// A search has looked through many files and found none so far.
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
    /// All that is listed here and on the pages after it, in one file.
    let archiveHref: String?
    let olderHref: String?
    let newerHref: String?

    func title(_ text: LanguageText) -> String { text("files.title") }
}
