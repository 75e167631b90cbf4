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

    private func list(_ context: StaffContext, all: Bool) async throws -> Response {
        let (firm, chosen, after) = (context.id(), context.query.id("person"), context.query.id("after"))
        let (scope, reader) = (scope(context), context.person.id)
        let today = context.identity.office.today(at: portal.now())
        let (view, inbox, surroundings) = try await portal.database.read { db in
            let view = try ClientView.find(db, firm, as: chosen, in: scope)
            return (view, try view.inbox(db, after: all ? after : nil), try Surroundings.office(db, reader, in: scope))
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
            banner: banner(view, format), waiting: inbox.unread.map(row), hasWaiting: !inbox.unread.isEmpty,
            nothingWaiting: inbox.unread.isEmpty && !all && view.person != nil, earlier: earlier.map(row),
            hasEarlier: !earlier.isEmpty, isNobody: view.person == nil,
            homeHref: Path.viewedHome(firm).with(["person": person]),
            allHref: Path.viewedConversations(firm).with(["person": person]), isHome: !all, isAll: all,
            olderHref: all && inbox.hasOlder
                ? Path.viewedConversations(firm).with(["person": person, "after": inbox.read.last.map { "\($0.id)" }])
                : nil,
            newerHref: all && after != nil ? Path.viewedConversations(firm).with(["person": person]) : nil
        )
        return try html(page, context, surroundings, title: view.firm.name)
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
