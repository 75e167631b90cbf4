import Hummingbird
import Models

/// A client's conversations: the list, one of them, an answer, a question of the client's own.
struct ClientConversationsController: Sendable {
    let portal: Portal

    @Sendable func index(_ request: Request, _ context: ClientContext) async throws -> Response {
        let person = context.person.id
        let firm = context.query.id("firm")
        let after = context.query.id("after")
        let (surroundings, inbox) = try portal.database.readHere { db in
            let surroundings = try Surroundings.client(db, person)
            let unread = surroundings.unread
            return (surroundings, try Inbox.fetch(db, of: person, firm: firm, after: after, unread: unread))
        }
        let format = portal.format(context.app)
        let today = context.identity.office.today(at: portal.now())
        let rows = (inbox.unread + inbox.read).map {
            ClientRow($0, format, today: today, showsFirm: surroundings.firms.count > 1)
        }
        var frame = portal.clientFrame(context, surroundings, title: format.text("messages.title"), firm: firm)
        frame.isConversations = true
        let query = firm.map(String.init)
        let page = ClientConversationsPage(
            rows: rows, isEmpty: rows.isEmpty, newHref: frame.newHref,
            closedText: surroundings.closedText(firm, format.text),
            olderHref: inbox.hasOlder
                ? Path.conversations.with(["firm": query, "after": inbox.read.last.map { "\($0.id)" }]) : nil,
            newerHref: after == nil ? nil : Path.conversations.with(["firm": query])
        )
        return .html(portal.renderer.html(page, frame, context.app.language))
    }

    @Sendable func show(_ request: Request, _ context: ClientContext) async throws -> Response {
        try await page(context, context.id())
    }

    @Sendable func new(_ request: Request, _ context: ClientContext) async throws -> Response {
        try await newPage(context, firm: context.query.id("firm"), errors: FieldErrors())
    }

    @Sendable func create(_ request: Request, _ context: ClientContext) async throws -> Response {
        let (form, person, now) = (context.form, context.person.id, portal.now())
        let today = context.identity.office.today(at: now)
        let content = NewContent(
            body: form["body"], files: form.all("files"), formKey: form["formKey"],
            quota: portal.settings.uploads.firmQuota)
        let (firm, subject, isPayroll) = (form.id("firm"), TypedLine(form["subject"]), form["payroll"] == "1")
        do {
            let conversation = try await portal.database.write { db in
                guard let firm else { throw Invalid("firm", "errors.firmMissing") }
                let found = try Firm.find(db, firm, in: .member(person))
                return try Conversation.ask(
                    db, subject, content, firm: found, isPayroll: isPayroll, by: person, on: today, at: now
                )
            }
            return .seeOther(Path.conversation(conversation.id).text)
        } catch let invalid as Invalid {
            let errors = FieldErrors(invalid, portal.renderer.text(context.app.language))
            return try await newPage(context, firm: firm, errors: errors)
        }
    }

    /// The client answers in a conversation.
    @Sendable func answer(_ request: Request, _ context: ClientContext) async throws -> Response {
        let (id, person, now) = (context.id(), context.person.id, portal.now())
        let today = context.identity.office.today(at: now)
        let scope = context.firms
        let content = NewContent(
            body: context.form["body"], files: context.form.all("files"), formKey: context.form["formKey"],
            quota: portal.settings.uploads.firmQuota)
        do {
            try await portal.database.write { db in
                try Conversation.find(db, id, in: scope)
                    .post(db, content, by: person, side: .client, on: today, at: now)
            }
            return .seeOther(Path.conversation(id).text)
        } catch let invalid as Invalid {
            return try await page(context, id, FieldErrors(invalid, portal.renderer.text(context.app.language)))
        }
    }

    /// The message has been on this client's screen, or the client says so.
    @Sendable func read(_ request: Request, _ context: ClientContext) async throws -> Response {
        let (id, message, person) = (context.id(), context.id("message"), context.person.id)
        let (scope, now) = (context.firms, portal.now())
        let today = context.identity.office.today(at: now)
        try await portal.database.write { db in
            let conversation = try Conversation.find(db, id, in: scope)
            try ReadReceipt.write(db, message: message, of: conversation, by: person, on: today, at: now)
        }
        return request.isForScript ? .noContent : .seeOther(Path.conversation(id).at(message: message))
    }

    private func page(
        _ context: ClientContext, _ id: Int64, _ errors: FieldErrors? = nil
    ) async throws -> Response {
        let (person, scope, before) = (context.person.id, context.firms, context.query.id("before"))
        let today = context.identity.office.today(at: portal.now())
        let (conversation, firm, lastDay, thread, surroundings) = try portal.database.readHere { db in
            let conversation = try Conversation.find(db, id, in: scope)
            return (
                conversation, try Firm.find(db, conversation.firmId, in: scope), try conversation.lastDay(db),
                try MessageThread.fetch(db, conversation, seenBy: person, before: before, isOfOffice: false),
                try Surroundings.client(db, person)
            )
        }
        let format = portal.format(context.app)
        var frame = portal.clientFrame(context, surroundings, title: conversation.subject, firm: firm.id)
        frame.isConversations = true
        let page = ClientConversationPage(
            topic: conversation.topic.codedTopic, subject: conversation.subject,
            validity: lastDay.map { format.validity($0, today: today) }, firmName: firm.name,
            isPayroll: conversation.isPayroll, backHref: frame.conversationsHref,
            messages: thread.clientViews(conversation, person: person, format),
            olderHref: thread.hasOlder
                ? Path.conversation(id).with(["before": thread.entries.first.map { "\($0.id)" }]) : nil,
            action: Path.messages(id).text, body: errors == nil ? "" : context.form["body"],
            bodyError: errors?["body"],
            files: errors == nil ? [] : try await portal.uploads(context.form.all("files"), of: person, format),
            filesError: errors?["files"], formKey: context.form.key, isClosed: firm.isArchived
        )
        let html = portal.renderer.html(page, frame, context.app.language)
        return .html(html, status: errors == nil ? .ok : .unprocessableContent)
    }

    private func newPage(_ context: ClientContext, firm: Int64?, errors: FieldErrors) async throws -> Response {
        let person = context.person.id
        let (surroundings, payroll) = try portal.database.readHere { db in
            (try Surroundings.client(db, person), try Membership.payrollFirms(db, of: person))
        }
        let format = portal.format(context.app)
        var frame = portal.clientFrame(context, surroundings, title: format.text("messages.newTitle"), firm: firm)
        frame.isConversations = true
        let firms = surroundings.firms.filter { !$0.isArchived }
        let page = NewQuestionPage(
            firms: firms.map { .init(id: $0.id.code, name: $0.name, isSelected: $0.id == firm) },
            closedText: surroundings.closedText(firm, format.text),
            hasFirms: firms.count > 1, firmError: errors["firm"], subject: context.form["subject"],
            subjectError: errors["subject"], body: context.form["body"], bodyError: errors["body"],
            files: try await portal.uploads(context.form.all("files"), of: person, format),
            filesError: errors["files"], offersPayroll: !payroll.isEmpty, isPayroll: context.form["payroll"] == "1",
            payrollError: errors["payroll"], formKey: context.form.key, action: Path.conversations.text,
            backHref: frame.conversationsHref
        )
        let isRejected = context.form.has("csrf")
        let html = try portal.renderer.html(page, frame, context.app.language)
        return .html(html, status: isRejected ? .unprocessableContent : .ok)
    }
}
