import Models

/// A conversation in a client's list.
struct ClientRow: Encodable {
    let href: String
    let subject: String
    let detail: String
    let author: String
    let preview: String
    /// The number of files of the last message, printouts included.
    let fileCount: String?
    let filesText: String?
    let isUnread: Bool
    let firmName: String?
    let isPayroll: Bool
    let validity: State?
}

extension ClientRow {
    init(_ row: Inbox.Entry, _ screen: ClientScreen, showsFirm: Bool, _ format: Format) {
        let hasFiles = row.fileCount > 0
        self.init(
            href: screen.paths.link(.conversation(row.id)), subject: row.subject,
            detail: format.moment(row.lastMessageAt),
            author: row.lastAuthor,
            preview: MessageText.preview(row.preview, of: row.contentId, in: format.contents),
            fileCount: hasFiles ? "\(row.fileCount)" : nil,
            filesText: hasFiles ? format.text.plural("count.attachments", row.fileCount) : nil,
            isUnread: row.unread > 0, firmName: showsFirm ? row.firmName : nil,
            isPayroll: row.isPayroll, validity: row.expiresOn.map { format.validity($0, today: screen.today) }
        )
    }
}

/// The client's first page: what waits for the client, what waits for the office, then the latest other conversations.
struct ClientHomePage: ClientPage {
    var template: String { "conversations/client-home" }
    static let place = MenuPlace.home
    let menuFirm: Int64?
    let greeting: String
    /// The firm that it is about; `nil` for all of a person's firms.
    let firmName: String?
    let countText: String
    let todos: [ClientTask]
    let nothingWaiting: Bool
    let asked: [AskedRow]
    let hasAsked: Bool
    let earlier: [ClientRow]
    let hasEarlier: Bool
    /// The reason why the person cannot write: the firm, or each of the person's, is closed, or there is none.
    let closedText: String?
    let contact: Contact

    func title(_ text: LanguageText) -> String { text("home.title") }
}

struct ClientConversationsPage: ClientPage {
    var template: String { "conversations/client-index" }
    static let place = MenuPlace.conversations
    let menuFirm: Int64?
    let rows: [ClientRow]
    let isEmpty: Bool
    let newHref: String?
    /// Like on the first page.
    let closedText: String?
    let olderHref: String?
    let newerHref: String?

    func title(_ text: LanguageText) -> String { text("messages.title") }
}

struct ClientConversationPage: ClientPage {
    var template: String { "conversations/client-show" }
    static let place = MenuPlace.conversations
    let menuFirm: Int64?
    let topic: String
    let subject: String
    let validity: State?
    let firmName: String
    let isPayroll: Bool
    let backHref: String
    let messages: [MessageView]
    let olderHref: String?
    let action: String
    let body: String
    let bodyError: String?
    let files: [UploadRow]
    let filesError: String?
    let formKey: String
    /// Whether the firm is closed, so that the person can read but not write.
    let isClosed: Bool

    func title(_ text: LanguageText) -> String { subject }
}

struct NewQuestionPage: ClientPage {
    struct FirmChoice: Encodable {
        let id: String
        let name: String
        let isSelected: Bool
    }

    var template: String { "conversations/client-new" }
    static let place = MenuPlace.conversations
    let menuFirm: Int64?
    let firms: [FirmChoice]
    /// Like on the first page.
    let closedText: String?
    let hasFirms: Bool
    let firmError: String?
    let subject: String
    let subjectError: String?
    let body: String
    let bodyError: String?
    let files: [UploadRow]
    let filesError: String?
    /// Whether the person has the right to payroll in any firm.
    let offersPayroll: Bool
    let isPayroll: Bool
    let payrollError: String?
    let formKey: String
    let action: String
    let backHref: String

    func title(_ text: LanguageText) -> String { text("messages.newTitle") }
}

extension ClientConversationsPage {
    init(
        _ inbox: Inbox, _ counts: HeaderCounts.Client, _ screen: ClientScreen, isFirst: Bool, _ format: Format
    ) {
        let (firm, paths) = (screen.firm, screen.paths)
        let rows = (inbox.unread + inbox.read).map {
            ClientRow($0, screen, showsFirm: counts.firms.count > 1, format)
        }
        let chosen = firm.map(String.init)
        self.init(
            menuFirm: firm, rows: rows, isEmpty: rows.isEmpty, newHref: counts.newHref(for: firm),
            closedText: counts.closedText(firm, format.text),
            olderHref: inbox.hasOlder
                ? paths.link(.conversations, ["firm": chosen, "after": inbox.read.last.map { "\($0.id)" }]) : nil,
            newerHref: isFirst ? nil : paths.link(.conversations, ["firm": chosen]))
    }
}

extension HeaderCounts.Client {
    /// Returns the reason why the person cannot write for a firm, or for any.
    func closedText(_ firm: Int64?, _ text: LanguageText) -> String? {
        canWrite(for: firm) ? nil : text(firms.isEmpty ? "messages.noFirm" : "messages.closed")
    }
}
