import Dates
import Hummingbird
import Models

/// "View as this client": the client's own pages as one person of the firm sees them, read-only. Nothing can be sent
/// from them, and viewing leaves no trace for the client: no receipt, no download.
struct ClientViewController: Sendable {
    let portal: Portal

    /// Shows this person's first page.
    @Sendable func home(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (firm, chosen) = (context.id(), context.query.id("person"))
        return try await portal.show(context) { db in
            let view = try ClientView.find(db, firm, as: chosen, in: context.firms)
            return Viewed(
                view: view, inbox: try view.firstPage(db), files: try view.waitingFiles(db, at: context.now),
                supervisor: try view.supervisor(db, on: context.day))
        } page: { found, format in
            page(found, context, format)
        }
    }

    /// Shows this person's conversations, the unread ones first.
    @Sendable func index(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (firm, chosen, after) = (context.id(), context.query.id("person"), context.query.id("after"))
        return try await portal.show(context) { db in
            let view = try ClientView.find(db, firm, as: chosen, in: context.firms)
            return (view: view, inbox: try view.inbox(db, after: after))
        } page: { found, format in
            page(found.inbox, found.view, isFirst: after == nil, context.day, format)
        }
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
            let rows = (found.files?.files ?? []).map { file in
                FileRow(
                    file, format, showsFirm: false,
                    conversation: Path.viewedConversation(firm, file.conversationId).with(["person": person]))
            }
            return ViewedFilesPage(
                banner: banner(found.view, format), nav: ViewedNav(found.view, .files), rows: rows,
                isEmpty: rows.isEmpty,
                olderHref: (found.files?.next).map { files.with(["person": person, "after": $0.text]) },
                newerHref: after == nil ? nil : files.with(["person": person]))
        }
    }

    private struct Viewed: Sendable {
        let view: ClientView
        let inbox: Inbox.FirstPage
        let files: [ClientFiles.Waiting]
        let supervisor: Staff.Contact?
    }

    private func page(_ found: Viewed, _ context: StaffContext, _ format: Format) -> ViewedHomePage {
        let (view, inbox) = (found.view, found.inbox)
        let (firm, person) = (view.firm.id, view.person.map { "\($0.id)" })
        let tasks = ClientTasks(
            viewed: inbox, files: found.files, person: view.person?.id ?? 0, today: context.day,
            letter: { Path.viewedConversation(firm, $0).with(["person": person]) },
            filesHref: Path.viewedFiles(firm).with(["person": person]))
        let todos = tasks.todos(format)
        return ViewedHomePage(
            banner: banner(view, format), nav: ViewedNav(view, .home),
            countText: format.text.plural("home.waitingCount", todos.count), todos: todos,
            nothingWaiting: todos.isEmpty, asked: tasks.asked(format), hasAsked: !inbox.asked.isEmpty,
            earlier: inbox.earlier.map { row($0, view, context.day, format) }, hasEarlier: !inbox.earlier.isEmpty,
            isNobody: view.person == nil, contact: Contact(found.supervisor, office: context.office, format.text))
    }

    private func page(
        _ inbox: Inbox, _ view: ClientView, isFirst: Bool, _ today: Day, _ format: Format
    ) -> ViewedInboxPage {
        let (person, path) = (view.person.map { "\($0.id)" }, Path.viewedConversations(view.firm.id))
        let rows = (inbox.unread + inbox.read).map { row($0, view, today, format) }
        return ViewedInboxPage(
            banner: banner(view, format), nav: ViewedNav(view, .conversations), rows: rows, isEmpty: rows.isEmpty,
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
