/// Client questions (W6).
struct QuestionsPage: Page {
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

    struct Row: Sendable {
        let href: String
        let firmName: String
        let subject: String
        let author: String
        let preview: String
        let at: String
        let age: String?
        let ageTone: String
        let state: State?
        let isUnread: Bool
        let holder: String?
        let isPayroll: Bool
    }

    var template: String { "questions/index" }
    let filters: [Filter]
    let scopes: [Scope]
    let rows: [Row]
    let isEmpty: Bool
    let emptyText: String
    let olderHref: String?
    let newerHref: String?
    let topic = "questions"
}
