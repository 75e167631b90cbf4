import Hummingbird
import Models

/// The first page after signing in: the firm list for the office, what waits for a client.
struct HomeController: Sendable {
    let portal: Portal

    @Sendable func show(_ request: Request, _ context: PersonContext) async throws -> Response {
        guard context.identity.staff == nil else { return .seeOther(Path.firms.text) }
        let client = try ClientContext(context: context.app)
        let screen = ClientScreen(client, firm: context.query.id("firm"))
        return try await portal.showHere(client, reading: ClientHomeData.reading(screen)) { found, counts, format in
            ClientHomePage(found, counts, screen, format)
        }
    }
}
