import Dates
import Hummingbird
import Models

/// The first page after signing in: the firm list for the office, what waits for a client.
struct HomeController: Sendable {
    let portal: Portal

    @Sendable func show(_ request: Request, _ context: PersonContext) async throws -> Response {
        guard context.identity.staff == nil else { return .seeOther(Path.firms.text) }
        return try await show(ClientContext(context: context.app))
    }

    private func show(_ context: ClientContext) async throws -> Response {
        let (person, firm) = (context.person.id, context.query.id("firm"))
        return try await portal.showHere(context) { db, counts in
            ClientHomeData(
                inbox: try Inbox.firstPage(db, of: person, firm: firm, unread: counts.unread),
                files: try ClientFiles.waiting(db, of: person, firm: firm, at: context.now),
                supervisor: try Staff.supervisor(db, ofClient: person, on: context.day)
            )
        } page: { found, counts, format in
            ClientHomePage(found, counts, firm: firm, context, format)
        }
    }
}

/// The data of a client's first page.
private struct ClientHomeData: Sendable {
    let inbox: Inbox.FirstPage
    let files: [ClientFiles.Waiting]
    let supervisor: Staff.Contact?
}

extension ClientHomePage {
    fileprivate init(
        _ data: ClientHomeData, _ counts: HeaderCounts.Client, firm: Int64?, _ context: ClientContext,
        _ format: Format
    ) {
        let (text, isMany) = (format.text, counts.firms.count > 1)
        let tasks = ClientTasks(
            data.inbox, files: data.files, firm: firm, person: context.person.id, today: context.day,
            showsFirm: isMany && firm == nil)
        let todos = tasks.todos(format)
        let name = String(context.person.name.split(separator: " ").first ?? "")
        self.init(
            menuFirm: firm, greeting: text("home.greeting", ["name": name]),
            firmName: counts.name(of: firm), countText: text.plural("home.waitingCount", todos.count), todos: todos,
            nothingWaiting: todos.isEmpty, asked: tasks.asked(format), hasAsked: !data.inbox.asked.isEmpty,
            earlier: data.inbox.earlier.map {
                ClientRow($0, format, today: context.day, showsFirm: isMany && firm == nil)
            },
            hasEarlier: !data.inbox.earlier.isEmpty, closedText: counts.closedText(firm, text),
            contact: Contact(data.supervisor, office: context.office, text)
        )
    }
}

extension HeaderCounts.Client {
    /// Returns the name of the firm that a page is about: the chosen one, or the person's only one.
    func name(of firm: Int64?) -> String? {
        firms.count == 1 ? firms.first?.name : firms.first { $0.id == firm }?.name
    }
}
