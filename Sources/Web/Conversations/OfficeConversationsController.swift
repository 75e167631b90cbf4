import Foundation
import Hummingbird
import Models

/// A conversation on the office's side: reading, answering, marking as handled.
struct OfficeConversationsController: Sendable {
    let portal: Portal

    @Sendable func show(_ request: Request, _ context: StaffContext) async throws -> Response {
        try await page(context, try context.id())
    }

    @Sendable func answer(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (id, person, now) = (try context.id(), context.person.id, portal.now())
        let day = context.identity.office.today(at: now)
        let scope = context.staff.firms(on: day)
        let content = NewContent(body: context.form["body"], files: context.form.all("files"))
        do {
            try await portal.database.write { db in
                try Conversation.find(db, id, in: scope)
                    .post(db, content, by: person, side: .office, on: day, at: now)
            }
            return .seeOther(Path.officeConversation(id).text)
        } catch let invalid as Invalid {
            return try await page(context, id, FieldErrors(invalid, portal.renderer.text(context.app.language)))
        }
    }

    /// Marks a question as handled, or (field `state` = `open`) opens it again.
    @Sendable func handle(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (id, person, now) = (try context.id(), context.person.id, portal.now())
        let day = context.identity.office.today(at: now)
        let scope = context.staff.firms(on: day)
        let isOpening = context.query["state"] == "open"
        try await portal.database.write { db in
            let conversation = try Conversation.find(db, id, in: scope)
            if isOpening {
                try conversation.reopen(db, by: person, on: day, at: now)
            } else {
                try conversation.handle(db, by: person, on: day, at: now)
            }
        }
        return .seeOther(Path.officeConversation(id).text)
    }

    /// A client's message has been on the screen of a person of the office.
    @Sendable func see(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (id, message, person) = (try context.id(), try context.id("message"), context.person.id)
        let scope = context.staff.firms(on: context.identity.office.today(at: portal.now()))
        try await portal.database.write { db in
            try Unread.seen(db, message: message, of: Conversation.find(db, id, in: scope), by: person)
        }
        let isScript = request.headers[.accept]?.contains("application/json") == true
        return isScript ? .noContent : .seeOther("\(Path.officeConversation(id).text)#message-\(message)")
    }

    private func page(
        _ context: StaffContext, _ id: Int64, _ errors: FieldErrors? = nil
    ) async throws -> Response {
        let (person, before) = (context.person.id, context.query.id("before"))
        let day = context.identity.office.today(at: portal.now())
        let scope = context.staff.firms(on: day)
        let (conversation, firm, row, thread, handling, surroundings) = try await portal.database.read { db in
            let conversation = try Conversation.find(db, id, in: scope)
            let firm = try Firm.find(db, conversation.firmId, in: scope)
            return (
                conversation, firm, try FirmList.FirmRow.find(db, firm, on: day),
                try MessageThread.fetch(db, conversation, seenBy: person, before: before),
                try conversation.handling(db), try Surroundings.office(db, person, in: scope)
            )
        }
        let format = portal.format(context.app)
        let handleAction = Path.handling(id).text
        let page = OfficeConversationPage(
            id: id, topic: conversation.topic, subject: conversation.subject, firmName: firm.name,
            firmHref: Path.firm(firm.id).text, firmDetail: row.supervisor ?? "–",
            messages: thread.officeViews(conversation, person: person, format),
            olderHref: thread.hasOlder
                ? Path.officeConversation(id).with(["before": thread.entries.first.map { "\($0.id)" }]) : nil,
            action: Path.officeMessages(id).text, body: errors == nil ? "" : context.form["body"],
            bodyError: errors?["body"],
            files: errors == nil ? [] : try await portal.uploads(context.form.all("files"), of: person, format),
            filesError: errors?["files"],
            handled: handling.map { handling in
                .init(
                    text: format.text(
                        "questions.handledAt", ["name": handling.personName, "at": format.moment(handling.handledAt)]
                    ),
                    reopenAction: Path.handling(id).with(["state": "open"])
                )
            },
            handleAction: conversation.waitingSince == nil ? nil : handleAction, backHref: Path.questions.text,
            broadcastHref: try await reportHref(conversation, context)
        )
        var frame = portal.officeFrame(context.app, context.identity, surroundings, title: conversation.subject)
        frame.isQuestions = true
        let html = try portal.renderer.html(page, frame, context.app.language)
        return .html(html, status: errors == nil ? .ok : .unprocessableContent)
    }

    /// The send that the conversation came from, for those who may open its report.
    private func reportHref(_ conversation: Conversation, _ context: StaffContext) async throws -> String? {
        guard let id = conversation.broadcastId else { return nil }
        let sender = context.ownSends
        let broadcast = try await portal.database.read { db in try? Broadcast.find(db, id, by: sender) }
        return broadcast.map { Path.broadcast($0.id).text }
    }
}
