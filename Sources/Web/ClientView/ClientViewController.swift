import Dates
import Hummingbird
import Models

/// "View as this client": the client's own pages as one person of the firm sees them, read-only. Nothing can be sent
/// from them, and viewing leaves no trace for the client: no receipt, no download.
struct ClientViewController: Sendable {
    let portal: Portal

    /// Shows this person's unread conversations, then the others.
    @Sendable func home(_ request: Request, _ context: StaffContext) async throws -> Response {
        try await list(context, all: false)
    }

    @Sendable func index(_ request: Request, _ context: StaffContext) async throws -> Response {
        try await list(context, all: true)
    }

    @Sendable func show(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (id, before) = (context.id("conversation"), context.query.id("before"))
        let (firm, chosen) = (context.id(), context.query.id("person"))
        return try await portal.show(context) { db in
            let view = try ClientView.find(db, firm, as: chosen, in: context.firms)
            guard let person = view.person else { throw NotFound() }
            let conversation = try view.conversation(db, id)
            let thread = try MessageThread.fetch(
                db, conversation, seenBy: person.id, before: before, isOfOffice: false)
            return (view: view, conversation: conversation, thread: thread)
        } page: { found, format in
            page(found.conversation, found.thread, found.view, format)
        }
    }

    private func page(
        _ conversation: Conversation, _ thread: MessageThread, _ view: ClientView, _ format: Format
    ) -> ViewedConversationPage {
        let (firm, person) = (view.firm.id, view.person?.id ?? 0)
        return ViewedConversationPage(
            banner: banner(view, format), topic: "", subject: conversation.subject, firmName: view.firm.name,
            backHref: Path.viewedConversations(firm).with(["person": "\(person)"]),
            messages: thread.clientViews(conversation, person: person, isViewed: true, format),
            olderHref: thread.hasOlder
                ? Path.viewedConversation(firm, conversation.id).with([
                    "person": "\(person)", "before": thread.entries.first.map { "\($0.id)" },
                ]) : nil
        )
    }

    /// Shows the files of the firm that this person can download. A download from here counts as the office's.
    @Sendable func files(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (firm, chosen) = (context.id(), context.query.id("person"))
        let (after, zone) = (ClientFiles.Key(context.query["after"]), context.office.zone)
        return try await portal.show(context) { db in
            let view = try ClientView.find(db, firm, as: chosen, in: context.firms)
            return (view: view, files: try view.files(at: context.now, in: zone)?.page(db, after: after))
        } page: { found, format in
            let person = found.view.person.map { "\($0.id)" }
            let files = Path.viewedFiles(firm)
            let rows = FileRow.rows(found.files?.files ?? [], format, showsFirm: false) { file in
                Path.viewedConversation(firm, file.conversationId).with(["person": person])
            }
            return ViewedFilesPage(
                banner: banner(found.view, format), nav: ViewedNav(found.view, .files), rows: rows,
                isEmpty: rows.isEmpty,
                olderHref: (found.files?.next).map { files.with(["person": person, "after": $0.text]) },
                newerHref: after == nil ? nil : files.with(["person": person]))
        }
    }

    private func list(_ context: StaffContext, all: Bool) async throws -> Response {
        let (firm, chosen, after) = (context.id(), context.query.id("person"), context.query.id("after"))
        return try await portal.show(context) { db in
            let view = try ClientView.find(db, firm, as: chosen, in: context.firms)
            return Viewed(
                view: view, inbox: try view.inbox(db, after: all ? after : nil),
                files: try view.waitingFiles(db, at: context.now), supervisor: try view.supervisor(db, on: context.day))
        } page: { found, format in
            all ? allPage(found, isFirst: after == nil, context, format) : homePage(found, context, format)
        }
    }

    private struct Viewed: Sendable {
        let view: ClientView
        let inbox: Inbox
        let files: Int
        let supervisor: Staff.Contact?
    }

    private func homePage(_ found: Viewed, _ context: StaffContext, _ format: Format) -> ViewedInboxPage {
        let (view, inbox, files, firm) = (found.view, found.inbox, found.files, found.view.firm.id)
        let earlier = inbox.read.prefix(5)
        return ViewedInboxPage(
            banner: banner(view, format), nav: ViewedNav(view, .home),
            filesText: files > 0 ? format.text.plural("files.waitingCount", files) : nil,
            filesHref: Path.viewedFiles(firm).with(["person": view.person.map { "\($0.id)" }]),
            waiting: inbox.unread.map { row($0, view, context.day, format) },
            hasWaiting: !inbox.unread.isEmpty || files > 0,
            nothingWaiting: inbox.unread.isEmpty && files == 0 && view.person != nil,
            earlier: earlier.map { row($0, view, context.day, format) }, hasEarlier: !earlier.isEmpty,
            isNobody: view.person == nil, contact: Contact(found.supervisor, office: context.office, format.text),
            olderHref: nil, newerHref: nil)
    }

    private func allPage(
        _ found: Viewed, isFirst: Bool, _ context: StaffContext, _ format: Format
    ) -> ViewedInboxPage {
        let (view, inbox) = (found.view, found.inbox)
        let (person, path) = (view.person.map { "\($0.id)" }, Path.viewedConversations(view.firm.id))
        return ViewedInboxPage(
            banner: banner(view, format), nav: ViewedNav(view, .conversations), filesText: nil,
            filesHref: Path.viewedFiles(view.firm.id).with(["person": person]),
            waiting: inbox.unread.map { row($0, view, context.day, format) }, hasWaiting: !inbox.unread.isEmpty,
            nothingWaiting: false, earlier: inbox.read.map { row($0, view, context.day, format) },
            hasEarlier: !inbox.read.isEmpty, isNobody: view.person == nil, contact: nil,
            olderHref: inbox.hasOlder
                ? path.with(["person": person, "after": inbox.read.last.map { "\($0.id)" }]) : nil,
            newerHref: isFirst ? nil : path.with(["person": person]))
    }

    private func row(_ row: Inbox.Entry, _ view: ClientView, _ today: Day, _ format: Format) -> ClientRow {
        ClientRow(row, format, today: today, showsFirm: false) {
            Path.viewedConversation(view.firm.id, $0).with(["person": view.person.map { "\($0.id)" }])
        }
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
}
