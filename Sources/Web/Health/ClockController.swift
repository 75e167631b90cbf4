import Hummingbird
import Models

/// Confirms the machine's clock for the head, after it was doubted.
struct ClockController: Sendable {
    let portal: Portal

    @Sendable func confirm(_ request: Request, _ context: HeadContext) async throws -> Response {
        if let clock = portal.clock, clock.doubt != nil {
            try await clock.confirm(portal.database, by: context.person.id)
        }
        return .seeOther(Path.firms.text)
    }
}
