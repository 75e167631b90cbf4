/// Client questions: a queue of what waits, and lists of all else.
struct QuestionsPage: OfficePage {
    struct Tab: Encodable {
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

    struct Row: Encodable {
        var question: Question?
        var notice: Notice?
    }

    struct Question: Encodable {
        /// The topic of the conversation, by which the script finds the row of the open one.
        let rowTopic: String
        let href: String
        let handOverHref: String
        let handleAction: String?
        let firmName: String
        let subject: String
        let author: String
        let preview: String
        let age: String
        let ageTone: String
        let at: String
        let fullAt: String
        let atISO: String
        let state: State?
        let isUnread: Bool
        let holder: String?
        let isPayroll: Bool
        /// The notice that it answers.
        let noticeText: String?
    }

    /// A notice to many firms, in the viewer's own firms.
    struct Notice: Encodable {
        let noticeSubject: String
        let noticeHref: String
        let reportHref: String?
        let sent: String
        let fullSent: String
        let sentISO: String
        let sender: String
        let readText: String
        /// The share that has read it, in thousandths.
        let readShare: String
        let answersText: String?
        let validity: State?
        let isPayroll: Bool
    }

    /// What is done at once with the answers to the notice that is shown.
    struct Settling: Encodable {
        let settleAction: String
        let settleText: String
        let lastWaiting: String
    }

    var template: String { "questions/index" }
    static let place = MenuPlace.questions
    let tabs: [Tab]
    let scopes: [Scope]
    /// The notice whose conversations the list shows.
    let ofNotice: Notice?
    let settling: Settling?
    let allHref: String
    let rows: [Row]
    let isEmpty: Bool
    let emptyText: String
    let olderHref: String?
    let newerHref: String?
    /// The address of a conversation opened from this list, with `-` for its code.
    let conversations: String
    let topic = "questions"

    func title(_ text: LanguageText) -> String { text("questions.title") }
}
