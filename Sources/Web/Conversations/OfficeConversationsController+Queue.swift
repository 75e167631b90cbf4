import Hummingbird
import Models

/// The page after an answer, or after a question was marked as handled.
struct PlaceAfter: Sendable {
    let list: QuestionsAddress
    /// The conversation to open, or the list when there is none.
    let conversation: Int64?

    func link(saying flash: Flash?) -> String {
        list.link(conversation.map(Path.officeConversation) ?? .questions, ["done": flash?.rawValue])
    }
}

extension OfficeConversationsController {
    /// Returns the page to go on to: the next question of the queue, the list, or the same conversation. It is found
    /// before the question leaves the queue.
    func next(after id: Int64, _ context: StaffContext) async throws -> PlaceAfter {
        let list = QuestionsAddress(context.query)
        switch context.form["then"] {
        case "next" where list.isQueue:
            let questions = list.questions(for: context)
            let next = try await portal.database.read { db in try questions.next(db, after: id) }
            return PlaceAfter(list: list, conversation: next)
        case "list": return PlaceAfter(list: list, conversation: nil)
        default: return PlaceAfter(list: list, conversation: id)
        }
    }
}
