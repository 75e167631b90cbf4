import Hummingbird
import Models

/// "View as this client": the client's own pages as one person of the firm sees them, to be read only.
/// Nothing on them can be sent, and looking leaves no trace with the client: no receipt, no download of theirs.
struct ClientViewController: Sendable {
    let portal: Portal

    /// What waits for this person, then what was.
    @Sendable func home(_ request: Request, _ context: StaffContext) async throws -> Response {
        try await list(context, all: false)
    }

    @Sendable func index(_ request: Request, _ context: StaffContext) async throws -> Response {
        try await list(context, all: true)
    }

    @Sendable func show(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (id, before) = (context.id("conversation"), context.query.id("before"))
        let (firm, chosen, scope) = (context.id(), context.query.id("person"), scope(context))
        let reader = context.person.id
        let (view, conversation, thread, surroundings) = try await portal.database.read { db in
            let view = try ClientView.find(db, firm, as: chosen, in: scope)
            guard let person = view.person else { throw NotFound() }
            let conversation = try view.conversation(db, id)
            return (
                view, conversation,
                try MessageThread.fetch(db, conversation, seenBy: person.id, before: before, isOfOffice: false),
                try Surroundings.office(db, reader, in: scope)
            )
        }
        let person = view.person?.id ?? 0
        let format = portal.format(context.app)
        let back = Path.viewedConversations(firm).with(["person": "\(person)"])
        let page = ViewedConversationPage(
            banner: banner(view, format), topic: "", subject: conversation.subject, firmName: view.firm.name,
            backHref: back, messages: thread.clientViews(conversation, person: person, isViewed: true, format),
            olderHref: thread.hasOlder
                ? Path.viewedConversation(firm, id).with([
                    "person": "\(person)", "before": thread.entries.first.map { "\($0.id)" },
                ]) : nil
        )
        return try html(page, context, surroundings, title: conversation.subject)
    }

    /// What this person could take of the firm. A file that is opened from here is opened by the office.
    @Sendable func files(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (firm, chosen, reader) = (context.id(), context.query.id("person"), context.person.id)
        let (after, now) = (ClientFiles.Key(context.query["after"]), portal.now())
        let (scope, zone) = (scope(context), context.identity.office.zone)
        let (view, found, surroundings) = try await portal.database.read { db in
            let view = try ClientView.find(db, firm, as: chosen, in: scope)
            let found = try view.files(at: now, in: zone)?.page(db, after: after)
            return (view, found, try Surroundings.office(db, reader, in: scope))
        }
        let format = portal.format(context.app)
        let person = view.person.map { "\($0.id)" }
        let files = Path.viewedFiles(firm)
        let rows = FileRow.rows(found?.files ?? [], format, showsFirm: false) { file in
            Path.viewedConversation(firm, file.conversationId).with(["person": person])
        }
        let page = ViewedFilesPage(
            banner: banner(view, format), nav: ViewedNav(view, .files), rows: rows, isEmpty: rows.isEmpty,
            olderHref: (found?.next).map { files.with(["person": person, "after": $0.text]) },
            newerHref: after == nil ? nil : files.with(["person": person]))
        return try html(page, context, surroundings, title: title(view, format))
    }

    private func list(_ context: StaffContext, all: Bool) async throws -> Response {
        let (firm, chosen, after) = (context.id(), context.query.id("person"), context.query.id("after"))
        let (scope, reader) = (scope(context), context.person.id)
        let today = context.identity.office.today(at: portal.now())
        let now = portal.now()
        let (view, inbox, files, supervisor, surroundings) = try await portal.database.read { db in
            let view = try ClientView.find(db, firm, as: chosen, in: scope)
            return (
                view, try view.inbox(db, after: all ? after : nil), try view.waitingFiles(db, at: now),
                try view.supervisor(db, on: today), try Surroundings.office(db, reader, in: scope)
            )
        }
        let format = portal.format(context.app)
        let person = view.person.map { "\($0.id)" }
        let row = { (row: Inbox.Row) in
            ClientRow(row, format, today: today, showsFirm: false) {
                Path.viewedConversation(firm, $0).with(["person": person])
            }
        }
        let earlier = all ? inbox.read : Array(inbox.read.prefix(5))
        let page = ViewedInboxPage(
            banner: banner(view, format), nav: ViewedNav(view, all ? .conversations : .home),
            filesText: files > 0 && !all ? format.text.plural("files.waitingCount", files) : nil,
            filesHref: Path.viewedFiles(firm).with(["person": person]), waiting: inbox.unread.map(row),
            hasWaiting: !inbox.unread.isEmpty || files > 0 && !all,
            nothingWaiting: inbox.unread.isEmpty && files == 0 && !all && view.person != nil, earlier: earlier.map(row),
            hasEarlier: !earlier.isEmpty, isNobody: view.person == nil,
            contact: all ? nil : Contact(supervisor, office: context.identity.office, format.text),
            olderHref: all && inbox.hasOlder
                ? Path.viewedConversations(firm).with(["person": person, "after": inbox.read.last.map { "\($0.id)" }])
                : nil,
            newerHref: all && after != nil ? Path.viewedConversations(firm).with(["person": person]) : nil
        )
        return try html(page, context, surroundings, title: title(view, format))
    }

    private func title(_ view: ClientView, _ format: Format) -> String {
        "\(format.text("firms.viewAs")) · \(view.firm.name)"
    }

    private func scope(_ context: StaffContext) -> FirmScope {
        context.staff.firms(on: context.identity.office.today(at: portal.now()))
    }

    private func banner(_ view: ClientView, _ format: Format) -> ClientViewBanner {
        ClientViewBanner(
            viewedText: view.person.map { format.text("clientView.as", ["name": $0.name.isolated]) }
                ?? format.text("clientView.nobody"),
            viewedFirm: view.firm.name, cardHref: Path.firmPeople(view.firm.id).text,
            people: view.people.map {
                .init(
                    personName: $0.name, personHref: Path.viewedHome(view.firm.id).with(["person": "\($0.id)"]),
                    isChosen: $0.id == view.person?.id)
            }
        )
    }

    private func html(
        _ page: some Page, _ context: StaffContext, _ surroundings: Surroundings.Office, title: String
    ) throws -> Response {
        let frame = portal.officeFrame(context.app, context.identity, surroundings, title: title)
        return .html(try portal.renderer.html(page, frame, context.app.language))
    }
}
