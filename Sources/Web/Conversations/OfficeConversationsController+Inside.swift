import Foundation
import Hummingbird
import Models

/// What people of the office do with a conversation among themselves.
extension OfficeConversationsController {
    /// Writes an internal note.
    @Sendable func note(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (id, person, now) = (context.id(), context.person.id, portal.now())
        let note = TypedBlock(context.form["note"])
        let day = context.identity.office.today(at: now)
        let scope = context.staff.firms(on: day)
        do {
            try await portal.database.write { db in
                try Conversation.find(db, id, in: scope).write(db, note: note, by: person, on: day, at: now)
            }
            return .seeOther(Path.officeConversation(id).text)
        } catch let invalid as Invalid {
            return try await rejected(context, id, .note, invalid)
        }
    }

    /// Hands the conversation to a colleague, or (in the query `to` = `nobody`) takes it back.
    @Sendable func handOver(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (id, person, now) = (context.id(), context.person.id, portal.now())
        let (colleague, note) = (context.form.id("colleague") ?? 0, TypedBlock(context.form["note"]))
        let isTakingBack = context.query["to"] == "nobody"
        let day = context.identity.office.today(at: now)
        let scope = context.staff.firms(on: day)
        do {
            try await portal.database.write { db in
                let conversation = try Conversation.find(db, id, in: scope)
                if isTakingBack {
                    try conversation.takeBack(db, by: person, on: day, at: now)
                } else {
                    try conversation.handOver(db, to: colleague, note: note, by: person, on: day, at: now)
                }
            }
            return .seeOther(Path.officeConversation(id).text)
        } catch let invalid as Invalid {
            return try await rejected(context, id, .handOver, invalid)
        }
    }

    private func rejected(
        _ context: StaffContext, _ id: Int64, _ part: RejectedForm.Part, _ invalid: Invalid
    ) async throws -> Response {
        let errors = FieldErrors(invalid, portal.renderer.text(context.app.language))
        return try await page(context, id, RejectedForm(part: part, form: context.form, errors: errors))
    }
}
