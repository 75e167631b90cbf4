/// What stands above each page that is seen as a client.
struct ClientViewBanner: Sendable {
    struct Choice: Sendable {
        let personName: String
        let personHref: String
        let isChosen: Bool
    }

    let viewedText: String
    let viewedFirm: String
    let cardHref: String
    let people: [Choice]
}

/// The client's first page or list of conversations.
struct ViewedInboxPage: Page {
    var template: String { "clientview/index" }
    let banner: ClientViewBanner
    let waiting: [ClientRow]
    let hasWaiting: Bool
    let nothingWaiting: Bool
    let earlier: [ClientRow]
    let hasEarlier: Bool
    let isNobody: Bool
    let homeHref: String
    let allHref: String
    let isHome: Bool
    let isAll: Bool
    let olderHref: String?
    let newerHref: String?
}

/// One of the client's conversations.
struct ViewedConversationPage: Page {
    var template: String { "clientview/show" }
    let banner: ClientViewBanner
    let topic: String
    let subject: String
    let firmName: String
    let backHref: String
    let messages: [MessageView]
    let olderHref: String?
}
