import Foundation
import Hummingbird
import Models

/// The office's internal verbs of a conversation.
extension OfficeConversationsController {
    /// Writes an internal note.
    @Sendable func note(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (id, note) = (context.id(), TypedBlock(context.form["note"]))
        return try await portal.change(context, then: QuestionsAddress(context.query).link(.officeConversation(id))) {
            db in
            try Conversation.find(db, id, in: context.firms)
                .write(db, note: note, by: context.person.id, on: context.day, at: context.now)
        } refused: { errors in
            try await page(context, id, RejectedForm(part: .note, form: context.form, errors: errors))
        }
    }

    /// Hands the conversation to a colleague, or (with `to=nobody` in the query) takes it back.
    @Sendable func handOver(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (id, person, now) = (context.id(), context.person.id, context.now)
        let (colleague, note) = (context.form.id("colleague") ?? 0, TypedBlock(context.form["note"]))
        let isTakingBack = context.query["to"] == "nobody"
        return try await portal.change(context, then: QuestionsAddress(context.query).link(.officeConversation(id))) {
            db in
            let conversation = try Conversation.find(db, id, in: context.firms)
            if isTakingBack {
                try conversation.takeBack(db, by: person, on: context.day, at: now)
            } else {
                try conversation.handOver(db, to: colleague, note: note, by: person, on: context.day, at: now)
            }
        } refused: { errors in
            try await page(context, id, RejectedForm(part: .handOver, form: context.form, errors: errors))
        }
    }
}
