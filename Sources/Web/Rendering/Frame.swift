/// The header, the menu and the foot around every page.
struct Frame: Fielded {
    struct LanguageLink: Row {
        let name: String
        let code: String
        let href: String
        let isCurrent: Bool

        static let template = "shared/_language"
        static let fields: [RowField<LanguageLink>] = [
            .plain("name", \.name), .plain("code", \.code), .plain("href", \.href), .flag("isCurrent", \.isCurrent),
        ]
    }

    /// A firm of a client who has more than one.
    struct Switch: Row {
        let name: String
        let href: String
        let unread: String
        let hasUnread: Bool
        let isCurrent: Bool
        let firmId: String

        static let template = "shared/_switch"
        static let fields: [RowField<Switch>] = [
            .plain("name", \.name), .plain("href", \.href), .plain("unread", \.unread),
            .flag("hasUnread", \.hasUnread), .flag("isCurrent", \.isCurrent), .plain("firmId", \.firmId),
        ]
    }

    var title: String
    var csrf: String
    var isDemo = false
    var officeName = "Skrytka"
    var officePhone: String?
    var officePhoneHref: String?
    var officeEmail: String?
    /// Who is signed in.
    var personName: String?
    var personInitials = ""
    var unread = "0"
    var hasUnread = false
    var flash: String?
    var signOutHref = Path.signOut.text
    var accountHref = Path.account.text
    var languages: [LanguageLink] = []
    /// The place that the menu marks.
    var place = MenuPlace.elsewhere
    /// The head's menu has the pages of the whole office.
    var isHead = false
    /// People whom supervisors have asked the head to let in.
    var asked = "0"
    var hasAsked = false
    /// Uploads and imports are refused now.
    var isDiskLow = false
    /// Pages of the database were found damaged.
    var isDamaged = false
    /// Why the clock is doubted.
    var clockAlarm: String?
    var clockAction = Path.clockConfirmation.text
    var waiting = "0"
    var hasWaiting = false
    /// The current one of the switcher.
    var switcherName: String?
    var hasSwitcher = false
    var switcher: [Switch] = []
    var homeHref = Path.home.text
    var conversationsHref = Path.conversations.text
    var filesHref = Path.files.text
    /// Nothing where the client can only read: the firm, or each of the person's, is closed.
    var newHref: String?

    static let fields: [RowField<Frame>] =
        [
            .plain("title", \.title), .plain("csrf", \.csrf), .flag("isDemo", \.isDemo),
            .plain("officeName", \.officeName), .optional("officePhone", \.officePhone),
            .optional("officePhoneHref", \.officePhoneHref), .optional("officeEmail", \.officeEmail),
            .optional("personName", \.personName), .plain("personInitials", \.personInitials),
            .plain("unread", \.unread), .flag("hasUnread", \.hasUnread), .optional("flash", \.flash),
            .plain("signOutHref", \.signOutHref), .plain("accountHref", \.accountHref), .rows("languages", \.languages),

            .flag("isHead", \.isHead),
            .plain("waiting", \.waiting),
            .flag("hasWaiting", \.hasWaiting),
            .optional("switcherName", \.switcherName), .flag("hasSwitcher", \.hasSwitcher),
            .rows("switcher", \.switcher), .plain("homeHref", \.homeHref),
            .plain("conversationsHref", \.conversationsHref), .plain("filesHref", \.filesHref),
            .optional("newHref", \.newHref), .plain("asked", \.asked),
            .flag("hasAsked", \.hasAsked), .flag("isDiskLow", \.isDiskLow), .flag("isDamaged", \.isDamaged),
            .optional("clockAlarm", \.clockAlarm), .plain("clockAction", \.clockAction),
        ] + MenuPlace.allCases.map { place in .flag(place.flag) { $0.place == place } }

    /// The fields that stand on the pages themselves that name theirs; all others are in the parts.
    static let onPages = ["csrf", "isDemo", "flash", "newHref"]
    static let bitsOnPages = fields.enumerated().reduce(into: UInt64(0)) { bits, field in
        if onPages.contains(field.element.name) { bits |= 1 << field.offset }
    }

    /// No frame, for what stands by itself.
    static let nothing = RowValues(texts: [String](repeating: "", count: fields.count), bits: 0)

    /// The finished parts of layouts, `{{{frame.head}}}`, and their templates.
    static let parts = ["head": "shared/_head", "clientTop": "shared/_client-top", "officeTop": "shared/_office-top"]
}
