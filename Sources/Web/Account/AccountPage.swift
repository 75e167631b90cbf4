struct AccountSession: Encodable {
    let device: String
    let address: String
    let lastSeen: String
    let isCurrent: Bool
    let endAction: String
}

/// A browser in which the person is known.
struct AccountBrowser: Encodable {
    let device: String
    let address: String
    let lastUsed: String
    let until: String
    let isCurrent: Bool
    let endAction: String
}

/// The person to call or write to.
struct Contact: Encodable {
    let name: String
    let avatar: Avatar
    let role: String
    /// What the person says of herself.
    let line: String?
    let phone: String?
    let phoneHref: String?
    let email: String?
    /// When the office is open.
    let hours: String?
}

/// The account page, in the client's layout or in the office's.
struct AccountPage: OfficePage, ClientPage {
    let template: String
    static let place = MenuPlace.account
    let name: String
    /// The e-mail address for signing in.
    let login: String
    let languageOptions: [Option]
    let sessions: [AccountSession]
    let hasOtherSessions: Bool
    let browsers: [AccountBrowser]
    let sessionsAction = Path.sessions.text
    let passwordAction = Path.password.text
    let currentError: String?
    let passwordError: String?
    let minimum: String
    let contact: Contact?
    /// `nil` for a client, who has no keys.
    let keys: AccountKeys?
    /// What clients see of a person of the office.
    let face: FaceFields?

    func title(_ text: LanguageText) -> String { text("account.title") }
}

/// Whether the keys of the office's pages are on.
struct AccountKeys: Encodable {
    let keysAction = Path.keys.text
    let isOn: Bool
}
