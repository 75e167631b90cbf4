import Foundation
import Hummingbird
import Models

/// A conversation on the office's side: reading, answering, marking as handled.
struct OfficeConversationsController: Sendable {
    let portal: Portal

    @Sendable func show(_ request: Request, _ context: StaffContext) async throws -> Response {
        try await page(context, context.id())
    }

    @Sendable func answer(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (id, person, now) = (context.id(), context.person.id, portal.now())
        let day = context.identity.office.today(at: now)
        let scope = context.staff.firms(on: day)
        let form = context.form
        let files = form.all("files")
        let uncheckable = try await portal.reader.read(files, urgently: true, at: now)
        do {
            let content = NewContent(
                body: form["body"], isMarked: true, files: files, rightFiles: form["rightFiles"],
                uncheckable: uncheckable,
                printouts: try form.printouts(), shown: form.shownPrintouts, formKey: form["formKey"],
                quota: portal.settings.uploads.firmQuota)
            try await portal.database.write { db in
                try Conversation.find(db, id, in: scope)
                    .post(db, content, by: person, side: .office, on: day, at: now)
            }
            return .seeOther(try await portal.sent(content, to: .officeConversation(id)))
        } catch let invalid as Invalid {
            let errors = FieldErrors(invalid, portal.renderer.text(context.app.language))
            return try await rejected(context, id, RejectedForm(part: .answer, form: form, errors: errors))
        } catch let wrong as WrongFiles {
            try await portal.database.write { db in
                let firm = try Conversation.find(db, id, in: scope).firmId
                try wrong.recordStop(db, by: person, firm: firm, at: now)
            }
            var answer = RejectedForm(part: .answer, form: form, errors: FieldErrors())
            answer.wrong = WrongFilesView(wrong, portal.renderer.text(context.app.language))
            return try await rejected(context, id, answer)
        }
    }

    private func rejected(
        _ context: StaffContext, _ id: Int64, _ answer: RejectedForm
    ) async throws -> Response {
        var answer = answer
        let format = portal.format(context.app)
        answer.files = try await portal.uploads(context.form.all("files"), of: context.person.id, format)
        return try await page(context, id, answer)
    }

    /// Marks a question as handled, or (field `state` = `open`) opens it again.
    @Sendable func handle(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (id, person, now) = (context.id(), context.person.id, portal.now())
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
        let (id, message, person) = (context.id(), context.id("message"), context.person.id)
        let scope = context.staff.firms(on: context.identity.office.today(at: portal.now()))
        try await portal.database.write { db in
            try Unread.seen(db, message: message, of: Conversation.find(db, id, in: scope), by: person)
        }
        return request.isForScript ? .noContent : .seeOther(Path.officeConversation(id).at(message: message))
    }

    func page(
        _ context: StaffContext, _ id: Int64, _ rejected: RejectedForm? = nil
    ) async throws -> Response {
        let (person, before) = (context.person.id, context.query.id("before"))
        let day = context.identity.office.today(at: portal.now())
        let scope = context.staff.firms(on: day)
        let choice = rejected?.part == .answer ? rejected?.form.typedPrintouts : nil
        let (data, surroundings) = try await portal.database.read { db in
            let conversation = try Conversation.find(db, id, in: scope)
            let firm = try Firm.find(db, conversation.firmId, in: scope)
            let thread = try MessageThread.fetch(db, conversation, seenBy: person, before: before, isOfOffice: true)
            let data = OfficeConversationData(
                conversation: conversation, firm: firm,
                supervisor: try FirmList.FirmRow.find(db, firm, on: day).supervisor, thread: thread,
                inside: try InsideEvents.fetch(db, conversation, beside: thread, before: before),
                handling: try conversation.handling(db), holder: try conversation.holder(db, on: day),
                colleagues: try conversation.colleagues(db, on: day), person: person,
                lastDay: try conversation.lastDay(db), today: day,
                papers: try choice?.papers(db, of: firm.id, isPayroll: conversation.isPayroll) ?? [:]
            )
            return (data, try Surroundings.office(db, person, in: scope))
        }
        let format = portal.format(context.app)
        let report = try await reportHref(data.conversation, context)
        let page = OfficeConversationPage(data, report: report, rejected, format)
        var frame = portal.officeFrame(
            context.app, context.identity, surroundings, title: data.conversation.subject
        )
        frame.isQuestions = true
        let html = try portal.renderer.html(page, frame, context.app.language)
        return .html(html, status: rejected == nil ? .ok : .unprocessableContent)
    }

    /// The send that the conversation came from, for those who may open its report.
    private func reportHref(_ conversation: Conversation, _ context: StaffContext) async throws -> String? {
        guard let id = conversation.broadcastId else { return nil }
        let sender = context.ownSends
        let broadcast = try await portal.database.read { db in try? Broadcast.find(db, id, by: sender) }
        return broadcast.map { Path.broadcast($0.id).text }
    }
}
