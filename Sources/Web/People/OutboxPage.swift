import Models

/// The mails that the head has to hand over.
struct OutboxPage: OfficePage {
    struct Mail: Encodable {
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

    /// A person for whom a supervisor requests access.
    struct InvitationRow: Encodable {
        let name: String
        let email: String
        let over: String
        let asked: String
        let rights: String
        /// Whom the office knows by this address.
        let known: String
        let admitAction: String?
        let refuseAction: String
    }

    var template: String { "people/outbox" }
    static let place = MenuPlace.outbox
    let invitations: [InvitationRow]
    let hasInvitations: Bool
    let rows: [Mail]
    let isEmpty: Bool
    let hasMails: Bool
    let isDemo: Bool
    let olderHref: String?
    let newerHref: String?

    func title(_ text: LanguageText) -> String { text("outbox.title") }
}
