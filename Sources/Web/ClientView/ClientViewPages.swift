import Models

/// The bar above each page viewed as a client.
struct ClientViewBanner: Encodable {
    struct Choice: Encodable {
        let viewedName: String
        let viewedHref: String
        let isChosen: Bool
    }

    let viewedText: String
    let viewedFirm: String
    let cardHref: String
    /// The people of the firm, when there are several.
    let choices: [Choice]
    let hasChoices: Bool
    /// Whether the person also has firms that the employee may not see.
    let isPart: Bool
}

extension ClientViewBanner {
    init(_ view: ClientView, isPart: Bool, _ text: LanguageText) {
        let (firm, people) = (view.firm.id, view.people.count > 1 ? view.people : [])
        self.init(
            viewedText: view.person.map { text("clientView.as", ["name": $0.name.isolated]) }
                ?? text("clientView.nobody"),
            viewedFirm: view.firm.name, cardHref: Path.firm(firm).text,
            choices: people.map {
                .init(
                    viewedName: $0.name, viewedHref: Path.viewedHome(firm).with(["person": "\($0.id)"]),
                    isChosen: $0.id == view.person?.id)
            }, hasChoices: !people.isEmpty, isPart: isPart)
    }
}

/// The page of a firm of which nobody may read.
struct ViewedNobodyPage: OfficePage {
    var template: String { "clientview/nobody" }
    static let place = MenuPlace.elsewhere
    let firmName: String

    func title(_ text: LanguageText) -> String { "\(text("firms.viewAs")) · \(firmName)" }
}

/// The client's account: what concerns the office.
struct ViewedAccountPage: ClientPage {
    var template: String { "clientview/account" }
    static let place = MenuPlace.account
    let name: String
    let login: String
    let contact: Contact

    func title(_ text: LanguageText) -> String { text("account.title") }
}
