struct AccountSession: Sendable {
    let device: String
    let address: String
    let lastSeen: String
    let isCurrent: Bool
    let endAction: String
}

struct Contact: Sendable {
    let name: String
    let initials: String
    let role: String
    let phone: String?
    let phoneHref: String?
    let email: String?
}

/// The account page, in the client's layout or in the office's.
struct AccountPage: Page {
    let template: String
    let name: String
    /// The e-mail that the person signs in with.
    let login: String
    let languageOptions: [Option]
    let sessions: [AccountSession]
    let passwordAction = Path.password.text
    let currentError: String?
    let passwordError: String?
    let minimum: String
    let contact: Contact?
}
