import Hummingbird
import Models

/// The first page after signing in: the firm list for the office, the unread messages for a client.
struct HomeController: Sendable {
    let portal: Portal

    /// The number of read conversations below the unread ones.
    private static let earlierCount = 5

    @Sendable func show(_ request: Request, _ context: PersonContext) async throws -> Response {
        guard context.identity.staff == nil else { return .seeOther(Path.firms.text) }
        return try await show(ClientContext(context: context.app))
    }

    private func show(_ context: ClientContext) async throws -> Response {
        let (person, firm) = (context.person.id, context.query.id("firm"))
        return try await portal.showHere(context) { db, counts in
            ClientHomeData(
                inbox: try Inbox.fetch(
                    db, of: person, firm: firm, limit: Self.earlierCount, unread: counts.unread),
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
    let inbox: Inbox
    /// The number of files to download.
    let files: Int
    let supervisor: Staff.Contact?
}

extension ClientHomePage {
    fileprivate init(
        _ data: ClientHomeData, _ counts: HeaderCounts.Client, firm: Int64?, _ context: ClientContext,
        _ format: Format
    ) {
        let (text, inbox, files) = (format.text, data.inbox, data.files)
        let (today, isMany) = (context.day, counts.firms.count > 1)
        let count = inbox.unread.count + (files > 0 ? 1 : 0)
        let name = String(context.person.name.split(separator: " ").first ?? "")
        self.init(
            menuFirm: firm, greeting: text("home.greeting", ["name": name]),
            summary: count == 0 ? text("home.nothing") : text.plural("home.waitingCount", count),
            filesText: files > 0 ? text.plural("files.waitingCount", files) : nil,
            filesHref: Path.files.with(["firm": firm.map(String.init), "state": "waiting"]),
            waiting: inbox.unread.map { ClientRow($0, format, today: today, showsFirm: isMany) },
            earlier: inbox.read.map { ClientRow($0, format, today: today, showsFirm: isMany) },
            hasEarlier: !inbox.read.isEmpty, nothingWaiting: count == 0, closedText: counts.closedText(firm, text),
            contact: Contact(data.supervisor, office: context.office, text)
        )
    }
}
