/// What stands around every page.
struct Frame: Sendable {
    struct Visitor: Sendable {
        let name: String
        let initials: String
    }

    struct LanguageLink: Sendable {
        let name: String
        let code: String
        let href: String
        let isCurrent: Bool
    }

    struct Switch: Sendable {
        let name: String
        let href: String
        let unread: String
        let hasUnread: Bool
        let isCurrent: Bool
        let firmId: String
    }

    var title: String
    var csrf: String
    var isDemo = false
    var officeName = "Skrytka"
    var officePhone: String?
    var officePhoneHref: String?
    var officeEmail: String?
    var person: Visitor?
    var unread = "0"
    var hasUnread = false
    var flash: String?
    var signOutHref = Path.signOut.text
    var accountHref = Path.account.text
    var languages: [LanguageLink] = []
    // The office's menu.
    var isFirms = false
    var isQuestions = false
    var isBroadcasts = false
    var isAccount = false
    /// The head's menu has the pages of the whole office.
    var isHead = false
    var isStaff = false
    var isOutbox = false
    var isAudit = false
    var waiting = "0"
    var hasWaiting = false
    // The client's menu.
    var isHome = false
    var isConversations = false
    var firmName: String?
    var hasSwitcher = false
    var switcher: [Switch] = []
    /// The page of results has a field of its own.
    var isSearch = false
    var homeHref = Path.home.text
    var conversationsHref = Path.conversations.text
    var newHref = Path.newConversation.text
}

extension Frame {
    /// The property of this name, without reflection: every page asks for dozens. A name that is forgotten
    /// here stops the tests.
    func property(_ name: String) -> Any? {
        switch name {
        case "title": title
        case "csrf": csrf
        case "isDemo": isDemo
        case "officeName": officeName
        case "officePhone": officePhone
        case "officePhoneHref": officePhoneHref
        case "officeEmail": officeEmail
        case "person": person
        case "unread": unread
        case "hasUnread": hasUnread
        case "flash": flash
        case "signOutHref": signOutHref
        case "accountHref": accountHref
        case "languages": languages
        default: menuProperty(name)
        }
    }

    private func menuProperty(_ name: String) -> Any? {
        switch name {
        case "isFirms": isFirms
        case "isQuestions": isQuestions
        case "isBroadcasts": isBroadcasts
        case "isAccount": isAccount
        case "isHead": isHead
        case "isStaff": isStaff
        case "isOutbox": isOutbox
        case "isAudit": isAudit
        case "isSearch": isSearch
        case "waiting": waiting
        case "hasWaiting": hasWaiting
        case "isHome": isHome
        case "isConversations": isConversations
        case "firmName": firmName
        case "hasSwitcher": hasSwitcher
        case "switcher": switcher
        case "homeHref": homeHref
        case "conversationsHref": conversationsHref
        case "newHref": newHref
        default: nil
        }
    }
}
