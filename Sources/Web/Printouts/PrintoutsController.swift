import Hummingbird
import Models

/// Serves a printout, made now if it was not requested before. One that takes long is made in the background, while a
/// page shows the progress and then opens it.
struct PrintoutsController: Sendable {
    let portal: Portal

    @Sendable func show(_ request: Request, _ context: PersonContext) async throws -> Response {
        let (id, message) = (context.id(), context.query.id("message"))
        if let answer = try await portal.answer(aheadOf: request, context.app) { return answer }
        let printout = try portal.database.readHere { db in
            try ReachablePrintout.find(db, id, message: message, in: context.firms)
        }
        switch try await outcome(of: printout, request, context) {
        case nil: return .noContent
        case .underway(let percent): return try await answer(request, context, percent)
        case .made where request.isForScript: return try .json(State(isMade: true, percent: 100))
        case .made(let file):
            return try await portal.download(MadePrintout(printout, file), for: request, to: context.identity)
        }
    }

    /// - Returns: `nil` for a HEAD request of one that was not made, which does not make it.
    private func outcome(
        of printout: ReachablePrintout, _ request: Request, _ context: PersonContext
    ) async throws -> PrintingPool.Outcome? {
        guard request.method != .head else {
            let made = try portal.database.readHere { db in
                try PrintoutFile.find(db, of: printout.id, in: context.person.language)
            }
            return made.map { .made($0) }
        }
        return try await portal.file(
            of: printout, for: context.person, office: context.office,
            patience: request.isForScript ? .zero : portal.settings.printingPatience)
    }

    /// The response to a polling script.
    private struct State: Encodable {
        let isMade: Bool
        let percent: Int?
    }

    private func answer(_ request: Request, _ context: PersonContext, _ percent: Int?) async throws -> Response {
        if request.isForScript { return try .json(State(isMade: false, percent: percent)) }
        let page = PrintingPage(
            fileHref: request.uri.description, homeHref: Path.home.text, percent: percent ?? 0,
            isCounted: percent != nil)
        return try await portal.show(page, context.app, status: .accepted)
    }
}

/// The page of a printout that takes long: its progress, and the link to it.
struct PrintingPage: TitledPage {
    var template: String { "open/printing" }
    let fileHref: String
    let homeHref: String
    let percent: Int
    let isCounted: Bool

    func title(_ text: LanguageText) -> String { text("open.printing.title") }
}
