/// The header, the menu and the foot around every page.
struct Frame: Encodable {
    struct LanguageLink: Encodable {
        let name: String
        let code: String
        let href: String
        let isCurrent: Bool
    }

    /// A firm of a client who has more than one.
    struct Switch: Encodable {
        let name: String
        /// `nil` where a view does not lead.
        let href: String?
        let unread: String
        let hasUnread: Bool
        let isCurrent: Bool
        let firmId: String
    }

    /// The office's logo; a transparent one stands on white.
    struct LogoView: Encodable {
        let logoHref: String
        let isClear: Bool
    }

    var title: String
    var csrf: String
    var isDemo = false
    var officeName = "Skrytka"
    var officePhone: String?
    var officePhoneHref: String?
    var officeEmail: String?
    /// As lines; `nil` when the office has none.
    var officeAddress: String?
    var officeHours: String?
    /// The stylesheet of the office's own colour.
    var accentHref: String?
    /// The ground of a client's head, which a phone continues around the page.
    var headColour = Accent.skrytkasHead
    /// The manifest of the installed page in that colour; `nil` for Skrytka's.
    var manifestHref: String?
    /// The office's logo, for the page of signing in and for paper, and for the tops of pages.
    var logo: LogoView?
    var smallLogo: LogoView?
    /// The name of the person who is signed in.
    var personName: String?
    var avatar: Avatar?
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
    /// Whether single letters do something on the office's pages.
    var usesKeys = false
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
    /// What became of the person's sends to many firms.
    var toasts: [Toast] = []
    var waiting = "0"
    var hasWaiting = false
    /// The client's only firm; a person with several has the switcher.
    var firmName: String?
    /// The current one of the switcher.
    var switcherName: String?
    var hasSwitcher = false
    var switcher: [Switch] = []
    /// Whether an employee looks at a client's page: its links stay in the view, and its buttons do nothing.
    var isViewed = false
    var viewing: ClientViewBanner?
    var homeHref = Path.home.text
    var conversationsHref = Path.conversations.text
    var filesHref = Path.files.text
    /// Nothing where the client can only read: the firm, or each of the person's, is closed.
    var newHref: String?
}
