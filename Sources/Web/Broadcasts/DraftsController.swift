import Hummingbird
import Models

/// Notices that are begun and not sent: kept while they are written, offered again, thrown away.
struct DraftsController: Sendable {
    let portal: Portal

    private struct Kept: Encodable {
        let draft: String
        let text: String
    }

    /// Saves the composer's form as far as it is filled in, and answers with the draft's key and what to say.
    @Sendable func keep(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (form, format) = (context.form, portal.format(context.app))
        do {
            let new = try Draft.New(form, to: await portal.audience(form, context.person.id))
            let (key, _) = try await BroadcastsController(portal: portal).keep(new, keptAs: form.keptDraft, context)
            return try .json(Kept(draft: key, text: format.text("drafts.kept", ["at": format.time(context.now)])))
        } catch is Invalid {
            return try .json(
                Kept(draft: form.keptDraft, text: format.text("drafts.notKept")), status: .unprocessableContent)
        }
    }

    @Sendable func remove(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (key, person) = (context.form["draft"], context.person.id)
        return try await portal.change(context, then: Path.broadcasts.saying(.draftRemoved)) { db in
            try Draft.remove(db, key, of: person)
        }
    }

    /// Undoes a send that has not gone, and opens its text again.
    @Sendable func undo(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (key, person, now) = (context.form["draft"], context.person.id, context.now)
        let isUndone = try await portal.database.write { db in try PlannedSend.undo(db, key, by: person, at: now) }
        let (next, said): (Path, Flash) = isUndone ? (.newBroadcast, .sendUndone) : (.checkBroadcast, .undoneTooLate)
        return .seeOther(next.with(["draft": key, "done": said.rawValue]))
    }
}

extension BroadcastsController {
    /// Saves what is typed.
    /// - Returns: the draft's key, and the number of its firms.
    func keep(_ new: Draft.New, keptAs key: String, _ context: StaffContext) async throws -> (key: String, count: Int) {
        try await portal.database.write { db in
            let draft = try Draft.keep(
                db, new, keptAs: key, by: context.person.id, in: context.firms, on: context.day, at: context.now)
            return (draft.key, try draft.firmCount(db))
        }
    }
}

extension Form {
    /// The key of the draft that keeps what is typed in a composer.
    var keptDraft: String { self["unfinished"].isEmpty ? self["draft"] : self["unfinished"] }
}
