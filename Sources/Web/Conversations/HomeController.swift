import Hummingbird
import Models

/// The first page after signing in: the firm list for the office, what waits for a client.
struct HomeController: Sendable {
    let portal: Portal

    /// How many of the conversations that were read stand below those that wait.
    private static let earlierCount = 5

    @Sendable func show(_ request: Request, _ context: PersonContext) async throws -> Response {
        guard context.identity.staff == nil else { return .seeOther(Path.firms.text) }
        return try await show(ClientContext(context: context.app))
    }

    private func show(_ context: ClientContext) async throws -> Response {
        let person = context.person
        let firm = context.query.id("firm")
        let now = portal.now()
        let today = context.identity.office.today(at: now)
        let (surroundings, inbox, files, supervisor) = try portal.database.readHere { db in
            let surroundings = try Surroundings.client(db, person.id)
            return (
                surroundings,
                try Inbox.fetch(
                    db, of: person.id, firm: firm, limit: Self.earlierCount, unread: surroundings.unread),
                try ClientFiles.waiting(db, of: person.id, firm: firm, at: now),
                try Person.supervisor(db, ofClient: person.id, on: today)
            )
        }
        let format = portal.format(context.app)
        let text = format.text
        let isMany = surroundings.firms.count > 1
        let count = inbox.unread.count + (files > 0 ? 1 : 0)
        var frame = portal.clientFrame(context, surroundings, title: text("home.title"), firm: firm)
        frame.isHome = true
        let page = ClientHomePage(
            greeting: text("home.greeting", ["name": String(person.name.split(separator: " ").first ?? "")]),
            summary: count == 0 ? text("home.nothing") : text.plural("home.waitingCount", count),
            filesText: files > 0 ? text.plural("files.waitingCount", files) : nil,
            filesHref: Path.files.with(["firm": firm.map(String.init), "state": "waiting"]),
            waiting: inbox.unread.map { ClientRow($0, format, today: today, showsFirm: isMany) },
            earlier: inbox.read.map { ClientRow($0, format, today: today, showsFirm: isMany) },
            hasEarlier: !inbox.read.isEmpty, nothingWaiting: count == 0,
            closedText: surroundings.closedText(firm, text),
            contact: Contact(supervisor, office: context.identity.office, text)
        )
        return .html(portal.renderer.html(page, frame, context.app.language))
    }
}
