import Models

/// The addresses between a client's pages: the client's own, or those of an employee who views them.
struct ClientPaths: Sendable {
    enum Place { case home, conversations, conversation(Int64), files, account }

    /// The firm and the person that are viewed; `nil` for the client.
    private let viewed: (firm: Int64, person: Int64)?

    static let own = ClientPaths(viewed: nil)

    private init(viewed: (firm: Int64, person: Int64)?) {
        self.viewed = viewed
    }

    init(viewing firm: Int64, as person: Int64) {
        self.init(viewed: (firm, person))
    }

    var isViewed: Bool { viewed != nil }

    /// The fields that a form of the page takes along.
    var kept: [(name: String, value: String)] { viewed.map { [("person", $0.person.code)] } ?? [] }

    /// Returns a link. A view stays with its firm, whatever firm the query names.
    func link(_ place: Place, _ query: KeyValuePairs<String, String?> = [:]) -> String {
        guard let viewed else { return path(place).with(query) }
        var fields: [(name: String, value: String)] = [("person", "\(viewed.person)")]
        for (name, value) in query where name != "firm" { if let value { fields.append((name, value)) } }
        return path(place, of: viewed.firm).with(fields)
    }

    /// The same place for another firm of the person.
    func link(_ place: Place, of firm: Int64) -> String {
        viewed.map { ClientPaths(viewing: firm, as: $0.person).link(place) } ?? link(place, ["firm": "\(firm)"])
    }

    /// The link to a file's message in its conversation.
    func link(_ place: Place, at message: Int64) -> String { "\(link(place))#message-\(message.code)" }

    /// The address that a form of the page goes to.
    func action(_ place: Place) -> String { (viewed.map { path(place, of: $0.firm) } ?? path(place)).text }

    private func path(_ place: Place) -> Path {
        switch place {
        case .home: .home
        case .conversations: .conversations
        case .conversation(let id): .conversation(id)
        case .files: .files
        case .account: .account
        }
    }

    private func path(_ place: Place, of firm: Int64) -> Path {
        switch place {
        case .home: .viewedHome(firm)
        case .conversations: .viewedConversations(firm)
        case .conversation(let id): .viewedConversation(firm, id)
        case .files: .viewedFiles(firm)
        case .account: .viewedAccount(firm)
        }
    }
}
