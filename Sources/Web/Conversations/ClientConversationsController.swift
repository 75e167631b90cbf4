import Hummingbird
import Models

/// A client's conversations: the list, one of them, an answer, a question of the client's own.
struct ClientConversationsController: Sendable {
    let portal: Portal

    @Sendable func index(_ request: Request, _ context: ClientContext) async throws -> Response {
        let (person, firm, after) = (context.person.id, context.query.id("firm"), context.query.id("after"))
        return try await portal.showHere(context) { db, counts in
            try Inbox.fetch(db, of: person, firm: firm, after: after, unread: counts.unread)
        } page: { inbox, counts, format in
            ClientConversationsPage(
                inbox, counts, ClientScreen(context, firm: firm), isFirst: after == nil, format)
        }
    }

    @Sendable func show(_ request: Request, _ context: ClientContext) async throws -> Response {
        try await page(context, context.id())
    }

    @Sendable func new(_ request: Request, _ context: ClientContext) async throws -> Response {
        try await newPage(context, firm: context.query.id("firm"), errors: FieldErrors())
    }

    @Sendable func create(_ request: Request, _ context: ClientContext) async throws -> Response {
        let (form, person) = (context.form, context.person.id)
        let content = NewContent(client: form, quota: portal.settings.uploads.firmQuota)
        let (firm, subject, isPayroll) = (form.id("firm"), TypedLine(form["subject"]), form["payroll"] == "1")
        return try await portal.change(context) { db in
            guard let firm else { throw Invalid("firm", "errors.firmMissing") }
            let found = try Firm.find(db, firm, in: context.firms)
            let conversation = try Conversation.ask(
                db, subject, content, firm: found, isPayroll: isPayroll, by: person, on: context.day, at: context.now)
            return .conversation(conversation.id)
        } refused: { errors in
            try await newPage(context, firm: firm, errors: errors)
        }
    }

    /// Adds the client's answer to a conversation.
    @Sendable func answer(_ request: Request, _ context: ClientContext) async throws -> Response {
        let (id, person) = (context.id(), context.person.id)
        let content = NewContent(client: context.form, quota: portal.settings.uploads.firmQuota)
        return try await portal.change(context, then: Path.conversation(id).text) { db in
            try Conversation.find(db, id, in: context.firms)
                .post(db, content, by: person, side: .client, on: context.day, at: context.now)
        } refused: { errors in
            try await page(context, id, errors)
        }
    }

    /// Records that the message was on this client's screen, or that the client has confirmed it.
    @Sendable func read(_ request: Request, _ context: ClientContext) async throws -> Response {
        let (id, message, person) = (context.id(), context.id("message"), context.person.id)
        try await portal.database.write { db in
            let found = try Conversation.find(db, id, in: context.firms)
            try ReadReceipt.write(db, message: message, of: found, by: person, on: context.day, at: context.now)
        }
        return request.isForScript ? .noContent : .seeOther(Path.conversation(id).at(message: message))
    }

    private func page(
        _ context: ClientContext, _ id: Int64, _ errors: FieldErrors? = nil
    ) async throws -> Response {
        let read = ClientConversationData.reading(id, of: context.person.id, before: context.query.id("before"))
        return try await portal.showHere(context, reading: read) { found, _, format in
            let files = errors == nil ? [] : try await uploads(context, format)
            let answer = errors.map { ClientAnswer(body: context.form["body"], files: files, errors: $0) }
            return ClientConversationPage(
                found, answer, key: context.form.key, ClientScreen(context, firm: found.firm.id), format)
        }
    }

    private func newPage(_ context: ClientContext, firm: Int64?, errors: FieldErrors) async throws -> Response {
        let person = context.person.id
        return try await portal.showHere(context) { db, _ in
            try Membership.payrollFirms(db, of: person)
        } page: { payroll, counts, format in
            NewQuestionPage(
                counts, firm: firm, offersPayroll: !payroll.isEmpty, try await uploads(context, format), context.form,
                errors, format.text)
        }
    }

    private func uploads(_ context: ClientContext, _ format: Format) async throws -> [UploadRow] {
        try await portal.uploads(context.form.all("files"), of: context.person.id, format)
    }
}

extension NewContent {
    /// A client's message from the form.
    fileprivate init(client form: Form, quota: Int64) {
        self.init(body: form["body"], files: form.all("files"), formKey: form["formKey"], quota: quota)
    }
}
