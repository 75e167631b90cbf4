import Models

/// Mail that waits for the head's hands.
struct OutboxPage: Page {
    struct Row: Sendable {
        let name: String
        let email: String
        let over: String
        let kind: String
        let at: String
        let state: State
        let subject: String
        let body: String
        let textLanguage: String
        let textDirection: String
        let showAction: String?
    }

    var template: String { "people/outbox" }
    let rows: [Row]
    let isEmpty: Bool
    let isDemo: Bool
    let olderHref: String?
    let newerHref: String?
}
