/// A piece of a text: a match, or the text between matches.
struct SearchPiece: Encodable {
    let words: String
    let isMatch: Bool
}

/// The results by kind.
struct SearchResults: Encodable {
    struct Message: Encodable {
        let href: String
        let subject: [SearchPiece]
        /// The firm, or the number of firms that got it; `nil` with a single firm.
        let firm: String?
        let author: [SearchPiece]
        let excerpt: [SearchPiece]
        let at: String
        let side: String
        let isOffice: Bool
    }

    struct File: Encodable {
        /// The link to download it; `nil` when its bytes are lost.
        let fileHref: String?
        let isLost: Bool
        let name: [SearchPiece]
        let kind: String
        let size: String
        let messageHref: String
        let about: String
        let at: String
    }

    struct FirmLine: Encodable {
        let href: String
        let name: [SearchPiece]
        let identifier: String
    }

    struct PersonLine: Encodable {
        let href: String
        let name: [SearchPiece]
        let email: [SearchPiece]
        let firmName: String
    }

    let q: String
    let action: String
    /// Whether anything searchable was typed.
    let isAsked: Bool
    let isEmpty: Bool
    let firms: [FirmLine]
    let hasFirms: Bool
    let allFirmsHref: String?
    let allFirmsText: String
    let people: [PersonLine]
    let hasPeople: Bool
    let files: [File]
    let hasFiles: Bool
    let allFilesHref: String?
    let messages: [Message]
    let hasMessages: Bool
    let newerHref: String?
    let olderHref: String?
}

struct ClientSearchPage: ClientPage {
    var template: String { "search/client-show" }
    static let place = MenuPlace.search
    let results: SearchResults

    func title(_ text: LanguageText) -> String { text("search.title") }
}

struct OfficeSearchPage: OfficePage {
    var template: String { "search/office-show" }
    static let place = MenuPlace.search
    let results: SearchResults

    func title(_ text: LanguageText) -> String { text("search.title") }
}
