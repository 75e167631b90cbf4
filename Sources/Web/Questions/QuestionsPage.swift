/// Client questions: the messages of clients, the longest wait first.
struct QuestionsPage: OfficePage {
    struct Filter: Sendable {
        let key: String
        let label: String
        let count: String?
        let href: String
        let isCurrent: Bool
    }

    struct Scope: Sendable {
        let label: String
        let href: String
        let isCurrent: Bool
    }

    struct Question: Row {
        let href: String
        let firmName: String
        let subject: String
        let author: String
        let preview: String
        let at: String
        let age: String?
        let ageTone: String
        let state: State?
        let validity: State?
        let isUnread: Bool
        let holder: String?
        let isPayroll: Bool

        static let template = "questions/_row"

        static let fields: [RowField<Question>] =
            [
                .plain("href", \.href), .plain("firmName", \.firmName), .plain("subject", \.subject),
                .plain("author", \.author), .plain("preview", \.preview), .plain("at", \.at), .optional("age", \.age),
                .plain("ageTone", \.ageTone), .flag("isUnread", \.isUnread), .optional("holder", \.holder),
                .flag("isPayroll", \.isPayroll),
            ] + .state("state", \.state) + .state("validity", \.validity)
    }

    var template: String { "questions/index" }
    static let place = MenuPlace.questions
    let filters: [Filter]
    let scopes: [Scope]
    let rows: [Question]
    let isEmpty: Bool
    let emptyText: String
    let olderHref: String?
    let newerHref: String?
    let topic = "questions"

    func title(_ text: LanguageText) -> String { text("questions.title") }
}
