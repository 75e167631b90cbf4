struct NewFirmPage: OfficePage {
    struct Supervisor: Encodable {
        let id: String
        let name: String
        let isSelected: Bool
    }

    var template: String { "firms/new" }
    static let place = MenuPlace.firms
    let name: String
    let nameError: String?
    let country: [Option]
    let identifier: String
    let identifierError: String?
    let form: [Option]
    let formError: String?
    let supervisors: [Supervisor]
    let action = Path.firms.text
    let backHref = Path.firms.text

    func title(_ text: LanguageText) -> String { text("firms.newTitle") }
}
