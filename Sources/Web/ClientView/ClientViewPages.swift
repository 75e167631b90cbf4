import Models

/// The bar above each page viewed as a client.
struct ClientViewBanner: Encodable {
    struct Choice: Encodable {
        let personName: String
        let personHref: String
        let isChosen: Bool
    }

    let viewedText: String
    let viewedFirm: String
    let cardHref: String
    let people: [Choice]

    /// Returns the title of a page without a subject of its own.
    func title(_ text: LanguageText) -> String { "\(text("firms.viewAs")) · \(viewedFirm)" }
}

/// The links between the client's pages, and the current one.
struct ViewedNav: Encodable {
    enum Place { case home, conversations, files }

    let homeHref: String
    let allHref: String
    let filesHref: String
    let isHome: Bool
    let isAll: Bool
    let isFiles: Bool

    init(_ view: ClientView, _ place: Place) {
        let (firm, person) = (view.firm.id, view.person.map { "\($0.id)" })
        homeHref = Path.viewedHome(firm).with(["person": person])
        allHref = Path.viewedConversations(firm).with(["person": person])
        filesHref = Path.viewedFiles(firm).with(["person": person])
        (isHome, isAll, isFiles) = (place == .home, place == .conversations, place == .files)
    }
}

/// The client's first page.
struct ViewedHomePage: OfficePage {
    var template: String { "clientview/home" }
    static let place = MenuPlace.elsewhere
    let banner: ClientViewBanner
    let nav: ViewedNav
    let countText: String
    let todos: [ClientTask]
    let nothingWaiting: Bool
    let asked: [AskedRow]
    let hasAsked: Bool
    let earlier: [ClientRow]
    let hasEarlier: Bool
    let isNobody: Bool
    let contact: Contact

    func title(_ text: LanguageText) -> String { banner.title(text) }
}

/// The client's list of conversations.
struct ViewedInboxPage: OfficePage {
    var template: String { "clientview/index" }
    static let place = MenuPlace.elsewhere
    let banner: ClientViewBanner
    let nav: ViewedNav
    let rows: [ClientRow]
    let isEmpty: Bool
    let olderHref: String?
    let newerHref: String?

    func title(_ text: LanguageText) -> String { banner.title(text) }
}

/// The files that the client can download.
struct ViewedFilesPage: OfficePage {
    var template: String { "clientview/files" }
    static let place = MenuPlace.elsewhere
    let banner: ClientViewBanner
    let nav: ViewedNav
    let rows: [FileRow]
    let isEmpty: Bool
    let olderHref: String?
    let newerHref: String?

    func title(_ text: LanguageText) -> String { banner.title(text) }
}

/// One of the client's conversations.
struct ViewedConversationPage: OfficePage {
    var template: String { "clientview/show" }
    static let place = MenuPlace.elsewhere
    let banner: ClientViewBanner
    let topic: String
    let subject: String
    let firmName: String
    let backHref: String
    let messages: [MessageView]
    let olderHref: String?

    func title(_ text: LanguageText) -> String { subject }
}
