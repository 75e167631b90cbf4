/// The card's tab People.
struct FirmPeoplePage: OfficePage {
    struct PersonRow: Encodable {
        let name: String
        let personHref: String?
        let email: String
        let phone: String?
        /// The language of the person's pages.
        let speaks: String
        let rights: [String]
        let state: State
        let linkNote: String?
        let linkAction: String?
        let linkText: String
    }

    /// A requested person, as typed.
    struct WaitingRow: Encodable {
        let name: String
        let email: String
        let phone: String?
        let asked: String
        let rights: [String]
        let endAction: String?
    }

    var template: String { "people/index" }
    static let place = MenuPlace.firms
    let card: FirmCard
    let people: [PersonRow]
    let hasPeople: Bool
    /// The requested people, until the head has decided.
    let waiting: [WaitingRow]
    let canInvite: Bool
    let inviteHint: String
    let inviteSubmit: String
    let action: String
    let personName: String
    let personNameError: String?
    let personEmail: String
    let emailError: String?
    let personPhone: String
    let phoneError: String?
    let rights: [RightField]
    let languageOptions: [Option]

    func title(_ text: LanguageText) -> String { card.title }
}

/// A person's link, at the only time when it can be seen.
struct PersonalLinkPage: OfficePage {
    var template: String { "people/link" }
    static let place = MenuPlace.elsewhere
    let firmName: String
    let personName: String
    let email: String
    let link: String
    let expires: String
    /// The message with the link, in the person's language.
    let message: String
    let messageLanguage: String
    let messageDirection: String
    let backHref: String

    func title(_ text: LanguageText) -> String { text("link.title") }
}
