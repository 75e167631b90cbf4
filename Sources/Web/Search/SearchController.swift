import Formats
import Hummingbird
import Models

/// The search: for clients over their own firms, for the office over those in its care.
struct SearchController: Sendable {
    let portal: Portal

    @Sendable func show(_ request: Request, _ context: ClientContext) async throws -> Response {
        let (person, scope, query) = (context.person.id, context.firms, context.query)
        let (typed, show, after) = asked(query)
        let (found, surroundings) = try await portal.database.read { db in
            (
                try Search.find(db, typed, show, after: after, in: scope),
                try Surroundings.client(db, person)
            )
        }
        let format = portal.format(context.app)
        let showsFirm = surroundings.firms.count > 1
        let view = SearchView(.search, typed, show, after, showsFirm: showsFirm, format) { hit in
            Path.conversation(hit.conversationId)
        }
        var frame = portal.clientFrame(context, surroundings, title: format.text("search.title"))
        frame.isSearch = true
        let page = ClientSearchPage(results: view.results(found))
        return .html(try portal.renderer.html(page, frame, context.app.language))
    }

    @Sendable func officeShow(_ request: Request, _ context: StaffContext) async throws -> Response {
        let (person, query) = (context.person.id, context.query)
        let day = context.identity.office.today(at: portal.now())
        let scope = context.staff.firms(on: day)
        let (typed, show, after) = asked(query)
        let (found, surroundings) = try await portal.database.read { db in
            (
                try Search.find(db, typed, show, after: after, in: scope, office: day),
                try Surroundings.office(db, person, in: scope)
            )
        }
        let format = portal.format(context.app)
        let view = SearchView(.officeSearch, typed, show, after, showsFirm: true, format) { hit in
            Path.officeConversation(hit.conversationId)
        }
        var frame = portal.officeFrame(context.app, context.identity, surroundings, title: format.text("search.title"))
        frame.isSearch = true
        let page = OfficeSearchPage(results: view.results(found))
        return .html(try portal.renderer.html(page, frame, context.app.language))
    }

    private func asked(_ query: Form) -> (String, Search.Show, Int64?) {
        let typed = TypedText.line(query["q"].beginning(200))
        return (typed, Search.Show(rawValue: query["show"]) ?? .messages, query.id("after"))
    }
}
