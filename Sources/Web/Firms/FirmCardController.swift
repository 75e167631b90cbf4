import Hummingbird
import Models

/// A firm's card, first tab: its correspondence.
struct FirmCardController: Sendable {
    let portal: Portal

    @Sendable func show(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (id, reader) = (try context.id(), context.person.id)
        let day = context.identity.office.today(at: portal.now())
        let scope = context.staff.firms(on: day)
        let (facts, conversations, surroundings) = try await portal.database.read { db in
            let facts = try FirmFacts.find(db, id, in: scope, on: day)
            return (
                facts, try FirmConversations.newest(db, of: facts.firm), try Surroundings.office(db, reader, in: scope)
            )
        }
        let format = portal.format(context.app)
        let page = FirmPage(
            card: FirmCard(facts, on: .messages, format),
            conversations: conversations.map { conversationRow($0, format) }, hasConversations: !conversations.isEmpty
        )
        var frame = portal.officeFrame(context.app, context.identity, surroundings, title: facts.firm.name)
        frame.isFirms = true
        return .html(try portal.renderer.html(page, frame, context.app.language))
    }

    private func conversationRow(_ row: FirmConversations.Row, _ format: Format) -> FirmPage.ConversationRow {
        FirmPage.ConversationRow(
            href: Path.officeConversation(row.id).text, subject: row.subject, at: format.moment(row.lastMessageAt),
            state: State(row, format)
        )
    }
}

extension State {
    /// What a conversation of a firm waits for.
    init(_ row: FirmConversations.Row, _ format: Format) {
        let text = format.text
        if let since = row.waitingSince {
            self.init(
                text: text("questions.stateWaits", ["age": format.age(since: since)]),
                tone: format.ageTone(since: since))
        } else if row.lastSide == .client {
            self.init(text: text("questions.stateHandled"), tone: "good")
        } else if let reader = row.reader, let at = row.readAt {
            self.init(text: text("firms.stateRead", ["name": reader, "at": format.moment(at)]), tone: "good")
        } else {
            self.init(text: text("messages.notRead"), tone: "wait")
        }
    }
}
