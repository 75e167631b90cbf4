/// A row of the list, with the cells of its tab.
struct FirmListRow: Encodable {
    let id: Int64
    /// Its number as pages have it.
    let code: String
    let firmHref: String
    let name: String
    let identifier: String
    /// The firm's people beside its number, in tabs that show them.
    let people: String
    let hasPeople: Bool
    let hasNoPeople: Bool
    /// The address to call the firm's first person who gave a phone, in tabs about all that the firm does.
    var phone: String?
    // The cells of the one tab that it stands on.
    var firms: Firms?
    var bookkeeping: Bookkeeping?
    var payroll: Payroll?
    var taxes: Taxes?
}

extension FirmListRow {
    struct Firms: Encodable {
        let form: String
        let supervisor: String
        let avatar: Avatar?
        /// The supervisor's page, for the head: there a colleague can be covered.
        let supervisorHref: String?
        let waits: Waits
        /// The report of the last notice for the head, who sees them all; otherwise the last conversation.
        let lastHref: String?
        let lastSubject: String?
        let lastAt: String?
    }

    /// What the firm waits for.
    struct Waits: Encodable {
        /// The icon, and whose turn it is: `office`, `client`, `setup` or `nobody`.
        let sign: String
        let turn: String
        let reason: String
        /// Where the one whose turn it is can do it.
        let href: String?
        let age: State?
        /// The moment that the age is counted from.
        let since: String?
        let detail: String?
    }

    struct Bookkeeping: Encodable {
        let form: String
        let vat: String
        let isVATKnown: Bool
        let supervisor: String
        let avatar: Avatar?
        let accountants: String
        let lastSubject: String?
        let lastAt: String?
        let read: State?
        let readAt: String?
    }

    struct Payroll: Encodable {
        let payrollPeople: String
        let hasPayrollPeople: Bool
        let unread: String
        let hasUnread: Bool
        let lastSubject: String?
        let lastAt: String?
        let questions: String
        let hasQuestions: Bool
    }

    struct Taxes: Encodable {
        let vat: String
        let isVATKnown: Bool
        let approval: String
        let approvers: String
        let hasApprovers: Bool
        let missing: [Missing]
        let isComplete: Bool
    }

    /// A fact about the firm that the office has not entered.
    struct Missing: Encodable {
        let fact: String
    }
}
