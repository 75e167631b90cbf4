/// A row of the list, with the cells of its tab.
struct FirmListRow: Row {
    let id: Int64
    let firmHref: String
    let name: String
    let identifier: String
    /// The firm's people beside its number, in tabs that show them.
    let people: String
    let hasPeople: Bool
    let hasNoPeople: Bool
    let cells: any Row

    static let template = "firms/_row"
    static let fields: [RowField<FirmListRow>] = [
        .plain("id", \.id.code), .plain("firmHref", \.firmHref), .plain("name", \.name),
        .plain("identifier", \.identifier), .plain("people", \.people), .flag("hasPeople", \.hasPeople),
        .flag("hasNoPeople", \.hasNoPeople), .rows("cells") { [$0.cells] },
    ]
}

extension FirmListRow {
    struct Firms: Row {
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

        static let template = "firms/_cells-firms"
        static let fields: [RowField<Firms>] =
            [
                .plain("form", \.form), .plain("supervisor", \.supervisor), .optional("lastSubject", \.lastSubject),
                .optional("lastAt", \.lastAt), .optional("readAt", \.readAt), .plain("unread", \.unread),
                .flag("hasUnread", \.hasUnread), .plain("questions", \.questions),
                .flag("hasQuestions", \.hasQuestions),
            ] + .state("read", \.read)
    }

    struct Bookkeeping: Row {
        let form: String
        let vat: String
        let isVATKnown: Bool
        let supervisor: String
        let accountants: String
        let lastSubject: String?
        let lastAt: String?
        let read: State?
        let readAt: String?

        static let template = "firms/_cells-bookkeeping"
        static let fields: [RowField<Bookkeeping>] =
            [
                .plain("form", \.form), .plain("vat", \.vat), .flag("isVATKnown", \.isVATKnown),
                .plain("supervisor", \.supervisor), .plain("accountants", \.accountants),
                .optional("lastSubject", \.lastSubject), .optional("lastAt", \.lastAt), .optional("readAt", \.readAt),
            ] + .state("read", \.read)
    }

    struct Payroll: Row {
        let payrollPeople: String
        let hasPayrollPeople: Bool
        let unread: String
        let hasUnread: Bool
        let lastSubject: String?
        let lastAt: String?
        let questions: String
        let hasQuestions: Bool

        static let template = "firms/_cells-payroll"
        static let fields: [RowField<Payroll>] = [
            .plain("payrollPeople", \.payrollPeople), .flag("hasPayrollPeople", \.hasPayrollPeople),
            .plain("unread", \.unread), .flag("hasUnread", \.hasUnread), .optional("lastSubject", \.lastSubject),
            .optional("lastAt", \.lastAt), .plain("questions", \.questions), .flag("hasQuestions", \.hasQuestions),
        ]
    }

    struct Taxes: Row {
        let vat: String
        let isVATKnown: Bool
        let approval: String
        let approvers: String
        let hasApprovers: Bool
        let missing: [Missing]
        let isComplete: Bool

        static let template = "firms/_cells-taxes"
        static let fields: [RowField<Taxes>] = [
            .plain("vat", \.vat), .flag("isVATKnown", \.isVATKnown), .plain("approval", \.approval),
            .plain("approvers", \.approvers), .flag("hasApprovers", \.hasApprovers), .rows("missing", \.missing),
            .flag("isComplete", \.isComplete),
        ]
    }

    /// A fact about the firm that the office has not entered.
    struct Missing: Row {
        let fact: String

        static let template = "firms/_missing"
        static let fields: [RowField<Missing>] = [.plain("fact", \.fact)]
    }
}
