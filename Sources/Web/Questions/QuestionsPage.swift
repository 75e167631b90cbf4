/// Client questions: the messages of clients, the longest wait first.
struct QuestionsPage: OfficePage {
    struct Filter: Encodable {
        let key: String
        let label: String
        let count: String?
        let href: String
        let isCurrent: Bool
    }

    struct Scope: Encodable {
        let label: String
        let href: String
        let isCurrent: Bool
    }

    struct Question: Encodable {
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
