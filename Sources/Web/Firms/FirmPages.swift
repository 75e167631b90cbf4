struct NewFirmPage: Page {
    struct Supervisor: Sendable {
        let id: String
        let name: String
        let isSelected: Bool
    }

    var template: String { "firms/new" }
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
}

/// The firm's card, first tab.
struct FirmPage: Page {
    struct ConversationRow: Sendable {
        let href: String
        let subject: String
        let at: String
        let state: State
    }

    var template: String { "firms/show" }
    let card: FirmCard
    let conversations: [ConversationRow]
    let hasConversations: Bool
}
