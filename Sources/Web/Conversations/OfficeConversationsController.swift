import Foundation
import Hummingbird
import Models

/// A conversation for the office: reading, answering, marking as handled.
struct OfficeConversationsController: Sendable {
    let portal: Portal

    @Sendable func show(_ request: Request, _ context: StaffContext) async throws -> Response {
        try await page(context, context.id())
    }

    @Sendable func answer(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (id, form) = (context.id(), context.form)
        let uncheckable = try await portal.reader.read(form.all("files"), urgently: true, at: context.now)
        do {
            return try await portal.attempt(context) {
                try await post(NewContent(office: form, uncheckable, quota), to: id, context)
            } refused: { errors in
                try await rejected(context, id, RejectedForm(part: .answer, form: form, errors: errors))
            }
        } catch let wrong as WrongFiles {
            try await recordStop(wrong, of: id, context)
            var answer = RejectedForm(part: .answer, form: form, errors: FieldErrors())
            answer.wrong = WrongFilesView(wrong, portal.renderer.text(context.app.language))
            return try await rejected(context, id, answer)
        }
    }

    private var quota: Int64 { portal.settings.uploads.firmQuota }

    private func post(_ content: NewContent, to id: Int64, _ context: StaffContext) async throws -> Response {
        let next = try await next(after: id, context)
        try await portal.database.write { db in
            try Conversation.find(db, id, in: context.firms)
                .post(db, content, by: context.person.id, side: .office, on: context.day, at: context.now)
        }
        let remark = try await portal.remark(on: content)
        return .seeOther(next.link(saying: remark ?? .answered))
    }

    private func recordStop(_ wrong: WrongFiles, of id: Int64, _ context: StaffContext) async throws {
        try await portal.database.write { db in
            let firm = try Conversation.find(db, id, in: context.firms).firmId
            try wrong.recordStop(db, by: context.person.id, firm: firm, at: context.now)
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

    /// Marks a question as handled, or (with `state=open`) reopens it.
    @Sendable func handle(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (id, isOpening) = (context.id(), context.query["state"] == "open")
        let next = try await next(after: id, context)
        return try await portal.change(context, then: next.link(saying: isOpening ? nil : .settled)) { db in
            let conversation = try Conversation.find(db, id, in: context.firms)
            if isOpening {
                try conversation.reopen(db, by: context.person.id, on: context.day, at: context.now)
            } else {
                try conversation.handle(db, by: context.person.id, on: context.day, at: context.now)
            }
        }
    }

    /// Records that a client's message was on the screen of an employee.
    @Sendable func see(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (id, message, person) = (context.id(), context.id("message"), context.person.id)
        try await portal.database.write { db in
            try Unread.seen(db, message: message, of: Conversation.find(db, id, in: context.firms), by: person)
        }
        return request.isForScript ? .noContent : .seeOther(Path.officeConversation(id).at(message: message))
    }

    func page(
        _ context: StaffContext, _ id: Int64, _ rejected: RejectedForm? = nil
    ) async throws -> Response {
        let choice = rejected?.part == .answer ? rejected?.form.typedPrintouts : nil
        return try await portal.show(context, reading: data(id, choice, context)) { data, format in
            OfficeConversationPage(data, QuestionsAddress(context.query), rejected, format)
        }
    }

    private func data(
        _ id: Int64, _ choice: PrintoutChoice?, _ context: StaffContext
    ) -> OfficeDatabase.Verb<OfficeConversationData> {
        let (person, day, before) = (context.person.id, context.day, context.query.id("before"))
        let list = QuestionsAddress(context.query)
        let queue = list.isQueue ? list.questions(for: context) : nil
        return { db in
            let conversation = try Conversation.findEvery(db, id, in: context.firms)
            let firm = try Firm.find(db, conversation.firmId, in: context.firms)
            let thread = try MessageThread.fetch(db, conversation, seenBy: person, before: before, isOfOffice: true)
            return OfficeConversationData(
                conversation: conversation, firm: firm,
                supervisor: try FirmList.FirmRow.find(db, firm, on: day).supervisor, thread: thread,
                readers: try conversation.readers(db),
                inside: try InsideEvents.fetch(db, conversation, beside: thread, before: before),
                handling: try conversation.handling(db), holder: try conversation.holder(db, on: day),
                colleagues: try conversation.colleagues(db, on: day), person: person,
                lastDay: try conversation.lastDay(db), today: day,
                papers: try choice?.papers(db, of: firm.id, isPayroll: conversation.isPayroll) ?? [:],
                left: try queue?.left(db, besides: id),
                report: conversation.broadcastId.flatMap { try? Broadcast.find(db, $0, by: context.ownSends).id },
                ownSends: context.ownSends
            )
        }
    }
}
