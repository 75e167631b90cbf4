import Formats
import Hummingbird
import Models

/// The search: for clients over their own firms, for the office over those in its scope.
struct SearchController: Sendable {
    let portal: Portal

    @Sendable func show(_ request: Request, _ context: ClientContext) async throws -> Response {
        let asked = Asked(context.query)
        return try await portal.show(context) { db, _ in
            try Search.find(db, asked.typed, asked.show, after: asked.after, in: context.firms)
        } page: { found, counts, format in
            ClientSearchPage(results: asked.results(found, showsFirm: counts.firms.count > 1, format))
        }
    }

    @Sendable func officeShow(_ request: Request, _ context: StaffContext) async throws -> Response {
        let asked = Asked(context.query)
        return try await portal.show(context) { db in
            try Search.find(db, asked.typed, asked.show, after: asked.after, in: context.firms, office: context.day)
        } page: { found, format in
            OfficeSearchPage(results: asked.officeResults(found, format))
        }
    }
}

/// The search in an address.
private struct Asked: Sendable {
    let typed: String
    let show: Search.Show
    let after: Int64?

    init(_ query: Form) {
        typed = TypedText.line(query["q"].beginning(200))
        show = Search.Show(rawValue: query["show"]) ?? .messages
        after = query.id("after")
    }

    func results(_ found: Search.Found, showsFirm: Bool, _ format: Format) -> SearchResults {
        SearchView(.search, typed, show, after, showsFirm: showsFirm, format) { .conversation($0.conversationId) }
            .results(found)
    }

    func officeResults(_ found: Search.Found, _ format: Format) -> SearchResults {
        SearchView(.officeSearch, typed, show, after, showsFirm: true, format) {
            .officeConversation($0.conversationId)
        }.results(found)
    }
}
