struct FirmListRow: Sendable {
    let id: Int64
    let href: String
    let name: String
    let identifier: String
    let people: String
    let hasPeople: Bool
    let form: String
    let supervisor: String
    let lastSubject: String?
    let lastAt: String?
    let read: State?
    let readAt: String?
    let unread: String
    let hasUnread: Bool
    let questions: String
    let hasQuestions: Bool
}

struct FirmListColumn: Sendable {
    let key: String
    let label: String
    let href: String
    let sort: String
    let isSorted: Bool
}

/// The office's first page (W3).
struct FirmListPage: Page {
    var template: String { "firms/index" }
    let total: String
    let q: String
    let columns: [FirmListColumn]
    let rows: [FirmListRow]
    let isEmpty: Bool
    let hasNoFirms: Bool
    let matching: String
    let matchingText: String
    let previousHref: String?
    let nextHref: String?
    let pageText: String
    let newHref: String?
    let composer: ComposerFields
}

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
