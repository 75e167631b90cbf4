import Models

/// The data of a client's first page.
struct ClientHomeData: Sendable {
    let inbox: Inbox.FirstPage
    let files: [ClientFiles.Waiting]
    let supervisor: Staff.Contact?

    static func reading(_ screen: ClientScreen) -> OfficeDatabase.Next<HeaderCounts.Client, ClientHomeData> {
        let (person, firm) = (screen.person.id, screen.firm)
        return { db, counts in
            ClientHomeData(
                inbox: try Inbox.firstPage(db, of: person, firm: firm, unread: counts.unread),
                files: try ClientFiles.waiting(db, of: person, firm: firm, at: screen.now),
                supervisor: try Staff.supervisor(db, ofClient: person, on: screen.today))
        }
    }
}

extension ClientHomePage {
    init(_ data: ClientHomeData, _ counts: HeaderCounts.Client, _ screen: ClientScreen, _ format: Format) {
        let (text, firm) = (format.text, screen.firm)
        let showsFirm = counts.firms.count > 1 && firm == nil
        let tasks = ClientTasks(data.inbox, files: data.files, screen, showsFirm: showsFirm)
        let todos = tasks.todos(format)
        let name = String(screen.person.name.split(separator: " ").first ?? "")
        self.init(
            menuFirm: firm, greeting: text("home.greeting", ["name": name]),
            firmName: counts.name(of: firm), countText: text.plural("home.waitingCount", todos.count), todos: todos,
            nothingWaiting: todos.isEmpty, asked: tasks.asked(format), hasAsked: !data.inbox.asked.isEmpty,
            earlier: data.inbox.earlier.map { ClientRow($0, screen, showsFirm: showsFirm, format) },
            hasEarlier: !data.inbox.earlier.isEmpty, closedText: counts.closedText(firm, text),
            contact: Contact(data.supervisor, office: screen.office, text)
        )
    }
}

extension HeaderCounts.Client {
    /// Returns the name of the firm that a page is about: the chosen one, or the person's only one.
    func name(of firm: Int64?) -> String? {
        firms.count == 1 ? firms.first?.name : firms.first { $0.id == firm }?.name
    }
}
